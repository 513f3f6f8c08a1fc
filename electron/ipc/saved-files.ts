import { randomUUID } from 'node:crypto'
import { MusterError } from '../../shared/errors.ts'
import type { SavedFile } from '../../shared/model/app.ts'
import type { Exported } from '../provisioning/reports/export.ts'
import { writeFileWhole } from '../store/write-file.ts'

/** What saving files needs of the desktop. */
export interface SavingParts {
  /** Asks the admin where to save; null when they cancel. */
  readonly askWhereToSave: (suggestedName: string) => Promise<string | null>
  /** Shows a file in its folder. */
  readonly showInFolder: (path: string) => void
}

/** The files that main has written since the start. The window names one by its id and never by its path. */
export interface SavedFiles {
  /** Asks where to save, then writes; null when the admin cancelled. @throws MusterError `file-unwritable` */
  save(exported: Exported): Promise<SavedFile | null>
  /** Shows a file in its folder. @throws MusterError `file-grant` when main has not written one of this id. */
  show(saved: string): void
}

/** An empty {@link SavedFiles}. */
export function createSavedFiles({ askWhereToSave, showInFolder }: SavingParts): SavedFiles {
  const paths = new Map<string, string>()
  return {
    save: async ({ name, chunks }) => {
      const path = await askWhereToSave(name)
      if (path === null) return null
      await writeFileWhole(path, chunks)
      const saved = randomUUID()
      paths.set(saved, path)
      return { saved, path }
    },
    show: (saved) => {
      const path = paths.get(saved)
      if (path === undefined) throw new MusterError('file-grant')
      showInFolder(path)
    },
  }
}
