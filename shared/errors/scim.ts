import type { ErrorEntries } from './entry.ts'

/** K2 and its SCIM service. */
export const scim = {
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
  'capabilities-unknown': {
    happened: 'Nothing is known yet about what this service supports.',
    todo: 'Sign in and choose Learn now, then set it.',
    retry: false,
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
} as const satisfies ErrorEntries
