import { writeFile } from 'node:fs/promises'
import type { Handlers } from '../../../shared/contract.ts'
import { MusterError } from '../../../shared/errors.ts'
import type { Demo } from '../../demo.ts'
import type { PeopleReading } from '../../people-reading.ts'
import type { Workspace } from '../../provisioning/workspace-types.ts'
import type { SourceSetup } from '../../source-setup.ts'
import { fileSource } from '../../sources/file.ts'
import type { SettingsStore } from '../../store/settings.ts'
import type { FileGrants } from '../file-grants.ts'

/** What the calls that touch the admin's files need. */
export interface FileParts {
  readonly workspaceOf: (connection: string) => Promise<Workspace>
  readonly reading: PeopleReading
  readonly setup: Pick<SourceSetup, 'source' | 'switchToFile'>
  readonly grants: FileGrants
  readonly settings: SettingsStore
  readonly demo: Demo | null
  /** Asks the admin where to save; null when they cancel. */
  readonly askWhereToSave: (suggestedName: string) => Promise<string | null>
}

/** `files.*`, and what of `source.*` and `runs.*` reads or writes a file. */
export function fileHandlers(parts: FileParts): {
  files: Handlers['files']
  source: Pick<Handlers['source'], 'openFile' | 'openDemo' | 'refresh'>
  runs: Pick<Handlers['runs'], 'exportCsv'>
} {
  const readInto = async (connection: string, path: string) => {
    const summary = await parts.reading.read(connection, fileSource(path))
    parts.settings.setPeopleFile(connection, path)
    await parts.setup.switchToFile(connection)
    return summary
  }
  return {
    files: { grant: (path) => parts.grants.grant(path) },
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
    runs: {
      exportCsv: async ({ connection, run }) => {
        const workspace = await parts.workspaceOf(connection)
        const path = await parts.askWhereToSave(`muster-run-${run}.csv`)
        if (path) await writeFile(path, workspace.runs.csv({ run }), { mode: 0o600 })
        return path
      },
    },
  }
}
