import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createRedactor } from '../../../electron/redact.ts'
import { createVault } from '../../../electron/session/vault.ts'
import { type Connections, createConnections } from '../../../electron/store/connections.ts'
import { createSettings, memorySettingsFile } from '../../../electron/store/settings.ts'
import { clientSecretEntry, pathTokenEntry, sessionEntry, sourceSecretEntry } from '../../../electron/vault-entries.ts'
import { type Connection, defaultSafetyLimits } from '../../../shared/model/connection.ts'
import { defaultNetwork } from '../../../shared/model/network.ts'
import { recognised } from '../../../shared/model/source.ts'
import { manualClock } from '../../support/manual-clock.ts'
import { MemoryKeytar } from '../session/memory-keytar.ts'

const mailed = readFileSync(join(import.meta.dirname, '../../support/samples/nintex-as-mailed.txt'), 'utf8')
const token = '9d2f6c1e-0b7a-4f53-8c1d-2a6e5b90c7f4'
const otherToken = '11111111-2222-4333-8444-555555555555'
const chosen = { name: 'Contoso Production', environment: 'Production', colour: 'red' } as const

/** Everything real but the system's keychain and the ports of this computer. */
function rig({ keychain = true, busy = [] as string[], governed = (connection: Connection) => connection } = {}) {
  const keytar = new MemoryKeytar()
  const clock = manualClock()
  const lines: string[] = []
  const log = { info: () => {}, warn: (line: string) => void lines.push(line), error: () => {} }
  const settings = createSettings(memorySettingsFile())
  const redactor = createRedactor()
  const changes: Connection[][] = []
  const load = async () => {
    if (!keychain) throw new Error('no keychain')
    return keytar
  }
  const start = () => {
    const vault = createVault({ load, platform: 'linux', log, clock })
    const connections = createConnections({
      settings,
      vault,
      redactor,
      clock,
      portFree: async (host, port) => !busy.includes(`${host}:${port}`),
      emit: (_, list) => void changes.push(list),
      governed,
    })
    return { vault, connections }
  }
  const entries = async (id: string) => {
    const { vault } = start()
    return [await vault.get(pathTokenEntry(id)), await vault.get(sessionEntry(id))]
  }
  return { ...start(), start, settings, redactor, changes, clock, entries }
}

const connect = async (connections: Connections, text = mailed) => {
  const { id } = await connections.understand(text, null)
  return connections.create({ draft: id, ...chosen })
}

it('makes a connection of a mailed document; the token goes to the vault and nowhere else', async () => {
  const { connections, settings, redactor, changes, clock, vault } = rig()
  const draft = await connections.understand(mailed, null)
  expect(draft).toMatchObject({ complete: true, tokenStored: 'keychain', suggestedName: 'K2 Cloud 42705858' })
  expect(draft.fields.find(({ field }) => field === 'redirectUri')).toEqual({
    field: 'redirectUri',
    status: 'given',
    value: 'http://127.0.0.1:5678',
    note: 'This port is free',
  })
  expect(await vault.get(pathTokenEntry(draft.id))).toBe(token)
  expect(redactor.clean(`/tokens/${token}`)).not.toContain(token)

  const connection = await connections.create({ draft: draft.id, ...chosen })
  expect(connection).toEqual({
    id: draft.id,
    ...chosen,
    identity: {
      grant: 'authorization-code',
      authority: 'https://login.onk2.com/42705858-ccff-40ae-bd24-307b4d49aa03',
      clientId: 'idt.scim.3f1c0f7e',
      redirectUri: 'http://127.0.0.1:5678',
      scopes: ['openid', 'profile', 'offline_access', 'https://scim.onk2.com/write'],
    },
    scim: { baseUrl: 'https://scim.onk2.com', path: '/tokens/{token}/scim/v2', lowerCase: false },
    safety: defaultSafetyLimits,
    readOnly: false,
    managed: [],
    tokenHint: 'c7f4',
    createdAt: clock.now(),
  })
  expect(connections.list()).toEqual([connection])
  expect(changes.at(-1)).toEqual([connection])
  expect(await connections.pathToken(connection.id)).toBe(token)
  expect(settings.unclaimed()).toEqual([])
  expect(JSON.stringify([draft, connection, settings.connections()])).not.toContain(token)
})

