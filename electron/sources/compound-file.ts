import { MusterError } from '../../shared/errors.ts'
import { t } from '../../shared/words/text.ts'
import type { Bytes } from './bytes.ts'

/** Names of what is inside, as a compound file writes them: two bytes a character. */
const named = (name: string): Buffer => Buffer.from(name, 'utf16le')
const encrypted = named('EncryptedPackage')
const word = named('WordDocument')

/**
 * Says what is wrong with a compound file, the container of the old Office formats and of everything with a password.
 * @throws MusterError `file-format`, always.
 */
export async function refuseCompound({ name, chunks }: Bytes): Promise<never> {
  let before: Uint8Array = Buffer.alloc(0)
  let detail: string = t('It is an Excel workbook of the old kind (.xls); save it as .xlsx or CSV.')
  for await (const chunk of chunks()) {
    const bytes = Buffer.concat([before, chunk])
    if (bytes.includes(encrypted)) {
      detail = t('It is a workbook with a password; save it without one.')
      break
    }
    if (bytes.includes(word)) {
      detail = t('It is a Word document.')
      break
    }
    before = bytes.subarray(-64)
  }
  throw new MusterError('file-format', name === '' ? { detail } : { where: name, detail })
}
