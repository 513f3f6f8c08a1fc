import type { ErrorEntries } from './entry.ts'

/** The keychain. */
export const vault = {
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
} as const satisfies ErrorEntries
