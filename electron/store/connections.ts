import { randomUUID } from 'node:crypto'
import { MusterError } from '../../shared/errors.ts'
import { type Connection, defaultSafetyLimits, type SettingsDraft } from '../../shared/model/connection.ts'
import { tokenHint } from '../../shared/settings/mask.ts'
import { understand } from '../../shared/settings/understand.ts'
import type { Clock, Redactor, Vault } from '../ports.ts'
import { clientSecretEntry, pathTokenEntry, sessionEntry, settingsEntries } from '../vault-entries.ts'
import { nameOfCopy } from './copy-name.ts'
import { type Draft, draftOf, type PortFree, shownDraft } from './drafts.ts'
import type { SettingsStore } from './settings.ts'

/** What the admin decides when a draft becomes a connection. */
export type NewConnection = Pick<Connection, 'name' | 'environment' | 'colour'> & { readonly draft: string }

/** What the admin can change about a connection later. */
export type ConnectionChanges = Pick<Connection, 'name' | 'environment' | 'colour' | 'safety' | 'readOnly'> &
  Pick<Connection['scim'], 'path' | 'lowerCase'>

/** The connections, and the draft of a new one. Secrets pass through to the vault and are never given back but by name. */
export interface Connections {
  list(): Connection[]
  /** @throws MusterError `connection-not-found` */
  find(id: string): Connection
  /**
   * Reads a settings document; its token goes to the vault at once. `draft` names the draft whose shown text was edited; a
   * token that is still dots in it stays the one that is held. Any other draft is forgotten.
   * @throws MusterError `settings-empty`, `settings-unreadable`
   */
  understand(text: string, draft: string | null): Promise<SettingsDraft>
  /**
   * Makes a connection of a draft. Where the same one is there already and its secrets got lost, or its client secret is
   * another one, that one gets them.
   * @throws MusterError `settings-draft-gone`; `settings-field` when something is missing or invalid.
   */
  create(input: NewConnection): Promise<Connection>
  /** @throws MusterError `connection-not-found` */
  update(id: string, changes: ConnectionChanges): Connection
  /**
   * Another connection of the same settings under a name of its own, with the secrets that the vault gives. Those it does
   * not give are asked for. What its database holds is the caller's to copy.
   * @throws MusterError `connection-not-found`
   */
  duplicate(id: string): Promise<Connection>
  /** Forgets a connection with what the vault holds of it. Its database is the caller's to remove. */
  remove(id: string): Promise<void>
  /** The path token. @throws MusterError `vault-value-missing` */
  pathToken(id: string): Promise<string>
  /** The client secret. @throws MusterError `vault-value-missing` */
  clientSecret(id: string): Promise<string>
  /** Removes what drafts of an earlier start left in the vault. Call once, at the start. */
  sweep(): Promise<void>
}

/** What {@link createConnections} needs. */
export interface ConnectionsParts {
  readonly settings: SettingsStore
  readonly vault: Vault
  readonly redactor: Redactor
  readonly clock: Clock
  readonly portFree: PortFree
  /**
   * A connection with what a policy decides about it, such as its safety limits or that it is read-only; left out, nothing
   * is decided. What it says shows in every connection that is given out, and what it decides can't be set otherwise.
   */
  readonly governed?: (connection: Connection) => Connection
  /** Told after every change of the list. */
  readonly emit: (event: 'connections.changed', connections: Connection[]) => void
}

