import { t } from '../words/text.ts'

/**
 * Parts of names, without letter case and punctuation, under which products keep what signs somebody in: `userPassword`,
 * `unicodePwd`, `krbPrincipalKey`, `ms-Mcs-AdmPwd`, `Kennwort`, `API key`.
 */
const secrets =
  /passw|passphrase|passcode|pwd|kennwort|secret(?!ar)|geheim|credential|token$|apikey|privatekey|principalkey|otpkey|otpseed|pkcs12|nthash|lmhash|auth(?:incoming|outgoing)|^pin$/

/** Whether something called so holds, by its name, what signs somebody in. Such values are neither shown nor kept. */
export const isSecretName = (name: string): boolean => secrets.test(name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))

/** Most characters of a further attribute's name: what is kept can also be shown as a column and filtered by. */
export const longestName = 500

/**
 * Why a further attribute of this name can’t be kept, one sentence; null when it can. A name that means something to every
 * JavaScript object (`constructor`, `__proto__`) would be read from people who don’t have it.
 */
export function whyNotKept(name: string): string | null {
  if (isSecretName(name)) return t('“{name}” looks like a secret, and Muster keeps no secrets of people.', { name })
  if (name.length > longestName)
    return t('“{name}…” is too long for the name of an attribute.', { name: name.slice(0, 40) })
  if (name === '' || name in {}) return t('“{name}” can’t be the name of an attribute.', { name })
  return null
}
