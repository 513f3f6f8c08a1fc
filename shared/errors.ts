import { z } from 'zod'
import { textOf } from './words/text.ts'

/** What the admin reads about one kind of failure, and whether the same step can succeed when tried again unchanged. */
interface ErrorEntry {
  /** What happened, one sentence. */
  readonly happened: string
  /** What it means for the admin's work. Left out where `happened` says it all. */
  readonly means?: string
  /** What to do now, one sentence that starts with a verb. */
  readonly todo: string
  /** True when trying the same thing again can work without changing anything. */
  readonly retry: boolean
}

/**
 * The closed list of everything that can go wrong, keyed by the stable code that logs, exports and support cases quote.
 * A failure that fits no entry is `internal`; a new kind of failure is a new entry here and nowhere else.
 */
export const errorCatalogue = {
  // Settings that Nintex sends
  'settings-empty': {
    happened: 'There is nothing to read.',
    todo: 'Paste the settings that Nintex sent you, or open the file.',
    retry: false,
  },
  'settings-unreadable': {
    happened: 'This is not a Nintex settings document.',
    means: 'No known field was found in it.',
    todo: 'Paste the whole block that Nintex sent, starting at "client".',
    retry: false,
  },
  'settings-field': {
    happened: 'A field of the settings can’t be used.',
    todo: 'Correct the field and paste the settings again.',
    retry: false,
  },
  'settings-draft-gone': {
    happened: 'These settings are no longer held in memory.',
    todo: 'Paste them again.',
    retry: false,
  },
  'connection-not-found': {
    happened: 'This connection no longer exists.',
    todo: 'Choose another connection.',
    retry: false,
  },

  'connection-read-only': {
    happened: 'This connection is read-only.',
    means: 'Nothing was sent.',
    todo: 'Allow changes under Settings, Connection, if you mean to.',
    retry: false,
  },

  'policy-read-only': {
    happened: 'The policy of this computer makes this connection read-only.',
    means: 'Nothing was sent.',
    todo: 'Ask the administrator of this computer.',
    retry: false,
  },

  'policy-locked': {
    happened: 'This is decided by the policy of this computer.',
    todo: 'Ask whoever administers it; About, in the settings, names the file.',
    retry: false,
  },

  // Session
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

  // Vault
  'vault-missing': {
    happened: 'This computer has no keychain that Muster can use.',
    means: 'You stay signed in only until Muster closes.',
    todo: 'Start a keychain service and open Muster again.',
    retry: true,
  },
  'vault-denied': {
    happened: 'Access to the keychain was denied.',
    means: 'You stay signed in only until Muster closes.',
    todo: 'Allow Muster to use the keychain and try again.',
    retry: true,
  },
  'vault-too-long': {
    happened: 'The keychain does not take a secret of this length.',
    means: 'You stay signed in only until Muster closes.',
    todo: 'Make room in the keychain and try again.',
    retry: true,
  },
  'vault-locked': {
    happened: 'The keychain is locked.',
    means: 'You stay signed in only until Muster closes.',
    todo: 'Unlock the keychain and try again.',
    retry: true,
  },
  'vault-timeout': {
    happened: 'The keychain did not answer in time.',
    means: 'You stay signed in only until Muster closes.',
    todo: 'Check for a keychain prompt that waits behind another window.',
    retry: true,
  },
  'vault-value-missing': {
    happened: 'The keychain no longer holds a secret of this connection.',
    todo: 'Paste the settings that Nintex sent you once more.',
    retry: false,
  },

  // Network
  offline: {
    happened: 'This computer is offline.',
    todo: 'Connect to the network; work goes on by itself.',
    retry: true,
  },
  timeout: { happened: 'The service did not answer in time.', todo: 'Try again in a moment.', retry: true },
  unreachable: {
    happened: 'The service can’t be reached.',
    todo: 'Check the address, the network and the proxy, then try again.',
    retry: true,
  },
  tls: {
    happened: 'The service’s certificate is not trusted by this computer.',
    todo: 'Ask your network team which certificate authority inspects this traffic.',
    retry: false,
  },
  'name-unknown': {
    happened: 'There is no server of this name.',
    means: 'This computer, or the network’s name service, does not know it.',
    todo: 'Check the address and the network, or ask your network team.',
    retry: true,
  },
  'port-refused': {
    happened: 'The server refuses the connection.',
    todo: 'Ask your network team whether this computer may reach it.',
    retry: true,
  },
  'proxy-unreachable': {
    happened: 'The proxy can’t be reached.',
    means: 'Requests leave this computer through it, so nothing gets out.',
    todo: 'Check the proxy under Settings, Connection, or ask your network team.',
    retry: true,
  },
  'proxy-refused': {
    happened: 'The proxy does not let this request pass.',
    todo: 'Ask your network team to allow this server.',
    retry: true,
  },
  'proxy-credentials': {
    happened: 'The proxy asks for a sign-in.',
    means: 'Nothing gets out until it knows you.',
    todo: 'Sign in to the proxy under Settings, Connection.',
    retry: true,
  },
  'client-certificate-wanted': {
    happened: 'The server asks for a certificate of this computer, and none is chosen.',
    means: 'None was shown to it: Muster never picks one by itself.',
    todo: 'Choose one under Settings, Connection.',
    retry: false,
  },
  'client-certificate-none': {
    happened: 'The server asks for a certificate, and this computer has none that it accepts.',
    todo: 'Have one installed on this computer, then try again.',
    retry: true,
  },
  'client-certificate-gone': {
    happened: 'The certificate that this connection presents is not among those that this computer offers.',
    means: 'It was taken away, or this server does not accept who issued it.',
    todo: 'Have it installed again, or choose another under Settings, Connection.',
    retry: true,
  },
  'client-certificate-expired': {
    happened: 'The certificate that this connection presents has expired.',
    todo: 'Have a new one installed on this computer, then choose it under Settings, Connection.',
    retry: false,
  },
  'client-certificate-refused': {
    happened: 'The server does not accept the certificate that this connection presents.',
    todo: 'Choose another under Settings, Connection, or ask whoever runs the server which one it accepts.',
    retry: false,
  },
  'client-certificate-key': {
    happened: 'The private key of the certificate that this connection presents can’t be used.',
    means: 'Its smart card or token may be away, or locked.',
    todo: 'Put it in or unlock it, then try again.',
    retry: true,
  },
  'client-certificate-elsewhere': {
    happened: 'A server asks for a certificate of this computer and gets none.',
    means:
      'The connection’s certificate is for its identity and its SCIM service alone, and not for where people come from.',
    todo: 'Ask whoever runs that server to let this computer in without one.',
    retry: false,
  },
  'network-field': {
    happened: 'The network settings can’t be used.',
    means: 'Those before are still in use.',
    todo: 'Correct them under Settings, Connection.',
    retry: false,
  },
  'redirect-refused': {
    happened: 'The service answered with a redirect, which Muster does not follow.',
    means: 'Following it could hand your access to another server.',
    todo: 'Check the address in the connection’s settings.',
    retry: false,
  },
  'reply-too-large': {
    happened: 'The service’s reply is too large to be right.',
    todo: 'Ask Nintex support.',
    retry: false,
  },

  // SCIM
  'scim-unauthorised': {
    happened: 'K2 did not accept the access token.',
    todo: 'Sign in again.',
    retry: true,
  },
  'scim-forbidden': {
    happened: 'K2 does not allow this.',
    todo: 'Check that you are the admin registered for this domain.',
    retry: false,
  },
  'scim-not-found': {
    happened: 'K2 has no such account.',
    means: 'It may have been deleted since it was read.',
    todo: 'Refresh the K2 accounts and review again.',
    retry: false,
  },
  'scim-conflict': {
    happened: 'Another account in K2 has this sign-in name.',
    todo: 'Link the person to that account, or leave them out.',
    retry: false,
  },
  'scim-invalid': {
    happened: 'K2 refused a value.',
    todo: 'Correct it at the source, refresh and push again.',
    retry: false,
  },
  'scim-changed': {
    happened: 'It changed in K2 after you reviewed it.',
    means: 'Nothing was sent for it.',
    todo: 'Refresh the K2 accounts and review again.',
    retry: false,
  },
  'scim-rate-limited': { happened: 'K2 asks to slow down.', todo: 'Wait; Muster tries again by itself.', retry: true },
  'scim-server': { happened: 'K2 had an internal failure.', todo: 'Try again in a moment.', retry: true },
  'scim-unsupported': {
    happened: 'This service does not offer what is needed for this.',
    todo: 'See Settings, What the service supports.',
    retry: false,
  },
  'scim-no-delete': {
    happened: 'This service does not delete accounts.',
    means: 'The account is as it was.',
    todo: 'Leave it inactive, or ask Nintex to delete it.',
    retry: false,
  },
  'scim-reply': {
    happened: 'K2’s reply can’t be understood.',
    means: 'Nothing is known about this change until it is looked up.',
    todo: 'Try again; if it stays, export the diagnostics for Nintex support.',
    retry: true,
  },
  'scim-address': {
    happened: 'There is no SCIM service at this address.',
    todo: 'Check the SCIM address, its layout and the SCIM token in the connection’s settings.',
    retry: false,
  },
  'path-invalid': {
    happened: 'This is not a SCIM attribute path.',
    todo: 'Correct the attribute in the mapping.',
    retry: false,
  },
  'capabilities-unknown': {
    happened: 'Nothing is known yet about what this service supports.',
    todo: 'Sign in and choose Learn now, then set it.',
    retry: false,
  },
  'mapping-invalid': {
    happened: 'The mapping can’t be used.',
    means: 'The one before is still in use.',
    todo: 'Correct the rule that is named.',
    retry: false,
  },
  'mapping-file': {
    happened: 'The file holds no mapping that Muster can read.',
    means: 'The mapping that is shown stays as it is.',
    todo: 'Correct the place that is named, or choose a file that Muster has exported.',
    retry: false,
  },
  'count-cancelled': {
    happened: 'This count was ended by a newer one.',
    todo: 'Wait for the newer count.',
    retry: true,
  },
  'accounts-incomplete': {
    happened: 'K2 shows only part of its accounts.',
    means: 'Whether a person already has an account can’t be told from the list.',
    todo: 'See Settings, What the service supports.',
    retry: false,
  },

  'groups-incomplete': {
    happened: 'K2 shows only part of its groups.',
    means: 'Whether this group exists can’t be told from the list.',
    todo: 'See Settings, What the service supports.',
    retry: false,
  },
  'group-ambiguous': {
    happened: 'K2 has more than one group of this name.',
    means: 'Which of them is meant can’t be told, so none was touched.',
    todo: 'Rename or delete one of them in K2, then read the groups again.',
    retry: false,
  },
  'group-not-found': {
    happened: 'K2 has no such group.',
    means: 'It may have been deleted since it was read.',
    todo: 'Read the groups again under Settings and review again.',
    retry: false,
  },

  // Sources
  'file-unreadable': {
    happened: 'The file can’t be read.',
    todo: 'Check that it exists and that you may open it.',
    retry: true,
  },
  'file-unwritable': {
    happened: 'The file can’t be written.',
    means: 'Nothing was left behind, and a file that was there before is as it was.',
    todo: 'Choose another folder, or make room on the disk.',
    retry: true,
  },
  'file-grant': { happened: 'This file was not chosen by you.', todo: 'Open the file again.', retry: false },
  'file-empty': {
    happened: 'The file is empty.',
    todo: 'Export the people again and open the new file.',
    retry: false,
  },
  'file-format': {
    happened: 'The file is not a list of people that Muster can read.',
    todo: 'Save it as CSV, Excel workbook (.xlsx), JSON or LDIF and open it again.',
    retry: false,
  },
  'file-columns': {
    happened: 'No column of the file holds a sign-in name.',
    todo: 'Choose the column that does, or export it with userPrincipalName.',
    retry: false,
  },
  'source-none': {
    happened: 'No people have been read yet.',
    todo: 'Open a file with your people, or connect a directory.',
    retry: false,
  },
  'source-field': {
    happened: 'A field of the source can’t be used.',
    todo: 'Correct it under Settings, Source.',
    retry: false,
  },
  'source-secret-missing': {
    happened: 'The keychain does not hold the secret of this source.',
    means: 'It was never given, got lost, or was given for another server or account.',
    todo: 'Enter it under Settings, Source.',
    retry: false,
  },
  'source-credentials': {
    happened: 'The source did not accept what Muster signs in with.',
    todo: 'Check the name and the password, token or client secret under Settings, Source.',
    retry: false,
  },
  'source-refused': {
    happened: 'The source does not allow this.',
    todo: 'Ask whoever runs it to let this account read people.',
    retry: false,
  },
  'source-base': {
    happened: 'The directory has nothing at this search base.',
    todo: 'Correct the search base under Settings, Source; an empty one means the directory’s own.',
    retry: false,
  },
  'source-filter': {
    happened: 'The source does not understand the filter.',
    todo: 'Correct the filter under Settings, Source.',
    retry: false,
  },
  'source-attribute': {
    happened: 'The directory knows no such attribute.',
    todo: 'Correct the attribute under Settings, Source.',
    retry: false,
  },
  'source-limit': {
    happened: 'The source gave only part of its list.',
    means: 'The people who were read before stay in place.',
    todo: 'Have the limit raised for this account, or narrow the base or the filter.',
    retry: false,
  },
  'source-referral': {
    happened: 'The directory refers to another server.',
    means: 'Muster does not follow: your password would go to a server that you have not named.',
    todo: 'Enter that server under Settings, Source, or choose a base that this one has.',
    retry: false,
  },
  'source-address': {
    happened: 'There is no SCIM service at this address.',
    todo: 'Check the address under Settings, Source: /Users is added to it.',
    retry: false,
  },
  'source-busy': {
    happened: 'The source is too busy to answer.',
    means: 'The people who were read before stay in place.',
    todo: 'Try again in a moment.',
    retry: true,
  },
  'source-reply': {
    happened: 'The source’s reply can’t be understood.',
    means: 'The people who were read before stay in place.',
    todo: 'Test the source under Settings, Source.',
    retry: true,
  },
  'source-cancelled': {
    happened: 'Reading was cancelled.',
    means: 'The people who were read before stay in place.',
    todo: 'Read again when you are ready.',
    retry: true,
  },
  'certificate-unknown': {
    happened: 'The server’s certificate comes from an authority that this computer does not know.',
    means: 'Nothing was sent to the server.',
    todo: 'Choose your certificate authority’s file where the server is set, or have it installed on this computer.',
    retry: false,
  },
  'certificate-expired': {
    happened: 'The server’s certificate is not valid at this time.',
    means: 'Nothing was sent to the server.',
    todo: 'Have the certificate renewed, and check the date of this computer.',
    retry: false,
  },
  'certificate-name': {
    happened: 'The server’s certificate is for another name.',
    means: 'Nothing was sent to the server.',
    todo: 'Enter the server by a name that its certificate holds.',
    retry: false,
  },
  'certificate-file': {
    happened: 'This file holds no certificate.',
    todo: 'Choose a file in PEM form: it has a line -----BEGIN CERTIFICATE-----.',
    retry: false,
  },
  'encryption-missing': {
    happened: 'The server does not answer with encryption this way.',
    means: 'Nothing was sent to the server.',
    todo: 'Check the port, and choose between LDAPS and StartTLS.',
    retry: false,
  },
  'selection-name-taken': {
    happened: 'Another saved selection has this name.',
    todo: 'Choose another name, or update the one that is there.',
    retry: false,
  },
  'selection-not-found': {
    happened: 'This saved selection no longer exists.',
    todo: 'Choose another one.',
    retry: false,
  },
  'person-not-found': {
    happened: 'This person is no longer in the source.',
    todo: 'Refresh the people.',
    retry: false,
  },

  'account-decided': {
    happened: 'You have linked another person to this account.',
    means: 'An account belongs to one person.',
    todo: 'Undo that decision first, or choose another account.',
    retry: false,
  },

  'test-cancelled': { happened: 'The test was cancelled.', todo: 'Test again when you are ready.', retry: true },

  // Plans and runs
  'plan-empty': {
    happened: 'There is nothing to change for these people.',
    todo: 'Choose other people.',
    retry: false,
  },
  'plan-not-found': { happened: 'This plan no longer exists.', todo: 'Review the changes again.', retry: false },
  'plan-expired': {
    happened: 'This plan is too old to be pushed.',
    means: 'Accounts may have changed since it was frozen.',
    todo: 'Review the changes again.',
    retry: false,
  },
  'plan-outdated': {
    happened: 'You have decided about people, or saved another mapping, since this plan was made.',
    means: 'Nothing was sent.',
    todo: 'Review the changes again.',
    retry: false,
  },
  'plan-changed': {
    happened: 'The plan is not the one you reviewed.',
    means: 'Nothing was sent.',
    todo: 'Review the changes again.',
    retry: false,
  },
  'plan-used': { happened: 'This plan has been pushed already.', todo: 'See Runs for its outcomes.', retry: false },
  'plan-limit': {
    happened: 'The plan is above your safety limit.',
    means: 'Nothing was sent.',
    todo: 'Type the number of accounts to confirm it, or leave some out.',
    retry: false,
  },
  'run-not-found': {
    happened: 'This run no longer exists.',
    todo: 'See Runs for the runs that are kept.',
    retry: false,
  },
  'run-active': { happened: 'Another push is under way.', todo: 'Wait until it has ended, or stop it.', retry: true },
  'run-stopped': {
    happened: 'The push was stopped before the reply came.',
    means: 'Nothing is known about this change until it is looked up.',
    todo: 'Retry the failed changes; each is looked up before anything is sent.',
    retry: true,
  },
  'change-not-found': { happened: 'This change is not part of the run.', todo: 'Open the run again.', retry: false },

  // Store
  'updates-off': {
    happened: 'Muster does not update itself here.',
    todo: 'See Updates, in the settings, for why.',
    retry: false,
  },
  'update-unreachable': {
    happened: 'The place that updates come from can’t be reached.',
    means: 'Muster goes on as it is.',
    todo: 'Check again later; it is reached through the system’s proxy.',
    retry: true,
  },
  'update-unusable': {
    happened: 'What is said about the newest version can’t be used.',
    means: 'Nothing was downloaded.',
    todo: 'Check again later; if it stays, tell whoever publishes Muster.',
    retry: true,
  },
  'update-altered': {
    happened: 'The downloaded update is not the file that was published.',
    means: 'It was deleted. Nothing was installed.',
    todo: 'Check again; if it stays, tell whoever publishes Muster.',
    retry: true,
  },
  'update-failed': {
    happened: 'The update could not be downloaded or installed.',
    means: 'Muster goes on as it is.',
    todo: 'Check again, or install the new version by hand.',
    retry: true,
  },
  'update-none': {
    happened: 'There is no update to install.',
    todo: 'Check for one first.',
    retry: false,
  },
  'update-waits': {
    happened: 'A push or a plan is under way.',
    means: 'An update would cut it off, so nothing was installed.',
    todo: 'Restart when it has ended, or stop it first.',
    retry: true,
  },

  'settings-file-damaged': {
    happened: 'Muster’s own settings file could not be read in full.',
    means: 'It was set aside, not deleted, and what could be read is in use.',
    todo: 'Check your connections and add those that are missing.',
    retry: false,
  },
  'database-damaged': {
    happened: 'The local database is damaged.',
    means: 'It was set aside, not deleted: its people, plans and runs are in that file.',
    todo: 'Read the people and the accounts again. A copy from before the last update of Muster may lie beside it.',
    retry: false,
  },
  'database-unreadable': {
    happened: 'A part of the local database can’t be read.',
    means: 'Nothing of it was changed or emptied.',
    todo: 'Restart Muster: a file that is damaged is set aside then, not deleted. If it stays, read the people and the accounts again.',
    retry: false,
  },
  'database-unavailable': {
    happened: 'The local database can’t be read or written.',
    means: 'Nothing of it was changed or emptied.',
    todo: 'Check that you may write to Muster’s folder and that its disk has room, then try again.',
    retry: true,
  },
  'database-newer': {
    happened: 'The local database was written by a newer Muster.',
    todo: 'Install the newer version again.',
    retry: false,
  },

  // The window and main
  'ipc-sender': {
    happened: 'A call came from a page that is not Muster’s own.',
    todo: 'Restart Muster.',
    retry: false,
  },
  'ipc-input': {
    happened: 'The window sent something that main does not accept.',
    todo: 'Restart Muster.',
    retry: false,
  },
  'ipc-output': {
    happened: 'Main answered with something of the wrong form.',
    todo: 'Export the diagnostics.',
    retry: false,
  },
  internal: {
    happened: 'Something went wrong inside Muster.',
    todo: 'Try again; export the diagnostics if it stays.',
    retry: true,
  },
} as const satisfies Record<string, ErrorEntry>

