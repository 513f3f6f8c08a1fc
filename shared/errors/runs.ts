import type { ErrorEntries } from './entry.ts'

/** Plans and runs. */
export const runs = {
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
} as const satisfies ErrorEntries
