import type { ErrorCode } from '../../shared/errors.ts'

/** What a keychain that can't be used comes down to. */
export type VaultErrorCode = Extract<ErrorCode, 'vault-missing' | 'vault-locked' | 'vault-timeout'>

/** Whether a code is one of the keychain's. */
export function isVaultError(code: ErrorCode): code is VaultErrorCode {
  return code === 'vault-missing' || code === 'vault-locked' || code === 'vault-timeout'
}

/** The platforms the app runs on. */
export type Platform = 'win32' | 'darwin' | 'linux'

/** The keychain's name on each platform, as its own documentation calls it. */
export const keychainNames: Readonly<Record<Platform, string>> = {
  win32: 'Windows Credential Manager',
  darwin: 'macOS Keychain',
  linux: 'Secret Service',
}

/** Words of libsecret, gnome-keyring, KWallet, macOS and Windows for a keychain that is there and says no. */
const lockedWords = /\b(un)?lock|dismiss|denied|not allowed|cancel|passphrase|interaction|authori[sz]ation/i

/** Which kind of failure a keychain's own words mean. Anything unknown counts as no keychain. */
export function vaultErrorCode(text: string): VaultErrorCode {
  return lockedWords.test(text) ? 'vault-locked' : 'vault-missing'
}

const advices: Readonly<Record<Platform, Readonly<Record<VaultErrorCode, string>>>> = {
  linux: {
    'vault-missing':
      'Install and start gnome-keyring or KWallet (a Secret Service) for your desktop session, then choose Try again.',
    'vault-locked': 'Unlock the “Login” keyring in Passwords and Keys (or KWallet Manager), then choose Try again.',
    'vault-timeout': 'Look for a keyring password prompt behind another window, answer it, then choose Try again.',
  },
  darwin: {
    'vault-missing': 'Open Keychain Access and make sure that a “login” keychain exists, then choose Try again.',
    'vault-locked': 'Unlock the “login” keychain in Keychain Access and allow Muster to use it, then choose Try again.',
    'vault-timeout': 'Look for a keychain prompt behind another window, choose Always Allow, then choose Try again.',
  },
  win32: {
    'vault-missing':
      'Start the service “Credential Manager” (VaultSvc) and sign in to Windows with a full desktop session, then choose Try again.',
    'vault-locked':
      'Ask your administrator whether a policy forbids storing credentials on this computer, then choose Try again.',
    'vault-timeout': 'Wait until Windows has finished signing you in, then choose Try again.',
  },
}

/** How to repair the keychain on this platform, one sentence. */
export function vaultAdvice(platform: Platform, code: VaultErrorCode): string {
  return advices[platform][code]
}