/** The stable code of a failure. */
export type ErrorCode = keyof typeof errorCatalogue

/** Every code, for schemas and for tests that walk the whole catalogue. */
export const errorCodes = Object.keys(errorCatalogue) as [ErrorCode, ...ErrorCode[]]

/** Failures of the way to a server: no service has answered. */
export const networkCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'offline',
  'timeout',
  'unreachable',
  'authority-unreachable',
  'name-unknown',
  'port-refused',
  'proxy-unreachable',
  'proxy-refused',
  'proxy-credentials',
  'tls',
  'client-certificate-wanted',
  'client-certificate-none',
  'client-certificate-gone',
  'client-certificate-expired',
  'client-certificate-refused',
  'client-certificate-key',
  'client-certificate-elsewhere',
])

/** The catalogue's words for a code in the admin's language, `means` as null where there is none. */
export function explain(code: ErrorCode): { happened: string; means: string | null; todo: string; retry: boolean } {
  const entry: ErrorEntry = errorCatalogue[code]
  return {
    happened: textOf({ message: entry.happened }),
    means: entry.means === undefined ? null : textOf({ message: entry.means }),
    todo: textOf({ message: entry.todo }),
    retry: entry.retry,
  }
}

/**
 * A failure as it crosses IPC and is kept with a change: never a stack, never a secret.
 * `id` is the short random id that finds the log line; `where` is a field, line, column or URL path (redacted);
 * `detail` is what the other side said, in its own words, redacted and cut to 500 characters.
 */
