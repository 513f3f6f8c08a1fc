import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { MusterError } from '../shared/errors.ts'
import { certificatesOf } from './net/added-authority.ts'

/** A chain of certificates is a few kilobytes. */
const mostBytes = 1_000_000

/**
 * Reads a file with the certificates of an authority, as PEM.
 * @throws MusterError `certificate-file` when there is none in it, `file-unreadable`
 */
export async function readAuthorityFile(path: string): Promise<{ readonly name: string; readonly pem: string }> {
  let pem: string
  try {
    if ((await stat(path)).size > mostBytes) throw new MusterError('certificate-file')
    pem = await readFile(path, 'utf8')
  } catch (error) {
    throw error instanceof MusterError ? error : new MusterError('file-unreadable', { cause: error })
  }
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