it('says when another program has the redirect port, and asks for both families of localhost', async () => {
  const note = async (redirectUri: string, busy: string[]) => {
    const draft = await rig({ busy }).connections.understand(mailed.replace('http://127.0.0.1:5678', redirectUri), null)
    return draft.fields.find(({ field }) => field === 'redirectUri')?.note
  }
  expect(await note('http://127.0.0.1:5678', ['127.0.0.1:5678'])).toBe('Port 5678 is used by another program')
  expect(await note('http://localhost:5678/cb', ['::1:5678'])).toBe('Port 5678 is used by another program')
  expect(await note('http://[::1]:5678', [])).toBe('This port is free')
  expect(await note('http://127.0.0.1:0/cb', [])).toBe('Any free port is used')
  expect(await note('http://127.0.0.1', [])).toBe('Any free port is used')
  expect(await note('', [])).toBe('Not given: the address of Nintex’s own sample was added. This port is free')
})

it('keeps the token while the admin edits the text around its dots', async () => {
  const { connections, entries } = rig()
  const first = await connections.understand(mailed.replace('idt.scim.3f1c0f7e', ''), null)
  expect(first.complete).toBe(false)
  await expect(connections.create({ draft: first.id, ...chosen })).rejects.toMatchObject({
    code: 'settings-field',
    where: 'clientId',
  })
  const edited = await connections.understand(first.shown.replace('"clientId": ""', '"clientId": "idt.new"'), first.id)
  expect(edited).toMatchObject({ id: first.id, complete: true, tokenStored: 'keychain' })
  expect((await connections.create({ draft: first.id, ...chosen })).identity.clientId).toBe('idt.new')
  expect(await entries(first.id)).toEqual([token, null])
})

it('does not make a connection of a text that was edited into something unreadable', async () => {
  const { connections } = rig()
  const draft = await connections.understand(mailed, null)
  await expect(connections.understand('nothing of use', draft.id)).rejects.toMatchObject({
    code: 'settings-unreadable',
  })
  await expect(connections.create({ draft: draft.id, ...chosen })).rejects.toMatchObject({ code: 'settings-field' })
  expect((await connections.understand(draft.shown, draft.id)).complete).toBe(true)
  expect(await connections.create({ draft: draft.id, ...chosen })).toMatchObject({ id: draft.id })
})

it('asks for the whole token again where dots belong to a draft that is gone', async () => {
  const { connections } = rig()
  const { shown, id } = await connections.understand(mailed, null)
  await connections.understand(mailed, null)
  const late = await connections.understand(shown, id)
  expect(late.fields.at(-1)).toMatchObject({ field: 'token', status: 'invalid' })
  await expect(connections.create({ draft: id, ...chosen })).rejects.toMatchObject({ code: 'settings-draft-gone' })
})

it('leaves nothing in the vault of a draft that was replaced, or of one from an earlier start', async () => {
  const { connections, entries, settings, start } = rig()
  const first = await connections.understand(mailed, null)
  const second = await connections.understand(mailed.replace(token, otherToken), null)
  expect(await entries(first.id)).toEqual([null, null])
  expect(await entries(second.id)).toEqual([otherToken, null])
  expect(settings.unclaimed()).toEqual([second.id])

  const kept = await connect(connections)
  const abandoned = await connections.understand(mailed, null)
  await start().connections.sweep()
  expect(await entries(abandoned.id)).toEqual([null, null])
  expect(await entries(kept.id)).toEqual([token, null])
  expect(settings.unclaimed()).toEqual([])
})

it('counts the text that was typed last, however fast it was typed', async () => {
  const { connections } = rig()
  const [first, second] = await Promise.all([
    connections.understand(mailed, null),
    connections.understand(mailed.replace('idt.scim.3f1c0f7e', 'idt.last'), null),
  ])
  await expect(connections.create({ draft: first.id, ...chosen })).rejects.toMatchObject({
    code: 'settings-draft-gone',
  })
  expect((await connections.create({ draft: second.id, ...chosen })).identity.clientId).toBe('idt.last')
})

