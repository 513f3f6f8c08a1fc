import type { ErrorEntries } from './entry.ts'

/** The window and main, and what fits no other entry. */
export const ipc = {
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
} as const satisfies ErrorEntries
