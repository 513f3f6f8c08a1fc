import { unwatchFile, watchFile } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileChange } from '../../shared/model/source.ts'

/** A file as it was when it was read. */
export interface FollowedFile {
  readonly path: string
  /** When it had been written last, Unix milliseconds; null when that is not known, and then nothing is told. */
  readonly modifiedAt: number | null
}

/** Notices when the files that people were read from are written again. Nothing is read by itself. */
export interface FileWatch {
  /**
   * Follows the file of a connection from now on, and tells how it is now: null while it is as it was read, or gone.
   * @param file null for a connection whose people come from elsewhere: nothing of it is followed any more.
   */
  follow(connection: string, file: FollowedFile | null): Promise<FileChange | null>
}

/** Milliseconds between two looks. The system’s own notices miss what happens on a network drive, so the file is asked. */
const pause = 3_000

/** @param onChange told when a followed file was written, once for each time it was; null when it is as it was read again. */
export function createFileWatch(onChange: (connection: string, change: FileChange | null) => void): FileWatch {
  const stops = new Map<string, () => void>()
  const stop = (connection: string): void => {
    stops.get(connection)?.()
    stops.delete(connection)
  }
  const watch = (connection: string, file: FollowedFile): void => {
    const look = ({ mtimeMs }: { mtimeMs: number }): void => onChange(connection, changeOf(file, mtimeMs))
    watchFile(file.path, { interval: pause, persistent: false }, look)
    stops.set(connection, () => unwatchFile(file.path, look))
  }
  return {
    follow: async (connection, file) => {
      stop(connection)
      if (file === null) return null
      watch(connection, file)
      try {
        return changeOf(file, (await stat(file.path)).mtimeMs)
      } catch {
        // It has been moved or its drive is away; reading it again says so.
        return null
      }
    },
  }
}

/** A time of 0 is what watching says of a file that is gone. */
const changeOf = ({ path, modifiedAt }: FollowedFile, now: number): FileChange | null =>
  modifiedAt === null || now === 0 || now === modifiedAt ? null : { name: basename(path), modifiedAt: now }
