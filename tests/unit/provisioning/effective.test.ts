import { expect, test } from 'vitest'
import { effectiveOf, noOverrides, withOverride } from '../../../electron/provisioning/effective.ts'
import { openDatabase } from '../../../electron/store/database.ts'
import { capabilitiesSchema, overrideSchema } from '../../../shared/model/capabilities.ts'
import { FakeService } from '../../support/fake-account-service.ts'
import { silentLog } from '../../support/silent-log.ts'
import { workspaceOn } from '../../support/workspace-on.ts'

const { learnt } = new FakeService()
if (learnt === null) throw new Error('The fake knows nothing.')

test('without anything set by hand, what was learnt is what is gone by', () => {
  expect(effectiveOf(learnt, noOverrides)).toEqual(learnt)
})

test('what is set by hand stands in place of what was learnt, with the day and what was learnt beside it', () => {
  const patch = withOverride(noOverrides, { what: 'patch', value: 'no' }, 7)
  const both = withOverride(patch, { what: 'pageSize', value: 25 }, 8)
  const effective = effectiveOf(learnt, both)
  expect(effective.patch).toEqual({ ...learnt.patch, value: 'no', byHand: { at: 7, learnt: 'yes' } })
  expect(effective.pageSize).toMatchObject({ value: 25, byHand: { at: 8, learnt: 100 } })
  expect(capabilitiesSchema.parse(effective)).toEqual(effective)
  const back = withOverride(both, { what: 'patch', value: null }, 9)
  expect(effectiveOf(learnt, back).patch).toEqual(learnt.patch)
  expect(effectiveOf(learnt, back).pageSize.value).toBe(25)
})

test('Bulk set by hand has a size of request even where the service names none, and none where it is off', () => {
  const on = effectiveOf(learnt, withOverride(noOverrides, { what: 'bulk', value: 'yes' }, 1))
  expect([on.bulkOperations.value, on.bulkBytes.value]).toEqual([100, 1_048_576])
  const able = { ...learnt, bulk: { value: 'yes' as const, from: '' }, bulkOperations: { value: 50, from: '' } }
  expect(effectiveOf(able, noOverrides).bulkOperations.value).toBe(50)
  expect(effectiveOf(able, withOverride(noOverrides, { what: 'bulk', value: 'no' }, 1)).bulkOperations.value).toBe(0)
})

test('the window can set an answer to an answer and a number to a number within reason, and nothing else', () => {
  const fits = (override: object) => overrideSchema.safeParse(override).success
  expect(fits({ what: 'etag', value: 'no' })).toBe(true)
  expect(fits({ what: 'pageSize', value: null })).toBe(true)
  for (const wrong of [
    { what: 'etag', value: 'unknown' },
    { what: 'etag', value: 3 },
    { what: 'pageSize', value: 'yes' },
    { what: 'pageSize', value: 0 },
    { what: 'pageSize', value: 1001 },
    { what: 'userSchema', value: null },
    { what: '__proto__', value: 'yes' },
  ]) {
    expect([wrong, fits(wrong)]).toEqual([wrong, false])
  }
})

test('what is set by hand is kept with the connection, survives learning again, and what a write teaches', async () => {
  const database = openDatabase(':memory:', { log: silentLog })
  const service = new FakeService()
  const workspace = workspaceOn(service, { database })
  await workspace.accounts.learn()
  workspace.accounts.override({ override: { what: 'filter', value: 'no' } })
  expect((await workspace.accounts.learn()).filter).toMatchObject({ value: 'no', byHand: { learnt: 'yes' } })
  const later = workspaceOn(new FakeService(), { database })
  expect(later.accounts.capabilities()?.filter).toMatchObject({ value: 'no', byHand: { learnt: 'yes' } })
  later.accounts.override({ override: { what: 'filter', value: null } })
  expect(later.accounts.capabilities()?.filter).toEqual({ value: 'yes', from: 'test' })
})

test('nothing can be set beside nothing, and what another version has kept in another form is learnt again', () => {
  const database = openDatabase(':memory:', { log: silentLog })
  const blank = () => Object.assign(new FakeService(), { learnt: null })
  const workspace = workspaceOn(blank(), { database })
  const set = () => workspace.accounts.override({ override: { what: 'patch', value: 'no' } })
  expect(set).toThrow(expect.objectContaining({ code: 'capabilities-unknown' }))
  database.prepare("INSERT INTO kept (name, value) VALUES ('capabilities', '{\"learntAt\":1}')").run()
  expect(workspaceOn(blank(), { database }).accounts.capabilities()).toBeNull()
})