it('without a keychain the token stays in memory, and after a restart it is asked for again', async () => {
  const { connections, start } = rig({ keychain: false })
  const draft = await connections.understand(mailed, null)
  expect(draft.tokenStored).toBe('memory')
  const connection = await connections.create({ draft: draft.id, ...chosen })
  expect(await connections.pathToken(connection.id)).toBe(token)

  const later = start().connections
  await expect(later.pathToken(connection.id)).rejects.toMatchObject({ code: 'vault-value-missing' })
  // Pasting the settings again brings the same connection back to life, with everything that hangs on its id.
  expect((await connect(later)).id).toBe(connection.id)
  expect(later.list()).toHaveLength(1)
  expect(await later.pathToken(connection.id)).toBe(token)
  // With its token in place, the same settings are a connection of their own.
  expect((await connect(later)).id).not.toBe(connection.id)
})

it('changes what the admin can change, and nothing else', async () => {
  const { connections, changes } = rig()
  const before = await connect(connections)
  const safety = { number: 5, percent: 1 }
  const after = connections.update(before.id, {
    name: 'Contoso Test',
    environment: 'Test',
    colour: 'teal',
    safety,
    path: '/tokens/{token}',
    lowerCase: true,
    readOnly: true,
  })
  expect(after).toEqual({
    ...before,
    name: 'Contoso Test',
    environment: 'Test',
    colour: 'teal',
    safety,
    readOnly: true,
    scim: { ...before.scim, path: '/tokens/{token}', lowerCase: true },
  })
  expect(connections.find(before.id)).toEqual(after)
  expect(changes.at(-1)).toEqual([after])
})

it('removes a connection with everything the vault has of it', async () => {
  const { connections, vault, entries, changes, settings } = rig()
  const gone = await connect(connections)
  const stays = await connect(connections, mailed.replace(token, otherToken))
  await vault.set(sessionEntry(gone.id), 'refresh token')
  await connections.remove(gone.id)
  expect(connections.list()).toEqual([stays])
  expect(changes.at(-1)).toEqual([stays])
  expect(await entries(gone.id)).toEqual([null, null])
  expect(await entries(stays.id)).toEqual([otherToken, null])
  expect(settings.unclaimed()).toEqual([])
  expect(() => connections.find(gone.id)).toThrow(expect.objectContaining({ code: 'connection-not-found' }))
  await expect(connections.remove(gone.id)).rejects.toMatchObject({ code: 'connection-not-found' })
})

const withSecret = (secret: string) => `"client": {
  "authority": "https://login.onk2.com/42705858-ccff-40ae-bd24-307b4d49aa03",
  "clientId": "idt.scim.service",
  "clientSecret": "${secret}",
  "scope": "https://scim.onk2.com/write"
}, "scim": { "baseUrl": "https://scim.onk2.com", "token": "${token}" }`

it('keeps a client secret in the vault and nowhere else, and forgets it with the connection', async () => {
  const { connections, settings, vault, redactor } = rig()
  const connection = await connect(connections, withSecret('first-secret-1'))
  expect(connection.identity.grant).toBe('client-credentials')
  expect(await connections.clientSecret(connection.id)).toBe('first-secret-1')
  expect(JSON.stringify(settings.connections())).not.toContain('first-secret-1')
  expect(redactor.clean('first-secret-1')).not.toContain('first')
  await connections.remove(connection.id)
  expect(await vault.get(clientSecretEntry(connection.id))).toBeNull()
})

it('puts a new client secret in the place of the one before, instead of making the connection twice', async () => {
  const { connections } = rig()
  const first = await connect(connections, withSecret('first-secret-1'))
  const again = await connect(connections, withSecret('second-secret-2'))
  expect(again.id).toBe(first.id)
  expect(connections.list()).toHaveLength(1)
  expect(await connections.clientSecret(first.id)).toBe('second-secret-2')
})

it('keeps no client secret of a draft whose text no longer has one', async () => {
  const { connections, vault } = rig()
  const draft = await connections.understand(withSecret('first-secret-1'), null)
  await connections.understand(mailed, draft.id)
  expect(await vault.get(clientSecretEntry(draft.id))).toBeNull()
})