/** See {@link Connections}. */
export function createConnections(parts: ConnectionsParts): Connections {
  const { settings, vault, redactor, clock } = parts
  let draft: Draft | null = null
  let queue: Promise<unknown> = Promise.resolve()

  /** One at a time: the text that was typed last has to be the one that counts. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    queue = turn.catch(() => {})
    return turn
  }
  const { governed = (connection: Connection) => connection } = parts
  const list = (): Connection[] => settings.connections().map(governed)
  const save = (connections: readonly Connection[], unclaimed: readonly string[]): void => {
    settings.saveConnections(connections, unclaimed)
    parts.emit('connections.changed', list())
  }
  const find = (id: string): Connection => {
    const connection = list().find((one) => one.id === id)
    if (!connection) throw new MusterError('connection-not-found')
    return connection
  }
  const claim = (id: string): void => settings.saveConnections(settings.connections(), [...settings.unclaimed(), id])
  const forget = async (id: string): Promise<void> => {
    for (const entry of [sessionEntry(id), ...settingsEntries(id)]) await vault.delete(entry)
    const unclaimed = settings.unclaimed()
    if (unclaimed.includes(id)) {
      settings.saveConnections(
        settings.connections(),
        unclaimed.filter((one) => one !== id),
      )
    }
  }

  async function understandNow(text: string, draftId: string | null): Promise<SettingsDraft> {
    const edited = draft !== null && draft.id === draftId ? draft : null
    const held = edited ? await vault.get(pathTokenEntry(edited.id)) : null
    const heldSecret = edited ? await vault.get(clientSecretEntry(edited.id)) : null
    // While the text can't be read, the draft must not become a connection; the token stays for when it can be again.
    if (edited) draft = { ...edited, ready: null }
    const understood = understand(text, held, heldSecret)
    for (const secret of understood.secrets) redactor.learn(secret)
    if (!edited && draft) await forget(draft.id)

    const id = edited?.id ?? randomUUID()
    // Known before the vault holds it: a crash in between leaves nothing behind that nobody looks for.
    const hasSecret = understood.token !== null || understood.clientSecret !== null
    if (hasSecret && !settings.unclaimed().includes(id)) claim(id)
    if (understood.clientSecret !== null) await vault.set(clientSecretEntry(id), understood.clientSecret)
    else if (heldSecret !== null) await vault.delete(clientSecretEntry(id))
    const keptIn = understood.token === null ? null : await vault.set(pathTokenEntry(id), understood.token)
    draft = draftOf(id, understood, tokenHint(understood.token ?? ''))
    return shownDraft(id, understood, keptIn, parts.portFree)
  }

  async function createNow({ draft: draftId, name, environment, colour }: NewConnection): Promise<Connection> {
    if (draft === null || draft.id !== draftId) throw new MusterError('settings-draft-gone')
    const { id, ready, obstacle } = draft
    if (!ready) throw new MusterError('settings-field', { where: obstacle })
    const token = await pathToken(id)
    const all = settings.connections()
    const chosen = { name, environment, colour, ...ready }
    const secret = ready.identity.grant === 'client-credentials' ? await clientSecret(id) : null
    const lost = await withoutSecrets(all, ready, secret)
    const connection: Connection = lost
      ? { ...lost, ...chosen }
      : { id, ...chosen, safety: defaultSafetyLimits, readOnly: false, managed: [], createdAt: clock.now() }
    if (lost) await vault.set(pathTokenEntry(lost.id), token)
    if (lost && secret !== null) await vault.set(clientSecretEntry(lost.id), secret)
    draft = null
    const others = all.filter((one) => one.id !== connection.id)
    save([...others, connection], lost ? settings.unclaimed() : settings.unclaimed().filter((one) => one !== id))
    if (lost) await forget(id)
    return governed(connection)
  }

  /** The connection that these settings are of and that the vault has no token for, or not this client secret. */
  async function withoutSecrets(
    all: readonly Connection[],
    ready: NonNullable<Draft['ready']>,
    secret: string | null,
  ): Promise<Connection | null> {
    const same = all.filter(
      ({ identity, scim, tokenHint: hint }) =>
        identity.grant === ready.identity.grant &&
        identity.authority === ready.identity.authority &&
        identity.clientId === ready.identity.clientId &&
        scim.baseUrl === ready.scim.baseUrl &&
        hint === ready.tokenHint,
    )
    for (const one of same) {
      if ((await vault.get(pathTokenEntry(one.id))) === null) return one
      if (secret !== null && (await vault.get(clientSecretEntry(one.id))) !== secret) return one
    }
    return null
  }

  async function secretIn(entry: string, where: string): Promise<string> {
    const secret = await vault.get(entry)
    if (secret === null) throw new MusterError('vault-value-missing', { where })
    redactor.learn(secret)
    return secret
  }
  const pathToken = (id: string): Promise<string> => secretIn(pathTokenEntry(id), 'SCIM token')
  const clientSecret = (id: string): Promise<string> => secretIn(clientSecretEntry(id), 'client secret')

  async function duplicateNow(original: string): Promise<Connection> {
    const all = settings.connections()
    const before = all.find((one) => one.id === original)
    if (!before) throw new MusterError('connection-not-found')
    const copy = { ...before, id: randomUUID(), createdAt: clock.now() }
    copy.name = nameOfCopy(copy.name, all)
    claim(copy.id)
    const entries = settingsEntries(copy.id)
    for (const [at, entry] of settingsEntries(original).entries()) {
      const secret = await vault.get(entry)
      if (secret !== null) await vault.set(entries[at] ?? '', secret)
    }
    save(
      [...all, copy],
      settings.unclaimed().filter((one) => one !== copy.id),
    )
    settings.copySettings(original, copy.id)
    return find(copy.id)
  }

  return {
    list,
    find,
    pathToken,
    clientSecret,
    duplicate: (id) => inTurn(() => duplicateNow(id)),
    understand: (text, draftId) => inTurn(() => understandNow(text, draftId)),
    create: (input) => inTurn(() => createNow(input)),
    update: (id, { path, lowerCase, ...changes }) => {
      const before = find(id)
      const after: Connection = { ...before, ...changes, scim: { ...before.scim, path, lowerCase } }
      const isManaged = (what: Connection['managed'][number]): boolean => before.managed.includes(what)
      if (isManaged('safety') && !sameLimits(after.safety, before.safety))
        throw new MusterError('policy-locked', { where: 'safety' })
      if (isManaged('readOnly') && !after.readOnly) throw new MusterError('policy-locked', { where: 'readOnly' })
      // What the policy decides is not the connection's own: without the policy, what the admin had set holds again.
      const kept = (own: Connection): Connection => ({
        ...after,
        safety: isManaged('safety') ? own.safety : after.safety,
        readOnly: isManaged('readOnly') ? own.readOnly : after.readOnly,
        managed: [],
      })
      save(
        settings.connections().map((one) => (one.id === id ? kept(one) : one)),
        settings.unclaimed(),
      )
      return find(id)
    },
    remove: (id) =>
      inTurn(async () => {
        find(id)
        save(
          settings.connections().filter((one) => one.id !== id),
          [...settings.unclaimed(), id],
        )
        await forget(id)
      }),
    sweep: () =>
      inTurn(async () => {
        for (const id of settings.unclaimed()) if (id !== draft?.id) await forget(id)
      }),
  }
}

const sameLimits = (one: Connection['safety'], other: Connection['safety']): boolean =>
  one.number === other.number && one.percent === other.percent
