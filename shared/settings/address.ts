import { t } from '../words/text.ts'

/** In main as in the window; the language alone, by which shared/ is checked, does not have it. */
declare const URL: { canParse(text: string): boolean }

/** An http(s) address taken apart. By hand: URL would repair what has to be refused, and hide what was registered. */
export interface Address {
  readonly scheme: 'http' | 'https'
  /** As it stood there; an IPv6 address with its brackets. */
  readonly host: string
  /** Null when there is none; 0 is kept as 0. */
  readonly port: number | null
  /** Path with its leading slash, or empty. */
  readonly path: string
  /** Query with its question mark, or empty. */
  readonly query: string
  /** The whole address, as it stood there. */
  readonly text: string
}

/** Why a text is not an address that can be used, as the end of a sentence about it. */
export interface Refusal {
  readonly refused: string
}

const form =
  /^(?<scheme>[a-z][a-z0-9+.-]*):\/\/(?:(?<user>[^/?#]*)@)?(?<host>\[[0-9a-f:.]+\]|[\p{L}\p{N}.-]+)(?::(?<port>\d{0,5}))?(?<path>\/[^?#]*)?(?<query>\?[^#]*)?(?<fragment>#.*)?$/iu

/** Reads an absolute http or https address (RFC 3986) without user name and fragment. */
function readAddress(text: string): Address | Refusal {
  if (/[\s\\\p{Cc}"'<>^`{|}•]/u.test(text)) return { refused: t('it holds characters that no address has') }
  const { scheme, user, host = '', port, path = '', query = '', fragment } = form.exec(text)?.groups ?? {}
  if (scheme === undefined) return { refused: t('it is not a complete address') }
  const kind = scheme.toLowerCase()
  if (kind !== 'http' && kind !== 'https') return { refused: t('only https:// addresses can be used') }
  if (user !== undefined) return { refused: t('it holds a user name, which can make one server look like another') }
  if (fragment !== undefined) return { refused: t('it holds a part after #') }
  const number = port === undefined || port === '' ? null : Number(port)
  if ((number ?? 0) > 65_535 || !URL.canParse(text)) return { refused: t('it is not a complete address') }
  return { scheme: kind, host, port: number, path, query, text }
}

/** Whether a host is this computer itself, so that plain http to it can't be overheard (RFC 8252 section 8.3). */
export const isLoopbackHost = (host: string): boolean =>
  /^(?:localhost|\[::1\]|127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/i.test(host)

/** Reads the name or address of a server, without scheme and port; `loopback` tells whether it is this computer. */
export function readHost(text: string): { readonly host: string; readonly loopback: boolean } | Refusal {
  if (text === '') return { refused: t('it is empty') }
  const bracketed = /^[0-9a-f:]*:[0-9a-f:.]+$/i.test(text) ? `[${text}]` : text
  const address = readAddress(`https://${bracketed}`)
  if ('refused' in address) return { refused: t('it is not the name of a server') }
  if (address.port !== null || address.path !== '' || address.query !== '')
    return { refused: t('it has to be the name alone, without ldap://, port and path') }
  return { host: address.host.replace(/^\[|\]$/g, ''), loopback: isLoopbackHost(address.host) }
}

/** Reads the address of a service that secrets are sent to: https, or http to this computer; no query. */
export function readServiceAddress(text: string): Address | Refusal {
  const address = readAddress(text)
  if ('refused' in address) return address
  if (address.query !== '') return { refused: t('it holds a part after ?') }
  if (address.scheme === 'http' && !isLoopbackHost(address.host)) {
    return { refused: t('it is not encrypted: http:// is allowed only to this computer') }
  }
  return address
}

/**
 * Reads a redirect address (RFC 8252 section 7.3): plain http on 127.0.0.1, [::1] or localhost. It is never changed, since
 * the provider compares it letter by letter.
 */
export function readRedirectAddress(text: string): Address | Refusal {
  const address = readAddress(text)
  if ('refused' in address) return address
  if (!/^(?:localhost|\[::1\]|127\.0\.0\.1)$/i.test(address.host)) {
    return { refused: t('it does not lead to this computer: it has to be on 127.0.0.1, localhost or [::1]') }
  }
  if (address.scheme !== 'http')
    return { refused: t('it has to begin with http://, since it never leaves this computer') }
  return address
}
