import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ScimSettings } from '../shared/model/connection.ts'
import { isNetworkFailure, type SessionState } from '../shared/model/session.ts'
import type { Emit } from './ipc/emit.ts'
import type { Clock, Http, Log, OpenUrl, Redactor, Vault } from './ports.ts'
import { findingItsAddress } from './provisioning/found-address.ts'
import { createAccountService } from './provisioning/scim-account-service.ts'
import { createWorkspace } from './provisioning/workspace.ts'
import type { Workspace } from './provisioning/workspace-types.ts'
import { findLayout } from './scim/address.ts'
import { createScimClient, type ScimClient } from './scim/client.ts'
import { createSession, type Session } from './session/session.ts'
import type { Connections } from './store/connections.ts'
import { copySettings } from './store/copy-settings.ts'
import type { SetAside } from './store/damage.ts'
import { openDatabase } from './store/database.ts'

/** A connection with its parts running. Nothing of it is shared with another connection but the vault. */
export interface OpenConnection {
  readonly session: Session
  readonly workspace: Workspace
  /** A client that tries everything once, to see whether it works now. */
  readonly probe: Pick<ScimClient, 'send'>
  /** Where its database went, when it was found damaged at the opening; null when all was well. */
  readonly damaged: SetAside | null
}

/** The connections that are open. */
export interface OpenConnections {
  /**
   * Opens a connection, or gives the one that is open.
   * @throws MusterError `connection-not-found`, `vault-value-missing`, `database-newer`, `database-unavailable`.
   */
  get(id: string): Promise<OpenConnection>
  /** Takes over what the database of one connection keeps of its settings into that of another, which is not open yet. */
  copySettings(from: string, to: string): void
  /** Ends a connection and removes its database, with every copy of it that was set aside. */
  remove(id: string): Promise<void>
  /** Calls back with every new state of every session; the returned function stops that. */
  onSession(listener: (state: SessionState) => void): () => void
  /**
   * Sees to it that every signed-in session has an access token that is still good; `failed` only those whose last try found
   * no way to the service. What goes wrong is in the sessions' states.
   */
  renew(failed: boolean): Promise<void>
  /** Takes up sessions that could not be read while the keychain was away. */
  restore(): Promise<void>
  /** Whether any of them has a run that has not ended, or a plan in the making. */
  busy(): Promise<boolean>
  /** Ends all of them in order: requests under way may end, the journal is written, databases close. */
  close(): Promise<void>
}

/** What the parts of a connection are made of. */
export interface OpenConnectionsParts {
  readonly connections: Pick<Connections, 'find' | 'update' | 'pathToken' | 'clientSecret'>
  /** Folder of the databases. */
  readonly folder: string
  readonly networkOf: (connection: string) => Promise<{ readonly http: Http }>
  readonly vault: Vault
  readonly clock: Clock
  readonly log: Log
  readonly redactor: Redactor
  readonly openUrl: OpenUrl
  readonly emit: Emit
}

/** Accounts older than this are read again when the session comes up, Unix milliseconds. */
const accountsAge = 10 * 60_000

/** No connection open yet. */
export function createOpenConnections(parts: OpenConnectionsParts): OpenConnections {
  const opened = new Map<string, Promise<OpenConnection>>()
  const listeners = new Set<(state: SessionState) => void>()
  const tell = (state: SessionState): void => {
    for (const listener of listeners) listener(state)
  }
  const fileOf = (id: string) => join(parts.folder, `${id}.db`)

  const close = async (id: string) => {
    const connection = opened.get(id)
    opened.delete(id)
    // One that could not be opened has nothing to close.
    await connection
      ?.then(async ({ workspace, session }) => {
        await workspace.close()
        // A rotated refresh token may still be on its way into the vault.
        await session.close()
      })
      .catch(() => {})
  }

  return {
    get: (id) => {
      const known = opened.get(id)
      if (known) return known
      const opening = open(parts, id, fileOf(id), tell)
      opened.set(id, opening)
      // A failure is not remembered, so that trying again works.
      opening.catch(() => opened.delete(id))
      return opening
    },
    remove: async (id) => {
      await close(id)
      for (const file of filesIn(parts.folder)) {
        if (file.startsWith(`${id}.db`)) rmSync(join(parts.folder, file), { force: true })
      }
    },
    copySettings: (from, to) => {
      const database = openDatabase(fileOf(to), parts)
      try {
        copySettings(fileOf(from), database)
      } finally {
        database.close()
      }
    },
    onSession: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    renew: async (failed) => {
      const renewing = [...opened.values()].map(async (opening) => {
        const { session } = await opening
        const { status, failure } = session.state()
        if (status === 'signed-in' && (!failed || isNetworkFailure(failure))) await session.tokens.current()
      })
      await Promise.allSettled(renewing)
    },
    restore: async () => {
      await Promise.allSettled([...opened.values()].map(async (opening) => (await opening).session.restore()))
    },
    busy: async () => {
      const settled = await Promise.allSettled(opened.values())
      return settled.some((each) => each.status === 'fulfilled' && each.value.workspace.busy())
    },
    close: async () => {
      await Promise.all([...opened.keys()].map(close))
    },
  }
}

