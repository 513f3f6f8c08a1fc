import { expect, test } from 'vitest'
import { type Contract, contract } from '../../shared/contract.ts'
import type { Failure } from '../../shared/errors.ts'
import { startLoopbackCounter } from '../support/loopback-counter.ts'
import { searchSecrets } from '../support/secret-search.ts'
import { shows } from '../support/threats.ts'
import { callMain } from './call-main.ts'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'

/**
 * The page is in the hands of somebody else from here on: no screen is used but to get to a connection with people, and
 * every call goes straight to the bridge.
 */
const started = signedIn({ people: 60, accounts: 40 })

type Reply = { ok: true; value: Record<string, unknown> } | { ok: false; error: Failure }

/** Calls the bridge as a page's own script would. */
const call = (path: string, input?: unknown): Promise<Reply> => {
  const [group = '', name = ''] = path.split('.')
  return callMain(started().muster.window, group as keyof Contract, name, input) as Promise<Reply>
}

async function value(path: string, input?: unknown): Promise<Record<string, unknown>> {
  const reply = await call(path, input)
  if (!reply.ok) throw new Error(`${path} failed: ${reply.error.code}`)
  return reply.value
}

const everybody = { search: '', state: null, sort: { by: 'name', descending: false } }
const elsewhere = '0f4f0a52-3c0e-4d4e-9c58-0a1f5f0f6c22'
let connection = ''
let people: number[] = []

async function planOf(ids: readonly number[], deactivate: readonly string[] = []) {
  return (await value('plans.create', { connection, people: ids, deactivate, delete: [] })) as {
    id: string
    hash: string
    safety: { typeToConfirm: string | null }
  }
}

test('there is a connection with people', async () => {
  const { muster, sandbox } = started()
  await mainJob.openPeople(muster.window, sandbox.peopleFile)
  await mainJob.show(muster.window, 'Not in K2')
  const [first] = (await value('connections.list')) as unknown as { id: string }[]
  connection = first?.id ?? ''
  people = (await value('people.ids', { connection, query: everybody })) as unknown as number[]
  expect(people.length).toBeGreaterThan(40)
})

test(shows('window-taken', 'no reply of any call holds a secret'), async () => {
  const plan = await planOf(people)
  const known = { connection, plan: plan.id, run: plan.id, id: people[0], offset: 0, limit: 100, query: everybody }
  const inputs = [undefined, known, { ...known, id: 'acc' }, { ...known, search: '', text: 'a', ids: [], change: 1 }]
  const said: string[] = []
  // What would end the connection or wait for the admin is called by the other tests, or has nothing to say.
  const left = new Set([
    'connections.remove',
    'session.signOut',
    'session.signIn',
    'files.grant',
    'plans.export',
    'runs.export',
  ])
  for (const [group, calls] of Object.entries(contract)) {
    for (const name of Object.keys(calls)) {
      if (left.has(`${group}.${name}`)) continue
      for (const input of inputs) said.push(JSON.stringify(await call(`${group}.${name}`, input)))
    }
  }
  expect(said.filter((text) => text.startsWith('{"ok":true')).length).toBeGreaterThan(15)
  const secrets = started()
    .sandbox.secrets()
    .filter(({ value: secret }) => secret.length >= 8)
  expect(searchSecrets(secrets, [{ name: 'every reply', text: said.join('\n') }])).toEqual([])
  // The search finds what is there.
  const planted = [{ name: 'planted', value: connection }]
  expect(searchSecrets(planted, [{ name: 'every reply', text: said.join('\n') }])).not.toEqual([])
})

test(shows('window-taken', 'no reviewed plan is pushed under another hash, or with another left out'), async () => {
  const { sandbox } = started()
  const before = sandbox.accounts().length
  const query = { ...everybody, state: 'not-in-k2' }
  const missing = (await value('people.ids', { connection, query })) as unknown as number[]
  const plan = await planOf(missing.slice(0, 5))
  const start = (hash: string, typed: string | null) => call('runs.start', { connection, plan: plan.id, hash, typed })
  expect(await start('0'.repeat(plan.hash.length), null)).toMatchObject({ ok: false, error: { code: 'plan-changed' } })
  const fewer = await value('plans.leaveOut', { connection, plan: plan.id, changes: [1], leftOut: true })
  expect(fewer.hash).not.toBe(plan.hash)
  expect(await start(plan.hash, null)).toMatchObject({ ok: false, error: { code: 'plan-changed' } })
  expect(sandbox.accounts()).toHaveLength(before)
})

