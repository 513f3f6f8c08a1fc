import type { ErrorEntries } from './entry.ts'

/** People, saved selections of them, and decisions about them. */
export const people = {
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
} as const satisfies ErrorEntries
