import type { ErrorEntries } from './entry.ts'

/** Signing in and staying signed in. */
export const session = {
  'signed-out': {
    happened: 'You are not signed in to this connection.',
    todo: 'Sign in to go on.',
    retry: false,
  },
  'session-expired': {
    happened: 'Your K2 sign-in has expired.',
    means: 'K2 asks for consent again after 30 days. Nothing is lost.',
    todo: 'Sign in again and the work goes on where it stopped.',
    retry: false,
  },
  'signin-declined': {
    happened: 'The sign-in was declined on the consent page.',
    means: 'Muster has no access to K2 until you agree.',
    todo: 'Sign in again and choose Continue on the consent page.',
    retry: true,
  },
  'signin-cancelled': { happened: 'The sign-in was cancelled.', todo: 'Sign in when you are ready.', retry: true },
  'signin-timeout': {
    happened: 'The sign-in was not finished within five minutes.',
    means: 'The browser may have been closed, or never reached this computer.',
    todo: 'Sign in again.',
    retry: true,
  },
  'signin-port-busy': {
    happened: 'Another program uses the port that the sign-in returns to.',
    means: 'K2 only answers at the address registered for this client.',
    todo: 'Close the other program and sign in again.',
    retry: true,
  },
  'signin-address': {
    happened: 'This is not the address that the sign-in ended at.',
    means: 'It was not used; Muster still waits.',
    todo: 'Copy the whole address out of the browser, after you have agreed, and paste it again.',
    retry: true,
  },
  'signin-not-waiting': {
    happened: 'No sign-in is waiting for an address.',
    todo: 'Sign in again, and paste the address that this sign-in ends at.',
    retry: false,
  },
  'signin-clock': {
    happened: 'The clock of this computer and that of the identity service are too far apart.',
    means: 'The reply was not used, since its times can’t be checked.',
    todo: 'Set the date, the time and the time zone of this computer, then sign in again.',
    retry: true,
  },
  'signout-unrevoked': {
    happened: 'You are signed out here, but the identity service could not be told.',
    means: 'The token is gone from this computer. There it ends by itself, 30 days after the sign-in at the latest.',
    todo: 'Ask Nintex to end the session at once if somebody else may have a copy of it.',
    retry: false,
  },
  'signin-redirect': {
    happened: 'The redirect address of this connection can’t be used.',
    todo: 'Ask Nintex for a redirect address on 127.0.0.1, and correct it in the settings.',
    retry: false,
  },
  'signin-browser': {
    happened: 'The browser could not be opened.',
    todo: 'Copy the sign-in address and open it in a browser yourself.',
    retry: true,
  },
  'signin-refused': {
    happened: 'The identity service refused the sign-in.',
    todo: 'Check the client id and scopes with Nintex, then sign in again.',
    retry: true,
  },
  'client-refused': {
    happened: 'The identity service no longer accepts the client secret.',
    means: 'Nothing is lost: the work goes on once it does.',
    todo: 'Ask Nintex for a new one, then add a connection with the new settings: it takes the place of this one.',
    retry: true,
  },
  'signin-reply': {
    happened: 'The identity service’s reply failed a security check.',
    means: 'The reply was not used.',
    todo: 'Sign in again. If it happens twice, tell your identity administrator.',
    retry: true,
  },
  'authority-unreachable': {
    happened: 'The identity service can’t be reached.',
    todo: 'Check the network and the authority address, then try again.',
    retry: true,
  },
  'authority-invalid': {
    happened: 'The address of the identity service does not lead to an OpenID provider.',
    todo: 'Check the tenant id in the settings with Nintex.',
    retry: false,
  },
} as const satisfies ErrorEntries
