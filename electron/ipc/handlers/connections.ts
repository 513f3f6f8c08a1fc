import { readFile, stat } from 'node:fs/promises'
import type { Handlers } from '../../../shared/contract.ts'
import { MusterError } from '../../../shared/errors.ts'
import type { Demo } from '../../demo.ts'
import type { OpenConnections } from '../../open-connections.ts'
import type { PeopleReading } from '../../people-reading.ts'
import type { ManagedPolicy } from '../../policy.ts'
import { decodeText } from '../../sources/encoding.ts'
import type { Connections } from '../../store/connections.ts'
import type { FileGrants } from '../file-grants.ts'
import type { Sealing } from '../sealed.ts'

/** What the calls about connections need. */
export interface ConnectionParts {
  readonly connections: Connections
  readonly open: OpenConnections
  readonly reading: Pick<PeopleReading, 'cancel'>
  readonly grants: FileGrants
  readonly sealing: Promise<Sealing>
  readonly demo: Demo | null
  readonly policy: Pick<ManagedPolicy, 'presetSettings'>
}

/** Nintex's document has a dozen lines; a file beyond this is something else. */
const maxSettingsBytes = 1_000_000

/** `connections.*` */
export const connectionHandlers = (parts: ConnectionParts): Handlers['connections'] => ({
  list: () => parts.connections.list(),
  understand: async ({ text, draft }) => parts.connections.understand((await parts.sealing).open(text), draft),
  understandFile: async ({ grant }) => parts.connections.understand(await readSettings(parts.grants.path(grant)), null),
  understandDemo: () => {
    if (!parts.demo) throw new MusterError('settings-empty')
    return parts.connections.understand(JSON.stringify(parts.demo.settings, null, 2), null)
  },
  understandPreset: ({ preset }) => parts.connections.understand(parts.policy.presetSettings(preset), null),
  create: (input) => parts.connections.create(input),
  update: ({ connection, ...changes }) => parts.connections.update(connection, changes),
  remove: async ({ connection }) => {
    parts.reading.cancel(connection)
    const { session } = await parts.open.get(connection)
    await session.signOut()
    await parts.open.remove(connection)
    await parts.connections.remove(connection)
    return null
  },
})

async function readSettings(path: string): Promise<string> {
  try {
    if ((await stat(path)).size > maxSettingsBytes) throw new MusterError('settings-unreadable')
    return decodeText(await readFile(path))
  } catch (error) {
    if (error instanceof MusterError) throw error
    throw new MusterError('file-unreadable', { cause: error })
  }
}
