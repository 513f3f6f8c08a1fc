import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { MusterError } from '../../shared/errors.ts'

/**
 * Writes a file that only the user may read, a chunk at a time, whole or not at all: into a new file beside it, which takes
 * its name when everything is on the disk. What was there before stays when something goes wrong.
 * @throws MusterError `file-unwritable`; whatever making the chunks throws.
 */
export async function writeFileWhole(path: string, chunks: AsyncIterable<string>): Promise<void> {
  const part = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(4).toString('hex')}.part`)
  const file = await open(part, 'wx', 0o600).catch(unwritable)
  try {
    for await (const chunk of chunks) await file.writeFile(chunk).catch(unwritable)
    await file.sync().catch(unwritable)
    await file.close().catch(unwritable)
    await rename(part, path).catch(unwritable)
  } catch (error) {
    await file.close().catch(() => {})
    await rm(part, { force: true }).catch(() => {})
    throw error
  }
}

function unwritable(cause: NodeJS.ErrnoException): never {
  throw new MusterError('file-unwritable', { ...(cause.code === undefined ? {} : { detail: cause.code }), cause })
}