it('duplicates the settings with the secrets, without the session, under a name of its own', async () => {
  const { connections, vault } = rig()
  const original = await connect(connections)
  await vault.set(sessionEntry(original.id), 'a session')
  await vault.set(sourceSecretEntry(original.id, 'ldap'), 'the password')
  const copy = await connections.duplicate(original.id)
  const { id: _id, name: _name, createdAt: _created, ...same } = original
  expect(copy).toMatchObject({ ...same, name: 'Contoso Production copy' })
  expect(copy.id).not.toBe(original.id)
  expect(await connections.pathToken(copy.id)).toBe(token)
  expect(await vault.get(sourceSecretEntry(copy.id, 'ldap'))).toBe('the password')
  expect(await vault.get(sessionEntry(copy.id))).toBeNull()
  expect((await connections.duplicate(copy.id)).name).toBe('Contoso Production copy 2')
  await connections.remove(copy.id)
  expect(await connections.pathToken(original.id)).toBe(token)
})

it('duplicates what the settings keep of a connection, but not what the admin was reminded of', async () => {
  const { connections, settings } = rig()
  const { id } = await connect(connections)
  const reading = { ...recognised, sheet: 'Staff' }
  const layout = { columns: ['name', 'title'], widths: { name: 240 } }
  const network = { ...defaultNetwork, proxy: { mode: 'none' } } as const
  settings.setPeopleFile(id, '/home/ann/people.xlsx', reading)
  settings.setGridLayout(id, 'people', layout)
  settings.setNetwork(id, network)
  settings.setReminded(id, { signedInAt: 1, reminder: 'one-day' })
  const copy = await connections.duplicate(id)
  expect(settings.peopleFile(copy.id)).toBe('/home/ann/people.xlsx')
  expect(settings.peopleReading(copy.id)).toEqual(reading)
  expect(settings.gridLayout(copy.id, 'people')).toEqual(layout)
  expect(settings.network(copy.id)).toEqual(network)
  expect(settings.reminded(copy.id)).toBeNull()
})

it('asks for what the vault does not give when a connection is duplicated', async () => {
  const { connections, vault } = rig()
  const original = await connect(connections)
  await vault.delete(pathTokenEntry(original.id))
  const copy = await connections.duplicate(original.id)
  await expect(connections.pathToken(copy.id)).rejects.toMatchObject({
    code: 'vault-value-missing',
    where: 'SCIM token',
  })
})

it('shows a connection as read-only that a policy keeps so, and never keeps that as the admin’s own', async () => {
  const governed = (one: Connection): Connection => ({ ...one, readOnly: true, managed: ['readOnly'] })
  const { connections, settings } = rig({ governed })
  const { id, safety } = await connect(connections)
  expect(connections.list()).toMatchObject([{ readOnly: true, managed: ['readOnly'] }])
  const changes = { ...chosen, safety, path: '/tokens/{token}', lowerCase: false } as const
  expect(() => connections.update(id, { ...changes, readOnly: false })).toThrow(
    expect.objectContaining({ code: 'policy-locked', where: 'readOnly' }),
  )
  connections.update(id, { ...changes, readOnly: true })
  expect(settings.connections()).toMatchObject([{ readOnly: false, managed: [] }])
})

it('gives out what a policy decides, lets nobody change it, and keeps what the admin had set for after it', async () => {
  const limits = { number: 25, percent: 1 }
  const governed = (connection: Connection): Connection => ({ ...connection, safety: limits, managed: ['safety'] })
  const { connections, settings, changes } = rig({ governed })
  const { id, scim, safety } = await connect(connections)
  expect(safety).toEqual(limits)
  expect(changes.at(-1)?.[0]?.safety).toEqual(limits)
  const change = { ...chosen, path: scim.path, lowerCase: false, readOnly: false }
  expect(() => connections.update(id, { ...change, safety: { number: 99, percent: 99 } })).toThrow(
    expect.objectContaining({ code: 'policy-locked' }),
  )
  expect(connections.update(id, { ...change, name: 'Renamed', safety }).safety).toEqual(limits)
  expect(settings.connections()).toMatchObject([{ name: 'Renamed', safety: defaultSafetyLimits }])
})
