import type { ErrorEntries } from './entry.ts'

/** What Muster keeps on this computer. */
export const store = {
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
} as const satisfies ErrorEntries
