import { MusterError } from '../../shared/errors.ts'
import { isLoopbackHost } from '../../shared/settings/address.ts'

/** Where the listener binds, and what the browser and the provider are told. */
export interface RedirectTarget {
  /** Addresses to bind: one, or both families for `localhost`. */
  readonly addresses: readonly string[]
  /** 0 for any free port. */
  readonly port: number
  /** Exact path of the callback, as it stands in a request line. */
  readonly path: string
  /** The redirect URI to send: verbatim, with the real port put in where the settings leave it open. */
  uri(port: number): string
  /** The Host header of a request that is meant for this listener (RFC 9110 section 7.2). */
  host(port: number): string
}

/** Scheme, host, port and the rest. By hand, because URL drops `:80` and adds a `/` that nobody registered. */
const form = /^http:\/\/(127\.0\.0\.1|\[::1\]|localhost)(?::(\d{0,5}))?([/?].*)?$/i

const addressesOf: Readonly<Record<string, readonly string[]>> = {
  '127.0.0.1': ['127.0.0.1'],
  '[::1]': ['::1'],
  // A browser may try either family first.
  localhost: ['127.0.0.1', '::1'],
}

/**
 * Reads a loopback redirect URI (RFC 8252 section 7.3). It is sent exactly as registered; port 0 or none means any.
 * @throws MusterError `signin-redirect` for anything but plain http on 127.0.0.1, [::1] or localhost.
 */
export function parseRedirectUri(text: string): RedirectTarget {
  const [all, host, port, rest = ''] = form.exec(text) ?? []
  const addresses = host ? addressesOf[host.toLowerCase()] : undefined
  const number = Number(port || 0)
  if (!all || !host || !addresses || number > 65_535 || rest.includes('#') || /\s/.test(rest)) {
    throw new MusterError('signin-redirect', { where: 'redirectUri', detail: text })
  }
  return {
    addresses,
    port: number,
    path: new URL(text).pathname,
    uri: (real) => (number === 0 ? `http://${host}:${real}${rest}` : text),
    host: (real) => (real === 80 ? host : `${host}:${real}`).toLowerCase(),
  }
}

/** Whether an address is this computer's own, so that plain http can't be overheard. */
export function isLoopback(url: URL): boolean {
  return isLoopbackHost(url.hostname)
}
