import { readFile, stat } from 'node:fs/promises'
import { MusterError } from '../shared/errors.ts'
import { decodeText } from './sources/encoding.ts'

/** Settings, mappings and chains of certificates have some lines; a file beyond this is something else. */
const maxBytes = 1_000_000

/**
 * The text of a small file the admin chose, in whatever encoding it is.
 * @throws MusterError `file-unreadable`, and `tooLarge` for a file of a size that none of them has
 */
export async function readSmallText(path: string, tooLarge: MusterError): Promise<string> {
  try {
    if ((await stat(path)).size > maxBytes) throw tooLarge
    return decodeText(await readFile(path))
  } catch (error) {
    if (error instanceof MusterError) throw error
    throw new MusterError('file-unreadable', { cause: error })
  }
}