export const failureSchema = z.object({
  code: z.enum(errorCodes),
  id: z.string(),
  happened: z.string(),
  means: z.string().nullable(),
  todo: z.string(),
  retry: z.boolean(),
  where: z.string().nullable(),
  detail: z.string().nullable(),
  /** HTTP status of the reply that failed, null where there was none. */
  status: z.number().int().nullable(),
})
/** See {@link failureSchema}. */
export type Failure = z.infer<typeof failureSchema>

/** What a {@link MusterError} may say beyond its code. */
export interface ErrorContext {
  /** Field, line, column or URL path. Must not hold a secret. */
  readonly where?: string
  /** What the other side said, in its own words. Must not hold a secret. */
  readonly detail?: string
  /** HTTP status of the reply. */
  readonly status?: number
  /** Seconds the service asked to wait (Retry-After, RFC 9110 section 10.2.3). */
  readonly retryAfter?: number
  /** True when the request may have been carried out although no usable reply came: look before sending it again. */
  readonly ambiguous?: boolean
  readonly cause?: unknown
}

/** The one error class that Muster throws on purpose. Anything else that is thrown becomes `internal` at the IPC edge. */
export class MusterError extends Error {
  readonly code: ErrorCode
  readonly where: string | null
  readonly detail: string | null
  readonly status: number | null
  readonly retryAfter: number | null
  readonly ambiguous: boolean

  constructor(code: ErrorCode, context: ErrorContext = {}) {
    const { happened } = errorCatalogue[code]
    super(context.detail ? `${happened} ${context.detail}` : happened, { cause: context.cause })
    this.name = 'MusterError'
    this.code = code
    this.where = context.where ?? null
    this.detail = context.detail?.slice(0, 500) ?? null
    this.status = context.status ?? null
    this.retryAfter = context.retryAfter ?? null
    this.ambiguous = context.ambiguous ?? false
  }
}

/** A failure in the words of the language that is spoken now: it may have been made, or kept, in another. */
export const inOurWords = (failure: Failure): Failure => ({ ...failure, ...explain(failure.code) })

/** A thrown value as a {@link Failure}; `id` is the one the log line carries. Unknown errors give `internal` and no detail. */
export function toFailure(error: unknown, id: string): Failure {
  const known = error instanceof MusterError ? error : new MusterError('internal')
  return {
    code: known.code,
    id,
    ...explain(known.code),
    where: known.where,
    detail: known.detail,
    status: known.status,
  }
}
