import type { ErrorEntries } from './entry.ts'

/** Connections, the settings they come from, and what a policy decides of them. */
export const connections = {
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
} as const satisfies ErrorEntries
