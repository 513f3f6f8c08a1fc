import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { MusterError } from '../../shared/errors.ts'
import { t, texts } from '../../shared/words/text.ts'
import type { ReadProgress } from './source.ts'

/** A file’s content that can be read from its beginning as often as needed. */
export interface Bytes {
  /** File name without its folder. */
  readonly name: string
  readonly size: number
  /** When the file was written last, Unix milliseconds; null for bytes that are there already. */
  readonly modifiedAt: number | null
  /** Where the bytes are, for formats that are not read from front to back. */
  readonly from: string | Uint8Array
  /** The first bytes. */
  readonly head: Uint8Array
  /** All of them in chunks; other work of the process gets its turn between two. */
  chunks(): AsyncGenerator<Uint8Array>
}

/** Bytes in one chunk: what takes a few milliseconds to parse. */
const chunkSize = 64 * 1024

/** Bytes that are asked of the disk at once: each question takes longer than the bytes do. */
const readSize = 1024 * 1024

/**
 * Opens a file, or bytes that are there already.
 * @throws MusterError `file-unreadable` with the system’s reason in plain words.
 */
export async function openBytes(
  from: string | Uint8Array,
  onProgress?: (progress: ReadProgress) => void,
): Promise<Bytes> {
  if (typeof from !== 'string') return ofArray(from, onProgress)
  const name = basename(from)
  try {
    const handle = await open(from, 'r')
    try {
      const stats = await handle.stat()
      if (stats.isDirectory()) throw new MusterError('file-unreadable', { where: name, detail: t('It is a folder.') })
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(chunkSize), 0, chunkSize, 0)
      const { size, mtimeMs: modifiedAt } = stats
      const head = buffer.subarray(0, bytesRead)
      return { name, size, modifiedAt, from, head, chunks: () => ofFile(from, size, onProgress) }
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw unreadable(error, name)
  }
}

async function* ofFile(
  path: string,
  total: number,
  onProgress?: (progress: ReadProgress) => void,
): AsyncGenerator<Buffer> {
  let done = 0
  try {
    const file = await open(path, 'r')
    try {
      for (;;) {
        const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(readSize), 0, readSize)
        if (bytesRead === 0) return
        for (let start = 0; start < bytesRead; start += chunkSize) {
          const chunk = buffer.subarray(start, Math.min(start + chunkSize, bytesRead))
          done += chunk.length
          onProgress?.({ done, total })
          yield chunk
          await setImmediate()
        }
      }
    } finally {
      await file.close()
    }
  } catch (error) {
    throw unreadable(error, basename(path))
  }
}

function ofArray(bytes: Uint8Array, onProgress?: (progress: ReadProgress) => void): Bytes {
  return {
    name: '',
    size: bytes.length,
    modifiedAt: null,
    from: bytes,
    head: bytes.subarray(0, chunkSize),
    async *chunks() {
      for (let start = 0; start < bytes.length; start += chunkSize) {
        const chunk = bytes.subarray(start, start + chunkSize)
        onProgress?.({ done: start + chunk.length, total: bytes.length })
        yield chunk
        await setImmediate()
      }
    },
  }
}

const reasons: Readonly<Record<string, string>> = texts({
  ENOENT: 'There is no such file any more.',
  EACCES: 'You may not open it.',
  EPERM: 'You may not open it.',
  EISDIR: 'It is a folder.',
  EBUSY: 'Another program has it open.',
})

function unreadable(error: unknown, name: string): MusterError {
  if (error instanceof MusterError) return error
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  return new MusterError('file-unreadable', {
    where: name,
    cause: error,
    ...(reasons[code] ? { detail: reasons[code] } : {}),
  })
}
