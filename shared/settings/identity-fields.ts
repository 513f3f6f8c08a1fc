import { t } from '../words/text.ts'
import { readRedirectAddress, readServiceAddress } from './address.ts'
import { completed, given, guid, invalid, isPlaceholder, type Judgement, missing, withScheme } from './judgement.ts'
import { maskSecret } from './mask.ts'

/** A tenant’s address is this and the tenant’s GUID (k2.md). */
const k2Login = 'https://login.onk2.com/'
/** What Nintex’s public sample has built in. */
const sampleRedirect = 'http://127.0.0.1:5678'

/** `authority`: where the admin signs in. */
export function judgeAuthority(text: string): Judgement<string> {
  const tenant = /^[{(]?([0-9a-f-]{36})[)}]?$/i.exec(text)?.[1] ?? ''
  if (guid.test(tenant)) {
    const whole = tenantAddress(tenant)
    return completed(whole, whole, t('A bare tenant id: the K2 address was added'))
  }
  if (text === '') return missing(t('The tenant’s address or id has to come from Nintex'))
  if (isPlaceholder(text)) return invalid(text, t('it is still a placeholder'))
  const plain = withScheme(text)
  const address = readServiceAddress(plain.text)
  if ('refused' in address) return invalid(text, address.refused)
  const discovered = address.text.replace(/\/\.well-known\/openid-configuration\/?$/i, '')
  const last = /^https:\/\/login\.onk2\.com\/+([^/]+)\/*$/i.exec(discovered)?.[1] ?? ''
  if (guid.test(last)) {
    const whole = tenantAddress(last)
    if (whole === text) return given(whole, whole)
    return completed(whole, whole, plain.note ?? tenantNote(text, last))
  }
  // Other providers compare their issuer letter by letter, a slash at its end included.
  if (discovered !== address.text)
    return completed(discovered, discovered, t('The address of its discovery page was shortened'))
  return plain.note === null ? given(discovered, discovered) : completed(discovered, discovered, plain.note)
}

const tenantAddress = (tenant: string): string => `${k2Login}${tenant.toLowerCase()}`

function tenantNote(text: string, tenant: string): string {
  if (text.endsWith(`${tenant}/`)) return t('The slash at its end was removed')
  if (!text.endsWith(tenant)) return t('What follows the tenant id was removed')
  return t('The tenant id was put in lower case, as K2 writes it')
}

/** `clientId`: as whom Muster signs in. */
export function judgeClientId(text: string): Judgement<string> {
  if (text === '') return missing(t('The client id has to come from Nintex'))
  if (isPlaceholder(text)) return invalid(text, t('it is still a placeholder'))
  if (/[\s\p{Cc}•]/u.test(text)) return invalid(text, t('it holds blanks or characters that no client id has'))
  if (text.length > 200) return invalid(`${text.slice(0, 40)}…`, t('it is longer than 200 characters'))
  return given(text, text)
}

/**
 * `clientSecret`: what Muster signs in with by itself.
 * @param held the secret Muster has already, for a text that shows it as dots.
 */
export function judgeClientSecret(text: string, held: string | null): Judgement<string> {
  if (text === '') return missing(t('The client secret has to come from Nintex'))
  if (held !== null && text === maskSecret(held)) return given(held, text)
  if (text.includes('•')) return invalid(null, t('part of it is hidden by dots; paste the whole secret'))
  if (isPlaceholder(text)) return invalid(null, t('it is still a placeholder'))
  if (/[\s\p{Cc}]/u.test(text)) return invalid(null, t('it holds blanks, which no client secret has'))
  // A shorter one could not be kept out of a log: hiding it would black out ordinary words.
  if (text.length < 6 || text.length > 1000) return invalid(null, t('a client secret has 6 to 1,000 characters'))
  return given(text, maskSecret(text))
}

/** `redirectUri`: where the browser comes back to. */
export function judgeRedirectUri(text: string): Judgement<string> {
  if (text === '')
    return completed(sampleRedirect, sampleRedirect, t('Not given: the address of Nintex’s own sample was added'))
  const plain = /^(?:127\.0\.0\.1|localhost|\[::1\])(?:[:/]|$)/i.test(text)
    ? { text: `http://${text}`, note: t('http:// was added') }
    : { text, note: null }
  const address = readRedirectAddress(plain.text)
  if ('refused' in address) return invalid(text, address.refused)
  if (address.text.length > 500) return invalid(`${text.slice(0, 40)}…`, t('it is longer than 500 characters'))
  return plain.note === null ? given(address.text, address.text) : completed(address.text, address.text, plain.note)
}
