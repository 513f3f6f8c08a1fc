import { basename } from 'node:path'
import { MusterError } from '../../shared/errors.ts'
import { certificatesOf } from '../net/added-authority.ts'
import { readSmallText } from '../small-text.ts'

/**
 * Reads a file with the certificates of an authority, as PEM.
 * @throws MusterError `certificate-file` when there is none in it, `file-unreadable`
 */
export async function readAuthorityFile(path: string): Promise<{ readonly name: string; readonly pem: string }> {
  const pem = await readSmallText(path, new MusterError('certificate-file'))
  checkAuthority(pem)
  return { name: basename(path), pem }
}

function checkAuthority(pem: string): void {
  try {
    if (certificatesOf(pem).length > 0) return
  } catch (cause) {
    throw new MusterError('certificate-file', { cause })
  }
  throw new MusterError('certificate-file')
}
