import type { ErrorEntries } from './entry.ts'

/** Updates of Muster. */
export const updates = {
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
} as const satisfies ErrorEntries