/** The files in a folder; none where there is no folder yet. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

async function open(
  parts: OpenConnectionsParts,
  id: string,
  file: string,
  tell: (state: SessionState) => void,
): Promise<OpenConnection> {
  const { vault, clock, log, redactor, openUrl, emit } = parts
  const connection = parts.connections.find(id)
  const { http } = await parts.networkOf(id)
  const pathToken = await parts.connections.pathToken(id)
  const listeners = new Set<(state: SessionState) => void>()
  const session = createSession({
    id,
    identity: connection.identity,
    clientSecret: () => parts.connections.clientSecret(id),
    http,
    vault,
    clock,
    log,
    redactor,
    openUrl,
    onChange: (state) => {
      emit('session.changed', state)
      tell(state)
      for (const listener of listeners) listener(state)
    },
  })
  // Asked anew for every request, since the admin can change the layout of the addresses.
  const scim: ScimSettings = {
    get baseUrl() {
      return parts.connections.find(id).scim.baseUrl
    },
    get path() {
      return parts.connections.find(id).scim.path
    },
    get lowerCase() {
      return parts.connections.find(id).scim.lowerCase
    },
  }
  const client = { http, tokens: session.tokens, clock, pathToken, log, redactor }
  const clientAt = (settings: ScimSettings) => createScimClient({ ...client, settings })
  const lookForService = async (): Promise<boolean> => {
    const { name, environment, colour, safety, readOnly, scim: before } = parts.connections.find(id)
    const layout = await findLayout(before, clientAt)
    if (layout === null) return false
    log.info('The SCIM service was found in another layout of its address', { connection: id, ...layout })
    parts.connections.update(id, { name, environment, colour, safety, readOnly, ...layout })
    return true
  }
  const database = openDatabase(file, { log })
  const workspace = createWorkspace({
    connection: () => parts.connections.find(id),
    database,
    service: findingItsAddress(createAccountService(clientAt(scim)), lookForService),
    session: {
      state: () => session.state(),
      onChange: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    clock,
    log,
    events: {
      accountsChanged: (state) => emit('accounts.changed', { connection: id, state }),
      peopleChanged: () => emit('people.changed', { connection: id }),
      runProgress: (progress) => emit('runs.progress', progress),
    },
  })
  listeners.add(readAccountsOnceSignedIn(workspace, clock, log))
  await session.restore()
  workspace.resumeRuns()
  const probe = createScimClient({ ...client, settings: scim, limits: { attempts: 1, busyAttempts: 1 } })
  return { session, workspace, probe, damaged: database.damaged }
}

/** Reads what the service supports, and the accounts, whenever a session comes up and they are not fresh. */
function readAccountsOnceSignedIn(workspace: Workspace, clock: Clock, log: Log): (state: SessionState) => void {
  let before: SessionState['status'] = 'signed-out'
  const read = async () => {
    if (!workspace.accounts.capabilities()) await workspace.accounts.learn()
    const { readAt } = workspace.accounts.state()
    if (readAt !== null && clock.now() - readAt < accountsAge) return
    await workspace.accounts.refresh()
  }
  return ({ status }) => {
    const cameUp = status === 'signed-in' && before !== 'signed-in'
    before = status
    if (!cameUp) return
    // The admin sees on K2 accounts that they were not read, with a button; there is nobody to throw to here.
    read().catch((error) => log.warn('The accounts could not be read after signing in', { reason: String(error) }))
  }
}
