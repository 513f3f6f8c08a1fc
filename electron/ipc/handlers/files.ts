import type { Handlers } from '../../../shared/contract.ts'
import { MusterError } from '../../../shared/errors.ts'
import type { Demo } from '../../demo.ts'
import type { PeopleReading } from '../../people-reading.ts'
import type { Workspace } from '../../provisioning/workspace-types.ts'
import type { SourceSetup } from '../../source-setup.ts'
import { fileSource } from '../../sources/file.ts'
import type { SettingsStore } from '../../store/settings.ts'
import type { FileGrants } from '../file-grants.ts'
import { createSavedFiles, type SavingParts } from '../saved-files.ts'

/** What the calls that touch the admin's files need. */
export interface FileParts extends SavingParts {
  readonly workspaceOf: (connection: string) => Promise<Workspace>
  readonly reading: PeopleReading
  readonly setup: Pick<SourceSetup, 'source' | 'switchToFile'>
  readonly grants: FileGrants
  readonly settings: SettingsStore
  readonly demo: Demo | null
}

/** `files.*`, and what of `source.*`, `plans.*` and `runs.*` reads or writes a file. */
export function fileHandlers(parts: FileParts): {
  files: Handlers['files']
  source: Pick<Handlers['source'], 'openFile' | 'openDemo' | 'refresh'>
  plans: Pick<Handlers['plans'], 'export'>
  runs: Pick<Handlers['runs'], 'export'>
} {
  const files = createSavedFiles(parts)
  const readInto = async (connection: string, path: string) => {
    const summary = await parts.reading.read(connection, fileSource(path))
    parts.settings.setPeopleFile(connection, path)
    await parts.setup.switchToFile(connection)
    return summary
  }
  return {
    files: {
      grant: (path) => parts.grants.grant(path),
      show: ({ saved }) => {
        files.show(saved)
        return null
      },
    },
    source: {
      openFile: ({ connection, grant }) => readInto(connection, parts.grants.path(grant)),
      openDemo: ({ connection }) => {
        if (!parts.demo) throw new MusterError('source-none')
        return readInto(connection, parts.demo.peopleFile)
      },
      refresh: async ({ connection }) => {
        const underWay = parts.reading.underWay(connection)
        if (underWay !== null) return underWay
        const source = await parts.setup.source(connection)
        if (source) return parts.reading.read(connection, source)
        const path = parts.settings.peopleFile(connection)
        if (!path) throw new MusterError('source-none')
        return readInto(connection, path)
      },
    },
    plans: {
      export: async ({ connection, ...input }) => files.save((await parts.workspaceOf(connection)).plans.export(input)),
    },
    runs: {
      export: async ({ connection, ...input }) => files.save((await parts.workspaceOf(connection)).runs.export(input)),
    },
  }
}
