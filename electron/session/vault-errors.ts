import type { ErrorCode } from '../../shared/errors.ts'
import { texts } from '../../shared/words/text.ts'

/** What a keychain that can't be used comes down to. */
export type VaultErrorCode = Extract<
  ErrorCode,
  'vault-missing' | 'vault-locked' | 'vault-denied' | 'vault-timeout' | 'vault-too-long'
>

/** Whether a code is one of the keychain's. */
export function isVaultError(code: ErrorCode): code is VaultErrorCode {
  return Object.hasOwn(advices.linux, code)
}

/** The platforms the app runs on. */
export type Platform = 'win32' | 'darwin' | 'linux'

/** The keychain's name on each platform, as its own documentation calls it. */
export const keychainNames: Readonly<Record<Platform, string>> = {
  win32: 'Windows Credential Manager',
  darwin: 'macOS Keychain',
  linux: 'Secret Service',
}

/**
 * Words of libsecret, gnome-keyring, KWallet, macOS and Windows; the first line that fits counts. Windows says of a value
 * beyond its limit that the stub received bad data (RPC_X_BAD_STUB_DATA).
 */
const words: readonly (readonly [RegExp, VaultErrorCode])[] = [
  [/stub received bad data|too (long|large|big)/i, 'vault-too-long'],
  [/\b(un)?lock|passphrase|interaction/i, 'vault-locked'],
  [/dismiss|denied|not allowed|cancel|authori[sz]ation|permission|rejected/i, 'vault-denied'],
]

/** Which kind of failure a keychain's own words mean. Anything unknown counts as no keychain. */
export function vaultErrorCode(text: string): VaultErrorCode {
  return words.find(([form]) => form.test(text))?.[1] ?? 'vault-missing'
}

const advices: Readonly<Record<Platform, Readonly<Record<VaultErrorCode, string>>>> = texts({
  linux: {
    'vault-missing':
      'Install and start gnome-keyring or KWallet (a Secret Service) for your desktop session, then choose Try again.',
    'vault-locked': 'Unlock the “Login” keyring in Passwords and Keys (or KWallet Manager), then choose Try again.',
    'vault-denied':
      'Choose Try again and answer the keyring’s prompt; in a Flatpak or Snap, allow Muster to use the Secret Service.',
    'vault-timeout': 'Look for a keyring password prompt behind another window, answer it, then choose Try again.',
    'vault-too-long': 'Update gnome-keyring or KWallet, then choose Try again.',
  },
  darwin: {
    'vault-missing': 'Open Keychain Access and make sure that a “login” keychain exists, then choose Try again.',
    'vault-locked': 'Unlock the “login” keychain in Keychain Access and allow Muster to use it, then choose Try again.',
    'vault-denied': 'Choose Try again and Always Allow in the prompt of the keychain.',
    'vault-timeout': 'Look for a keychain prompt behind another window, choose Always Allow, then choose Try again.',
    'vault-too-long': 'Start Keychain Access, delete old entries of Muster there, then choose Try again.',
  },
  win32: {
    'vault-missing':
      'Start the service “Credential Manager” (VaultSvc) and sign in to Windows with a full desktop session, then choose Try again.',
    'vault-locked': 'Sign in to Windows again with your password, then choose Try again.',
    'vault-denied':
      'Ask your administrator whether a policy forbids storing credentials on this computer, then choose Try again.',
    'vault-too-long': 'Remove old entries of Muster in Credential Manager, Windows Credentials, then choose Try again.',
    'vault-timeout': 'Wait until Windows has finished signing you in, then choose Try again.',
  },
})

/** How to repair the keychain on this platform, one sentence. */
export function vaultAdvice(platform: Platform, code: VaultErrorCode): string {
  return advices[platform][code]
}
