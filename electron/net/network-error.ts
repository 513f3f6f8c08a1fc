import { type ErrorCode, MusterError } from '../../shared/errors.ts'

/** What each name of a network failure means. The first line that fits decides. */
const meanings: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^(ERR_)?INTERNET_DISCONNECTED$|^ENETDOWN$|^ENETUNREACH$|^EAI_AGAIN$/, 'offline'],
  [/TIMED_?OUT|_TIMEOUT$|^ETIMEDOUT$|^TimeoutError$/, 'timeout'],
  [/^ERR_PROXY_(AUTH|CONNECTION_AUTH)|^ERR_INVALID_AUTH_CREDENTIALS$|^ERR_UNEXPECTED_PROXY_AUTH$/, 'proxy-credentials'],
  [/^ERR_TUNNEL_CONNECTION_FAILED$/, 'proxy-refused'],
  [/PROXY|^ERR_PAC_/, 'proxy-unreachable'],
  [/CLIENT_AUTH/, 'client-certificate-wanted'],
  [/CERT|SSL|TLS|^EPROTO$|UNABLE_TO_(GET|VERIFY)|^SELF_SIGNED|^INVALID_(CA|PURPOSE)$/, 'tls'],
  [/REDIRECT/, 'redirect-refused'],
]

/** How Node names what is wrong with a certificate, by what it means. */
const certificates: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^CERT_(?:HAS_EXPIRED|NOT_YET_VALID)$/, 'certificate-expired'],
  [/ALTNAME|HOSTNAME_MISMATCH/, 'certificate-name'],
  [/SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|CERT|^INVALID_(?:CA|PURPOSE)$/, 'certificate-unknown'],
]

/** What Node's name for a certificate's fault means; null for any other name. */
export const certificateMeaning = (code: string): ErrorCode | null =>
  certificates.find(([form]) => form.test(code))?.[1] ?? null

/** A name of the operating system's, Node's, undici's or OpenSSL's: capitals, digits and underscores only. */
const codeForm = /^[A-Z][A-Z0-9_]{2,60}$/

/** How far a chain of causes is followed. */
const maxCauses = 6

/**
 * The name of a network failure: Chromium's `ERR_…` out of an Electron message (`net::ERR_…`), or the `code` of a Node error
 * or of what caused it. Null when nothing in the chain has one. A name never holds data of the request.
 */
export function networkCode(error: unknown): string | null {
  let current = error
  for (let depth = 0; depth < maxCauses && current instanceof Error; depth++) {
    const chromium = /net::(ERR_[A-Z0-9_]+)/.exec(current.message)?.[1]
    if (chromium) return chromium
    // Electron's words when a redirect arrives and `redirect: 'manual'` has no listener for it.
    if (/redirect was cancelled|attempted to redirect/i.test(current.message)) return 'ERR_REDIRECT'
    if (current.name === 'TimeoutError') return current.name
    if ('code' in current && typeof current.code === 'string' && codeForm.test(current.code)) return current.code
    // Several addresses of one host were tried, each with its own failure (RFC 8305); the last one speaks for all.
    current = current instanceof AggregateError && !current.cause ? current.errors.at(-1) : current.cause
  }
  return null
}

/** What a thrown value of `fetch` means. `where` is host and path, without a secret. */
export function networkError(error: unknown, where: string): MusterError {
  if (error instanceof MusterError) return error
  const code = networkCode(error)
  const meaning = code ? (meanings.find(([form]) => form.test(code))?.[1] ?? 'unreachable') : 'unreachable'
  // The free text of the error is left out: some runtimes quote a header, and so a token, in it.
  return new MusterError(meaning, { where, ...(code ? { detail: code } : {}) })
}
