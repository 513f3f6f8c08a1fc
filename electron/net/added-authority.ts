import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { longestChain } from './certificates.ts'

/** Extended key usage “TLS server” (RFC 5280 section 4.2.1.12), and the one that means any. */
const forServers: ReadonlySet<string> = new Set(['1.3.6.1.5.5.7.3.1', '2.5.29.37.0'])

/** The certificates of a PEM file. @throws Error where one of them can’t be read. */
export const certificatesOf = (pem: string): X509Certificate[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map((one) => new X509Certificate(one))

/**
 * Whether a server’s certificate is for this host, valid now, and vouched for by one of the added authorities, through the
 * certificates that the server showed with it. `shown` has the server’s own first. Every signature is checked, every
 * certificate in between has to be an authority’s own, and all have to be valid at `now` (Unix milliseconds). Never throws.
 */
export function vouchedFor(
  host: string,
  shown: readonly X509Certificate[],
  added: readonly X509Certificate[],
  now: number,
): boolean {
  try {
    const [own] = shown
    if (!own || !isFor(own, host)) return false
    const usages = own.keyUsage
    if (usages !== undefined && !usages.some((usage) => forServers.has(usage))) return false
    let current = own
    for (let depth = 0; depth < longestChain; depth++) {
      if (!isValidAt(current, now) || isWeak(current)) return false
      const signed = current
      if (added.some((authority) => isValidAt(authority, now) && isSignedBy(signed, authority))) return true
      const issuer = shown.find((one) => one !== signed && isSignedBy(signed, one))
      if (!issuer) return false
      current = issuer
    }
    return false
  } catch {
    // What can’t be read vouches for nobody.
    return false
  }
}

/** By the names it is made out to; the subject’s common name is none (RFC 9525). */
const isFor = (certificate: X509Certificate, host: string): boolean =>
  isIP(host) !== 0
    ? certificate.checkIP(host) !== undefined
    : certificate.checkHost(host, { subject: 'never' }) !== undefined

const isValidAt = ({ validFrom, validTo }: X509Certificate, now: number): boolean =>
  Date.parse(validFrom) <= now && now <= Date.parse(validTo)

/** Signed in a way that can be forged. */
const isWeak = ({ signatureAlgorithm }: X509Certificate): boolean =>
  /md[245]|sha-?1(?!\d)/i.test(signatureAlgorithm ?? '')

const isSignedBy = (certificate: X509Certificate, authority: X509Certificate): boolean =>
  authority.ca && certificate.checkIssued(authority) && certificate.verify(authority.publicKey)
