import { connect } from 'node:net'
import { getCACertificates } from 'node:tls'
import type { Emit } from './ipc/emit.ts'
import type { FileGrants } from './ipc/file-grants.ts'
import { createPeopleReading, type PeopleReading } from './people-reading.ts'
import type { Clock, Log, Redactor, Vault } from './ports.ts'
import type { Workspace } from './provisioning/workspace-types.ts'
import { createSourceSecrets } from './source-secrets.ts'
import { createSourceSetup, type SourceSetup, type SourceSetupParts } from './source-setup.ts'
import { createFileWatch, type FileWatch } from './sources/file-watch.ts'

/** Everything about where people come from, built from the parts of main. */
export interface PeopleSources {
  readonly reading: PeopleReading
  readonly fileWatch: FileWatch
  readonly setup: SourceSetup
}

/** What {@link createPeopleSources} needs. */
export interface PeopleSourcesParts extends Pick<SourceSetupParts, 'networkOf'> {
  readonly workspaceOf: (connection: string) => Promise<Workspace>
  readonly grants: FileGrants
  readonly vault: Vault
  readonly clock: Clock
  readonly log: Log
  readonly redactor: Redactor
  readonly emit: Emit
}

/** See {@link PeopleSources}. */
export function createPeopleSources(parts: PeopleSourcesParts): PeopleSources {
  const { workspaceOf, grants, vault, clock, log, redactor, emit, networkOf } = parts
  return {
    reading: createPeopleReading({ workspaceOf, clock, emit }),
    fileWatch: createFileWatch((connection, change) => emit('source.fileChanged', { connection, change })),
    setup: createSourceSetup({
      workspaceOf,
      networkOf,
      secrets: createSourceSecrets(vault, redactor),
      pathOf: grants.path,
      ldap: { connect, systemAuthorities: () => getCACertificates('system'), clock },
      scim: { clock, log, redactor },
    }),
  }
}
