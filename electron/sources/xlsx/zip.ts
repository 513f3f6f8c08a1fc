import { type Entry, fromBufferPromise, openPromise } from 'yauzl'
import { MusterError } from '../../../shared/errors.ts'
import { t } from '../../../shared/words/text.ts'

/** The parts of a workbook, by their path inside it. */
export interface Zip {
  has(path: string): boolean
  /** The bytes of a part, unpacked as they are asked for. @throws MusterError `file-format` */
  part(path: string): AsyncGenerator<Buffer>
  close(): void
}

/** Bytes that one part may unpack to. A million rows stay below; what is made to fill a disk does not. */
const largestPart = 2_000_000_000
/** Unpacked bytes for each packed one beyond the first hundred megabytes; a table of the same cell over and over has 200. */
const mostPacked = 400
const unsuspicious = 100_000_000
/** A workbook of a thousand sheets has a few thousand parts. */
const mostParts = 20_000

/**
 * Opens a workbook, which is a ZIP archive. yauzl refuses a part that unpacks to more than its entry says; what an entry may
 * say is limited here.
 * @throws MusterError `file-format`
 */
export async function openZip(from: string | Uint8Array, where: string): Promise<Zip> {
  const entries = new Map<string, Entry>()
  const options = { lazyEntries: true, autoClose: false } as const
  const zip = await damageSaid(where, () =>
    typeof from === 'string' ? openPromise(from, options) : fromBufferPromise(Buffer.from(from), options),
  )
  const close = (): void => {
    if (zip.isOpen) zip.close()
  }
  try {
    await damageSaid(where, async () => {
      for await (const entry of zip.eachEntry()) {
        entries.set(entry.fileName, entry)
        if (entries.size > mostParts) throw refused(where, t('It has too many parts for a workbook.'))
      }
    })
  } catch (error) {
    close()
    throw error
  }
  return {
    has: (path) => entries.has(path),
    async *part(path) {
      const entry = entries.get(path)
      if (entry === undefined) throw refused(where, t('It is a damaged workbook: {path} is missing.', { path }))
      const { compressedSize, uncompressedSize } = entry
      if (uncompressedSize > Math.max(unsuspicious, compressedSize * mostPacked) || uncompressedSize > largestPart)
        throw refused(
          where,
          t('It unpacks to {megabytes, number} MB, too much to be right.', {
            megabytes: Math.round(uncompressedSize / 1e6),
          }),
        )
      if (entry.isEncrypted()) throw refused(where, t('It is protected with a password; save it without one.'))
      const stream = await damageSaid(where, () => zip.openReadStreamPromise(entry))
      try {
        for await (const chunk of stream) yield chunk as Buffer
      } catch (error) {
        throw damaged(where, error)
      } finally {
        stream.destroy()
      }
    },
    close,
  }
}

const refused = (where: string, detail: string): MusterError =>
  new MusterError('file-format', where === '' ? { detail } : { where, detail })

const damaged = (where: string, error: unknown): unknown =>
  error instanceof MusterError
    ? error
    : new MusterError('file-format', {
        ...(where === '' ? {} : { where }),
        detail: t('It is a damaged workbook; open it in Excel and save it again.'),
        cause: error,
      })

async function damageSaid<T>(where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw damaged(where, error)
  }
}
