import { writeFile } from 'node:fs/promises'
import type { Handlers } from '../../../shared/contract.ts'
import { MusterError } from '../../../shared/errors.ts'
import { type FileReading, recognised } from '../../../shared/model/source.ts'
import type { Demo } from '../../demo.ts'
import type { Workspace } from '../../provisioning/workspace-types.ts'
import { fileSource, lookAtFile } from '../../sources/file.ts'
import type { FileWatch } from '../../sources/file-watch.ts'
import type { SettingsStore } from '../../store/settings.ts'
import type { FileGrants } from '../file-grants.ts'

/** What the calls that touch the admin's files need. */
export interface FileParts {
  readonly workspaceOf: (connection: string) => Promise<Workspace>
  readonly grants: FileGrants
  readonly settings: SettingsStore
  readonly fileWatch: FileWatch
  readonly demo: Demo | null
  /** Asks the admin where to save; null when they cancel. */
  readonly askWhereToSave: (suggestedName: string) => Promise<string | null>
}

/** `files.*`, and what of `source.*` and `runs.*` reads or writes a file. */
export function fileHandlers(parts: FileParts): {
  files: Handlers['files']
  source: Pick<Handlers['source'], 'openFile' | 'lookAtFile' | 'openDemo' | 'refresh' | 'reread' | 'fileChange'>
  runs: Pick<Handlers['runs'], 'exportCsv'>
} {
  const readInto = async (connection: string, path: string, reading: FileReading) => {
    const workspace = await parts.workspaceOf(connection)
    const summary = await workspace.source.store(await fileSource(path, reading).read())
    parts.settings.setPeopleFile(connection, path, reading)
    await parts.fileWatch.follow(connection, { path, modifiedAt: summary.modifiedAt })
    return summary
  }
  const fileOf = (connection: string): string => {
    const path = parts.settings.peopleFile(connection)
    if (!path) throw new MusterError('source-none')
    return path
  }
  return {
    files: { grant: (path) => parts.grants.grant(path) },
    source: {
      openFile: ({ connection, grant, reading }) => readInto(connection, parts.grants.path(grant), reading),
      lookAtFile: ({ connection, grant, reading }) =>
        lookAtFile(grant === null ? fileOf(connection) : parts.grants.path(grant), reading),
      openDemo: ({ connection }) => {
        if (!parts.demo) throw new MusterError('source-none')
        return readInto(connection, parts.demo.peopleFile, recognised)
      },
      refresh: ({ connection }) => readInto(connection, fileOf(connection), parts.settings.peopleReading(connection)),
      reread: ({ connection, reading }) => readInto(connection, fileOf(connection), reading),
      fileChange: async ({ connection }) => {
        const path = parts.settings.peopleFile(connection)
        const read = (await parts.workspaceOf(connection)).source.summary()
        if (path === null || read === null) return null
        return parts.fileWatch.follow(connection, { path, modifiedAt: read.modifiedAt })
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
