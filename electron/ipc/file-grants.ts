import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { MusterError } from '../../shared/errors.ts'
import type { FileGrant } from '../../shared/model/app.ts'

/** The files the admin chose since the start. The window names a file by its grant and never by its path. */
export interface FileGrants {
  /** Remembers a path and gives the id for it. */
  grant(path: string): FileGrant
  /**
   * The path behind a grant.
   * @throws MusterError `file-grant` when nothing was chosen under this id.
   */
  path(grant: string): string
}

/** An empty {@link FileGrants}. */
export function createFileGrants(): FileGrants {
  const paths = new Map<string, string>()
  return {
    grant: (path) => {
      const grant = randomUUID()
      paths.set(grant, path)
      return { grant, name: basename(path).slice(0, 400) }
    },
    path: (grant) => {
      const path = paths.get(grant)
      if (path === undefined) throw new MusterError('file-grant')
      return path
    },
  }
}
