import type { X509Certificate } from 'node:crypto'
import type { TLSSocket } from 'node:tls'
import type { ShownCertificate } from '../../shared/model/connection-test.ts'

/** Longest chain that is looked at; real ones have two to four. */
export const longestChain = 8

/** The chain that the other side showed, its own certificate first, ended where an authority vouches for itself. */
export function chainOf(socket: TLSSocket): ShownCertificate[] {
  const chain: X509Certificate[] = []
  for (let one = socket.getPeerX509Certificate(); one && chain.length < longestChain; one = one.issuerCertificate) {
    if (chain.some(({ fingerprint256 }) => fingerprint256 === one?.fingerprint256)) break
    chain.push(one)
  }
  return chain.map(shownCertificate)
}

/** A certificate as the window shows it. */
export const shownCertificate = ({ subject, issuer, validTo, fingerprint256 }: X509Certificate): ShownCertificate => ({
  subject: commonName(subject),
  issuer: commonName(issuer),
  validUntil: endOf(validTo),
  fingerprint: fingerprint256,
})

/** The part of a distinguished name that people know it by. */
const commonName = (name: string | undefined): string =>
  /^CN=(.+)$/m.exec(name ?? '')?.[1] ?? /^O=(.+)$/m.exec(name ?? '')?.[1] ?? (name ?? '').replaceAll('\n', ', ')

/** The end of a certificate in Unix milliseconds. One that can't be read counts as long over: nothing is trusted for what nobody can tell. */
function endOf(validTo: string): number {
  const end = Date.parse(validTo)
  return Number.isNaN(end) ? 0 : end
}
