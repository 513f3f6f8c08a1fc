import type { Handlers } from '../../../shared/contract.ts'
import { MusterError } from '../../../shared/errors.ts'
import { peopleExtensions, settingsExtensions } from '../../../shared/file-kinds.ts'
import { readMappingFile } from '../../../shared/mapping/mapping-file.ts'
import { type FileChange, type FileReading, recognised } from '../../../shared/model/source.ts'
import { kindOfText } from '../../../shared/settings/file-kind.ts'
import type { Demo } from '../../demo.ts'
import type { DiagnosticsExport } from '../../diagnostics.ts'
import type { PeopleReading } from '../../people-reading.ts'
import type { Workspace } from '../../provisioning/workspace-types.ts'
import { readSmallText } from '../../small-text.ts'
import type { SourceSetup } from '../../source-setup.ts'
import { fileSource, lookAtFile } from '../../sources/file.ts'
import type { FileWatch } from '../../sources/file-watch.ts'
import type { SettingsStore } from '../../store/settings.ts'
import type { FileGrants } from '../file-grants.ts'
import { createSavedFiles, type SavingParts } from '../saved-files.ts'

/** What the calls that touch the admin's files need. */
export interface FileParts extends SavingParts {
  readonly workspaceOf: (connection: string) => Promise<Workspace>
  readonly reading: PeopleReading
  readonly setup: Pick<SourceSetup, 'source' | 'switchToFile'>
  readonly grants: FileGrants
  /** Asks the admin for a file with one of these endings; null when they cancel. */
  readonly askWhichFile: (extensions: readonly string[]) => Promise<string | null>
  readonly settings: SettingsStore
  readonly fileWatch: FileWatch
  readonly demo: Demo | null
  readonly diagnostics: DiagnosticsExport
}

/** `files.*`, and what of `source.*`, `mapping.*`, `plans.*` and `runs.*` reads or writes a file. */
export function fileHandlers(parts: FileParts): {
  files: Handlers['files']
  source: Pick<Handlers['source'], 'openFile' | 'lookAtFile' | 'openDemo' | 'refresh' | 'reread' | 'fileChange'>
  mapping: Pick<Handlers['mapping'], 'export' | 'import'>
  plans: Pick<Handlers['plans'], 'export'>
  runs: Pick<Handlers['runs'], 'export'>
  diagnostics: Handlers['diagnostics']
} {
  const files = createSavedFiles(parts)
  /** Follows the file while people come from it, and tells how it is now. */
  const follow = async (connection: string): Promise<FileChange | null> => {
    const path = parts.settings.peopleFile(connection)
    const { source } = await parts.workspaceOf(connection)
    const read = source.summary()
    const followed = path !== null && read?.kind === 'file' && source.settings().use === 'file'
    return parts.fileWatch.follow(connection, followed ? { path, modifiedAt: read.modifiedAt } : null)
  }
  const readInto = async (connection: string, path: string, reading: FileReading) => {
    const summary = await parts.reading.read(connection, fileSource(path, reading))
    parts.settings.setPeopleFile(connection, path, reading)
    await parts.setup.switchToFile(connection)
    await follow(connection)
    return summary
  }
  const fileOf = (connection: string): string => {
    const path = parts.settings.peopleFile(connection)
    if (!path) throw new MusterError('source-none')
    return path
  }
  return {
    files: {
      grant: (path) => parts.grants.grant(path),
      choose: async ({ what }) => {
        const path = await parts.askWhichFile(what === 'people' ? peopleExtensions : settingsExtensions)
        return path === null ? null : parts.grants.grant(path)
      },
      kind: async ({ grant }) => {
        const path = parts.grants.path(grant)
        // What is too large for settings, or no text of any kind, may still be a list.
        if (!settingsExtensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`))) return 'people'
        const text = await readSmallText(path, new MusterError('settings-unreadable')).catch(() => '')
        return kindOfText(text)
      },
      show: ({ saved }) => {
        files.show(saved)
        return null
      },
    },
    source: {
      openFile: ({ connection, grant, reading }) => readInto(connection, parts.grants.path(grant), reading),
      lookAtFile: ({ connection, grant, reading }) =>
        lookAtFile(grant === null ? fileOf(connection) : parts.grants.path(grant), reading),
      openDemo: ({ connection }) => {
        if (!parts.demo) throw new MusterError('source-none')
        return readInto(connection, parts.demo.peopleFile, recognised)
      },
      refresh: async ({ connection }) => {
        const underWay = parts.reading.underWay(connection)
        if (underWay !== null) return underWay
        const source = await parts.setup.source(connection)
        if (source) return parts.reading.read(connection, source)
        return readInto(connection, fileOf(connection), parts.settings.peopleReading(connection))
      },
      reread: ({ connection, reading }) => readInto(connection, fileOf(connection), reading),
      fileChange: ({ connection }) => follow(connection),
    },
    mapping: {
      export: async ({ connection, ...input }) =>
        files.save((await parts.workspaceOf(connection)).mapping.export(input)),
      import: async ({ grant }) =>
        readMappingFile(await readSmallText(parts.grants.path(grant), new MusterError('mapping-file'))),
    },
    plans: {
      export: async ({ connection, ...input }) => files.save((await parts.workspaceOf(connection)).plans.export(input)),
    },
    runs: {
      export: async ({ connection, ...input }) => files.save((await parts.workspaceOf(connection)).runs.export(input)),
    },
    diagnostics: {
      look: () => parts.diagnostics.look(),
      export: () => files.save(parts.diagnostics.file()),
    },
  }
}
