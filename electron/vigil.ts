import type { SessionState } from '../shared/model/session.ts'
import { reminderWords } from '../shared/words/reminder-words.ts'
import type { Desktop } from './desktop.ts'
import type { Emit } from './ipc/emit.ts'
import type { OpenConnections } from './open-connections.ts'
import type { Clock, Log } from './ports.ts'
import { dueReminder, type Ending } from './reminders.ts'
import { readSessionEntry } from './session/session-entry.ts'
import type { KeychainVault } from './session/vault.ts'
import type { Connections } from './store/connections.ts'
import type { SettingsStore } from './store/settings.ts'
import { sessionEntry } from './vault-entries.ts'

/** What {@link startVigil} needs. */
export interface VigilParts {
  readonly connections: Pick<Connections, 'list'>
  readonly open: Pick<OpenConnections, 'get' | 'onSession' | 'renew'>
  readonly vault: Pick<KeychainVault, 'get' | 'status' | 'probe'>
  readonly settings: Pick<SettingsStore, 'reminded' | 'setReminded'>
  readonly clock: Clock
  readonly log: Log
  readonly emit: Emit
  readonly desktop: Pick<Desktop, 'notify' | 'isOnline' | 'onWake'>
}

/** Watches over time, sleep and the network for all connections at once. */
export interface Vigil {
  /** Whether there is any network, as it was seen last. */
  online(): boolean
  /** Ends it at once, so that quitting waits for no service that does not answer; no connection is opened after that. */
  end(): Promise<void>
}

/** Milliseconds between two looks at the network; asking is cheap. */
const lookAtNetwork = 3_000
/** Milliseconds between two looks at the calendar, and between two tries of a session whose service could not be reached. */
const lookAtDays = 15 * 60_000
const retryEvery = 30_000

/**
 * Tells the admin in time that a sign-in ends, once each, also of connections that are not open and after a sleep; renews
 * tokens after waking and when the network is back.
 */
export function startVigil(parts: VigilParts): Vigil {
  const { connections, open, vault, settings, clock, log, emit, desktop } = parts
  /** What is known of each connection's sign-in; null for one that has none. */
  const endings = new Map<string, Ending | null>()
  const ending = new AbortController()
  let online = desktop.isOnline()
  let daysAt = 0
  let retriedAt = 0

  const inBackground = (work: Promise<unknown>): void => {
    work.catch((error) => log.warn('Something was not looked after', { reason: String(error) }))
  }

  async function endingOf(id: string): Promise<Ending | null> {
    const known = endings.get(id)
    if (known !== undefined) return known
    const text = await vault.get(sessionEntry(id))
    // A locked keychain gives nothing either; then nothing is known, and it is asked again.
    if (text === null && vault.status().failure !== null) return null
    const entry = readSessionEntry(text)
    const read = entry && {
      signedInAt: entry.signedInAt,
      endsAt: entry.endsAt,
      ended: entry.refreshToken === null && entry.endsAt !== null,
    }
    // The state of an open session may have come meanwhile; it is the newer one.
    if (!endings.has(id)) endings.set(id, read)
    return endings.get(id) ?? null
  }

  function heard({ connection, status, signedInAt, endsAt }: SessionState): void {
    if (status === 'signing-in') return
    const gone = signedInAt === null || status === 'signed-out'
    endings.set(connection, gone ? null : { signedInAt, endsAt, ended: status === 'expired' })
    // The clock may stand still for hours after this; what is due is told now.
    inBackground(lookAt(connection))
  }

  async function lookAt(id: string): Promise<void> {
    const connection = connections.list().find((one) => one.id === id)
    const known = await endingOf(id)
    if (!connection || !known) return
    const reminder = dueReminder(known, clock.now(), settings.reminded(id))
    if (reminder !== null) {
      settings.setReminded(id, { signedInAt: known.signedInAt, reminder })
      log.info('The admin was reminded', { connection: id, reminder })
      desktop.notify(reminderWords(reminder, connection), () => emit('connections.show', { connection: id }))
    }
    // Whether it is over only the provider can tell; its answer comes back as a new state.
    if (ending.signal.aborted) return
    if (!known.ended && known.endsAt !== null && known.endsAt <= clock.now()) await askProvider(id)
  }

  async function askProvider(id: string): Promise<void> {
    try {
      const { session } = await open.get(id)
      await session.tokens.current()
    } catch (error) {
      log.info('Whether a sign-in is over is not known yet', { connection: id, reason: String(error) })
    }
  }

  async function lookAtAll(): Promise<void> {
    daysAt = clock.now()
    for (const { id } of connections.list()) await lookAt(id)
  }

  function renew(why: 'woke' | 'online' | 'retry'): void {
    retriedAt = clock.now()
    open.renew(why === 'retry').catch((error) => log.warn('Sessions could not be renewed', { reason: String(error) }))
  }

  function look(): void {
    const before = online
    online = desktop.isOnline()
    if (online !== before) {
      log.info(online ? 'The network is back' : 'The network is gone')
      emit('app.online', online)
      if (online) renew('online')
    }
    if (online && clock.now() - retriedAt >= retryEvery) renew('retry')
    // A clock that was set back must not silence the reminders until it has caught up.
    if (Math.abs(clock.now() - daysAt) >= lookAtDays) inBackground(lookAtAll())
  }

  async function watch(): Promise<void> {
    await lookAtAll()
    while (!ending.signal.aborted) {
      await clock.sleep(lookAtNetwork, ending.signal).catch(() => {})
      if (!ending.signal.aborted) look()
    }
  }

  open.onSession(heard)
  desktop.onWake(() => {
    log.info('The computer has woken')
    // The keychain is often locked with the screen: what had to stay in memory meanwhile moves into it now.
    if (vault.status().failure !== null) inBackground(vault.probe())
    renew('woke')
    inBackground(lookAtAll())
  })
  watch().catch((error) => log.error('Nobody watches over sign-ins', { reason: String(error) }))
  return {
    online: () => online,
    end: async () => ending.abort(),
  }
}
