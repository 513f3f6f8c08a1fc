import type { Handlers } from '../../../shared/contract.ts'
import { MusterError } from '../../../shared/errors.ts'
import type { Demo } from '../../demo.ts'
import type { Networks } from '../../network/network.ts'
import type { OpenConnections } from '../../open-connections.ts'
import type { PeopleReading } from '../../people-reading.ts'
import type { ManagedPolicy } from '../../policy/policy.ts'
import type { Log } from '../../ports.ts'
import { readSmallText } from '../../small-text.ts'
import type { FileWatch } from '../../sources/file-watch.ts'
import type { Connections } from '../../store/connections.ts'
import type { SettingsStore } from '../../store/settings.ts'
import type { FileGrants } from '../file-grants.ts'
import type { Sealing } from '../sealed.ts'
import type { Trying } from '../trying.ts'

/** What the calls about connections need. */
export interface ConnectionParts {
  readonly connections: Connections
  readonly settings: Pick<SettingsStore, 'setChosen'>
  readonly open: OpenConnections
  readonly reading: Pick<PeopleReading, 'cancel'>
  /** Tests and counts of sources. */
  readonly trying: Pick<Trying, 'stop'>
  /** Tests of connections. */
  readonly testing: Pick<Trying, 'stop'>
  readonly fileWatch: Pick<FileWatch, 'follow'>
  readonly networks: Pick<Networks, 'forget'>
  readonly log: Log
  readonly grants: FileGrants
  readonly sealing: Promise<Sealing>
  readonly demo: Demo | null
  readonly policy: Pick<ManagedPolicy, 'presetSettings'>
}

/** `connections.*` */
export const connectionHandlers = (parts: ConnectionParts): Handlers['connections'] => ({
  list: () => parts.connections.list(),
  choose: ({ connection }) => {
    parts.settings.setChosen(parts.connections.find(connection).id)
    return null
  },
  understand: async ({ text, draft }) => parts.connections.understand((await parts.sealing).open(text), draft),
  understandFile: async ({ grant }) =>
    parts.connections.understand(
      await readSmallText(parts.grants.path(grant), new MusterError('settings-unreadable')),
      null,
    ),
  understandDemo: () => {
    if (!parts.demo) throw new MusterError('settings-empty')
    return parts.connections.understand(JSON.stringify(parts.demo.settings, null, 2), null)
  },
  understandPreset: ({ preset }) => parts.connections.understand(parts.policy.presetSettings(preset), null),
  create: (input) => parts.connections.create(input),
  update: async ({ connection, ...changes }) => {
    const after = parts.connections.update(connection, changes)
    if (after.readOnly) (await openOrNull(parts, connection))?.workspace.hold()
    return after
  },
  duplicate: async ({ connection }) => {
    const copy = await parts.connections.duplicate(connection)
    try {
      parts.open.copySettings(connection, copy.id)
      return copy
    } catch (error) {
      // Half a copy would push by a mapping that nobody has chosen.
      await parts.open.remove(copy.id)
      await parts.connections.remove(copy.id)
      throw error
    }
  },
  remove: async ({ connection }) => {
    parts.connections.find(connection)
    parts.reading.cancel(connection)
    parts.trying.stop(connection)
    parts.testing.stop(connection)
    await parts.fileWatch.follow(connection, null)
    const left = await (await openOrNull(parts, connection))?.session.signOut()
    await parts.open.remove(connection)
    await parts.connections.remove(connection)
    parts.networks.forget(connection)
    // Gone with the connection, and nobody could be told afterwards.
    return { unrevoked: left?.failure?.code === 'signout-unrevoked' }
  },
})

/** A connection that can't be opened has nothing to pause, and can be removed all the same. */
const openOrNull = ({ open, log }: ConnectionParts, id: string) =>
  open.get(id).catch((error) => {
    log.warn('A connection could not be opened', { connection: id, reason: String(error) })
    return null
  })
