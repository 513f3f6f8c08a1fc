import type { ErrorEntries } from './entry.ts'

/** Where people come from. */
export const sources = {
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
} as const satisfies ErrorEntries
