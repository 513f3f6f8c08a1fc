import { expect, test } from 'vitest'
import { MusterError } from '../../../shared/errors.ts'
import { person, setUp } from '../../support/workspace-desk.ts'

const all = { search: '', show: 'all' as const }

test('verifying lists what is not as intended, attribute by attribute', async () => {
  const { workspace, service, people, pushAll } = setUp()
  await people(person('ada'), person('ben'))
  await workspace.accounts.refresh()
  const run = await pushAll()
  const ada = [...service.accounts.values()].find(({ userName }) => userName.startsWith('ada'))
  service.seed({ ...ada, displayName: 'Changed by K2' })
  const verified = await workspace.runs.verify({ run })
  expect(verified.verified).toMatchObject({ checked: 2, asIntended: 1, pending: 0 })
  const { rows } = workspace.runs.changes({ run, query: all, offset: 0, limit: 10 })
  expect(rows.map(({ name, drift }) => [name, drift])).toEqual([
    ['ada', [{ path: 'displayName', before: 'Changed by K2', after: 'ada' }]],
    ['ben', []],
  ])
  const shown = (show: 'drifted' | 'pending') =>
    workspace.runs.changes({ run, query: { search: '', show }, offset: 0, limit: 10 }).rows.map(({ name }) => name)
  expect([shown('drifted'), shown('pending')]).toEqual([['ada'], []])
})

test('an account that was accepted and never shows is pending; one that shows late is as intended', async () => {
  const { workspace, service, people, pushAll } = setUp()
  await people(person('ada'), person('late'))
  await workspace.accounts.refresh()
  const run = await pushAll()
  let looks = 0
  service.trouble = {
    before: ({ method, id }) => {
      if (method !== 'GET') return null
      const late = service.accounts.get(id ?? '')?.userName.startsWith('late') ?? false
      return late && ++looks > 3 ? null : new MusterError('scim-not-found', { status: 404 })
    },
  }
  const { verified } = await workspace.runs.verify({ run })
  expect(verified).toMatchObject({ checked: 2, asIntended: 1, pending: 1 })
  const query = { search: '', show: 'pending' } as const
  expect(workspace.runs.changes({ run, query, offset: 0, limit: 10 }).rows.map(({ name }) => name)).toEqual(['ada'])
})

test('undo is a plan of its own: what was created is deactivated, what was changed is changed back', async () => {
  const { workspace, service, people, pushAll, over } = setUp()
  service.seed({ userName: 'ben@contoso.example', externalId: 'id-ben', displayName: 'Before' })
  service.seed({ userName: 'cleo@contoso.example', externalId: 'id-cleo', displayName: 'cleo' })
  await people(person('ada'), person('ben', { attributes: { title: 'New' } }), person('cleo', { active: false }))
  await workspace.accounts.refresh()
  const run = await pushAll()
  const plan = await workspace.runs.undo({ run })
  expect(plan).toMatchObject({ undoes: run, counts: { update: 1, deactivate: 1, reactivate: 1 } })
  expect(plan.safety.destructive).toBe(1)
  await workspace.runs.start({ plan: plan.id, hash: plan.hash, typed: plan.safety.typeToConfirm })
  expect((await over(plan.id)).undoes).toBe(run)
  expect(workspace.runs.get({ run }).run.undoneBy).toBe(plan.id)
  const state = service.state()
  expect(state['ben@contoso.example']).toEqual({
    userName: 'ben@contoso.example',
    externalId: 'id-ben',
    displayName: 'Before',
    active: true,
  })
  expect(state['cleo@contoso.example']).toMatchObject({ active: true })
  expect(state['ada@contoso.example']).toMatchObject({ active: false })
  await expect(workspace.runs.undo({ run })).rejects.toThrow(expect.objectContaining({ code: 'plan-empty' }))
})

