import { X509Certificate } from 'node:crypto'
import { MusterError } from '../../../shared/errors.ts'

/**
 * Looks whether a text holds certificates.
 * @throws MusterError `certificate-file`
 */
export function checkAuthority(pem: string): void {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  try {
    for (const certificate of found) new X509Certificate(certificate)
  } catch (cause) {
    throw new MusterError('certificate-file', { cause })
  }
  if (found.length === 0) throw new MusterError('certificate-file')
}