test(shows('window-taken', 'a safety limit holds, whatever is typed instead of what is asked for'), async () => {
  const { sandbox } = started()
  const [first] = (await value('connections.list')) as unknown as {
    name: string
    environment: string
    colour: string
  }[]
  const { name, environment, colour } = first ?? { name: '', environment: '', colour: '' }
  const rest = { path: '/tokens/{token}/scim/v2', lowerCase: false, readOnly: false }
  const limits = { connection, name, environment, colour, ...rest, safety: { number: 3, percent: 1 } }
  await value('connections.update', limits)
  const query = { search: '', show: 'active', sort: { by: 'name', descending: false } }
  const active = await value('accounts.query', { connection, query, offset: 0, limit: 10 })
  const picked = (active.rows as { id: string }[]).map(({ id }) => id)
  const isActive = () => sandbox.accounts().filter((account) => account.active === true).length
  const before = isActive()
  const { id: plan, hash, safety } = await planOf([], picked)
  expect(safety.typeToConfirm).not.toBeNull()
  for (const typed of [null, '', '0', 'yes', `${safety.typeToConfirm}0`, '__proto__']) {
    const reply = await call('runs.start', { connection, plan, hash, typed })
    expect(reply).toMatchObject({ ok: false, error: { code: 'plan-limit' } })
  }
  expect(await call('connections.update', { ...limits, safety: { number: -1, percent: 1_000 } })).toMatchObject({
    ok: false,
    error: { code: 'ipc-input' },
  })
  expect(isActive()).toBe(before)
})

test(shows('window-taken', 'no file is reached without a grant of the admin’s'), async () => {
  const reading = { encoding: null, delimiter: null, quote: null, header: null, sheet: null, columns: [] }
  for (const grant of ['/etc/passwd', '../../etc/passwd', elsewhere, '__proto__', '']) {
    const refused = { ok: false, error: { code: 'file-grant' } }
    expect(await call('source.openFile', { connection, grant, reading })).toMatchObject(refused)
    expect(await call('source.lookAtFile', { connection, grant, reading })).toMatchObject(refused)
    expect(await call('connections.understandFile', { grant })).toMatchObject(refused)
    expect(await call('files.show', { saved: grant })).toMatchObject(refused)
  }
})

test(shows('window-taken', 'ids of another connection, and links that are not known, lead nowhere'), async () => {
  const { id: plan, hash } = await planOf(people.slice(0, 2))
  const refused = { ok: false, error: { code: 'connection-not-found' } }
  for (const path of ['session.state', 'source.summary', 'accounts.state', 'runs.list', 'connections.remove']) {
    expect(await call(path, { connection: elsewhere })).toMatchObject(refused)
  }
  expect(await call('runs.start', { connection: elsewhere, plan, hash, typed: null })).toMatchObject(refused)
  expect(await call('app.openLink', { link: 'https://evil.example/' })).toMatchObject({
    ok: false,
    error: { code: 'ipc-input' },
  })
})

test(shows('window-taken', 'main connects to no place in the clear that the window names'), async () => {
  const counter = await startLoopbackCounter()
  try {
    const ldap = {
      kind: 'ldap',
      host: 'directory.evil.example',
      port: 389,
      encryption: 'none',
      authority: 'system',
      bindName: '',
      base: '',
      scope: 'sub',
      filter: '',
      layout: 'recognise',
      attributes: {},
      groups: false,
    }
    const signIn = { by: 'bearer' }
    const scim = { kind: 'scim', baseUrl: `http://evil.example`, signIn, filter: '', identifier: 'id', groups: false }
    for (const settings of [ldap, scim]) {
      const reply = await value('source.test', { connection, settings, secret: null })
      expect(JSON.stringify(reply)).toContain('source-field')
    }
    // On this computer the window may name a place, and no secret that was given for another goes there.
    const here = { ...scim, baseUrl: `http://${counter.host}` }
    expect(JSON.stringify(await value('source.test', { connection, settings: here, secret: null }))).toContain(
      'source-secret-missing',
    )
    expect(counter.arrivals).toEqual([])
  } finally {
    await counter.close()
  }
})