test('a partly failed run is undone as far as it went, and its failed changes can be planned again', async () => {
  const { workspace, service, people, pushAll } = setUp()
  await people(person('ada'), person('bad'), person('ben'))
  await workspace.accounts.refresh()
  service.trouble = {
    before: ({ id, method }) =>
      method === 'POST' && id?.startsWith('bad') ? new MusterError('scim-invalid', { status: 400 }) : null,
  }
  const run = await pushAll()
  expect(workspace.runs.get({ run }).run.outcomes).toMatchObject({ done: 2, failed: 1 })
  const again = await workspace.runs.retryFailed({ run })
  expect(workspace.plans.changes({ plan: again.id, offset: 0, limit: 9 }).rows.map(({ name }) => name)).toEqual(['bad'])
  const undo = await workspace.runs.undo({ run })
  const { rows } = workspace.plans.changes({ plan: undo.id, offset: 0, limit: 9 })
  expect(rows.map(({ name, kind }) => [name, kind])).toEqual([
    ['ada', 'deactivate'],
    ['ben', 'deactivate'],
  ])
})

test('a failed change that had been carried out all the same is found by the retry, and not sent again', async () => {
  const { workspace, service, people, pushAll } = setUp()
  await people(person('ada'))
  await workspace.accounts.refresh()
  service.trouble = {
    after: ({ method }) => (method === 'POST' ? new MusterError('scim-server', { status: 500 }) : null),
  }
  const run = await pushAll()
  expect(workspace.runs.get({ run }).run.outcomes.failed).toBe(1)
  service.trouble = {}
  await expect(workspace.runs.retryFailed({ run })).rejects.toThrow(expect.objectContaining({ code: 'plan-empty' }))
  expect(service.accounts.size).toBe(1)
})

test('the list of a run’s changes is searched without accents and filtered by outcome', async () => {
  const { workspace, service, people, pushAll } = setUp()
  await people(person('Zoë'), person('bad'))
  await workspace.accounts.refresh()
  service.trouble = {
    before: ({ id, method }) => (method === 'POST' && id?.startsWith('bad') ? new MusterError('scim-invalid') : null),
  }
  const run = await pushAll()
  const names = (query: Parameters<typeof workspace.runs.changes>[0]['query']) =>
    workspace.runs.changes({ run, query, offset: 0, limit: 10 }).rows.map(({ name }) => name)
  expect(names({ search: 'ZOE', show: 'all' })).toEqual(['Zoë'])
  expect(names({ search: '', show: 'failed' })).toEqual(['bad'])
  expect(names({ search: '', show: 'done' })).toEqual(['Zoë'])
  expect(names({ search: 'zoe', show: 'failed' })).toEqual([])
  expect(names({ search: 'contoso zoe', show: 'all' })).toEqual(['Zoë'])
  expect(names({ search: 'zoe bad', show: 'all' })).toEqual([])
  expect(names({ search: '', show: 'stale' })).toEqual([])
  expect(workspace.runs.change({ run, change: 2 })).toMatchObject({
    change: { attempts: 1, status: 201 },
    exchanges: [{ method: 'POST', status: 200 }],
  })
})
test('an undo that deactivates and changes more at once is stale as a whole where any of it changed meanwhile', async () => {
  for (const etags of [true, false]) {
    const { workspace, service, people, pushAll, over } = setUp()
    service.etags = etags
    service.supports({ etag: { value: etags ? 'yes' : 'no', from: 'test' } })
    for (const name of ['ben', 'cleo']) {
      service.seed({
        id: name,
        userName: `${name}@contoso.example`,
        externalId: `id-${name}`,
        displayName: name,
        title: 'Old',
        active: false,
      })
    }
    await people(...['ben', 'cleo'].map((name) => person(name, { attributes: { title: 'New' } })))
    await workspace.accounts.refresh()
    const run = await pushAll()
    const undo = await workspace.runs.undo({ run })
    expect(undo.counts.deactivate).toBe(2)
    service.seed({ ...service.accounts.get('ben'), title: 'By somebody else' })
    await workspace.runs.start({ plan: undo.id, hash: undo.hash, typed: undo.safety.typeToConfirm })
    expect((await over(undo.id)).outcomes).toMatchObject({ stale: 1, done: 1 })
    expect(service.accounts.get('ben')).toMatchObject({ active: true, title: 'By somebody else' })
    expect(service.accounts.get('cleo')).toMatchObject({ active: false, title: 'Old' })
  }
})
