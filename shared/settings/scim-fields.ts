import type { ScimSettings } from '../model/connection.ts'
import { t } from '../words/text.ts'
import { readServiceAddress } from './address.ts'
import { completed, given, guid, invalid, isPlaceholder, type Judgement, missing, withScheme } from './judgement.ts'

const k2Scim = 'https://scim.onk2.com'

/** What `baseUrl` gives: the service's address, and the path token and layout when it was a whole SCIM address. */
export interface BaseUrl {
  readonly scim: ScimSettings
  readonly token: string | null
}

/** `baseUrl`: where the SCIM service is. */
export function judgeBaseUrl(text: string): Judgement<BaseUrl> {
  const usual = { path: '/tokens/{token}/scim/v2', lowerCase: false } as const
  const base = (baseUrl: string): BaseUrl => ({ scim: { baseUrl, ...usual }, token: null })
  if (text === '') return completed(base(k2Scim), k2Scim, t('Empty: the K2 Cloud address was added'))
  if (isPlaceholder(text)) return invalid(text, t('it is still a placeholder'))
  const plain = withScheme(text)
  const address = readServiceAddress(plain.text)
  if ('refused' in address) return invalid(text, address.refused)
  const whole =
    /^(?<base>.*?)\/+tokens\/+(?<token>[^/]+)(?<layout>\/+scim\/+v2)?(?:\/+(?:(?<lower>users|groups)|users|groups)?.*)?$/i.exec(
      address.text,
    )?.groups
  if (whole?.base !== undefined && whole.token !== undefined) {
    const { base: baseUrl, token } = whole
    const path = whole.layout === undefined ? '/tokens/{token}' : '/tokens/{token}/scim/v2'
    const value: BaseUrl = { scim: { baseUrl, path, lowerCase: false }, token: /^\{.*\}$/.test(token) ? null : token }
    return completed(value, baseUrl, t('A whole SCIM address: it was shortened to the service'))
  }
  const shorter = address.text.replace(/(?:\/+scim\/+v2)?\/*$/i, '')
  if (plain.note !== null) return completed(base(shorter), shorter, plain.note)
  // A slash at the end means the same; nothing to tell about.
  if (/\/scim\//i.test(address.text.slice(shorter.length)))
    return completed(base(shorter), shorter, t('/scim/v2 at its end was removed; Muster adds it'))
  return given(base(shorter), shorter)
}

/** `token`: the path token. `held` is the one Muster has already, for a text that shows it as dots. */
export function judgeToken(
  text: string,
  held: { readonly token: string; readonly masked: string } | null,
): Judgement<string> {
  if (text === '') return missing(t('The SCIM token has to come from Nintex'))
  if (held !== null && text === held.masked) return given(held.token, hint(held.token))
  if (text.includes('•')) return invalid(null, t('part of it is hidden by dots; paste the whole token'))
  if (isPlaceholder(text)) return invalid(null, t('it is still a placeholder'))
  if (!/^[\w.~-]{8,200}$/.test(text))
    return invalid(null, t('a token has at least 8 letters, digits and dashes, and nothing else'))
  if (/^[0-9a-f-]{20,}$/i.test(text) && text.includes('-') && !guid.test(text)) {
    return invalid(
      null,
      t('it has {count} characters where an id has 36; some may have got lost', { count: text.length }),
    )
  }
  return given(text, hint(text))
}

const hint = (token: string): string => `••••${token.length >= 12 ? token.slice(-4) : ''}`
