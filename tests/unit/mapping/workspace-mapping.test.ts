import { describe, expect, test } from 'vitest'
import { defaultMappingOf } from '../../../electron/provisioning/default-mapping.ts'
import { compileMapping } from '../../../electron/provisioning/mapping.ts'
import type { Mapping, MappingRule } from '../../../shared/model/mapping.ts'
import type { AttributeType } from '../../../shared/model/service-schema.ts'
import { rule } from '../../support/mapping-rule.ts'
import { person, setUp } from '../../support/workspace-desk.ts'

const code = (wanted: string) => expect.objectContaining({ code: wanted })
const usual = defaultMappingOf('entra')
/** The usual mapping with other rules in the place of those that fill the same, and the rest at its end. */
const withRules = (...rules: MappingRule[]): Mapping => ({
  rules: [...usual.rules.filter(({ to }) => !rules.some((one) => one.to === to)), ...rules],
})
const at = (mapping: Mapping, to: string) => mapping.rules.findIndex((one) => one.to === to)

/** Ada has an account that is as the source says, Ben has none, Cleo has left. */
async function three() {
  const desk = setUp()
  desk.service.seed({ userName: 'ada@contoso.example', externalId: 'id-ada', displayName: 'ada', active: true })
  await desk.people(
    person('ada', { attributes: { office: '4711' } }),
    person('ben', { attributes: { manager: 'ada@contoso.example', title: 'Engineer' } }),
    person('cleo', { active: false }),
  )
  await desk.workspace.accounts.refresh()
  return desk
}

describe('a mapping that is being edited', () => {
  test('is tried on one person, rule by rule, without being saved', async () => {
    const { workspace, ids } = await three()
    const [ada, ben, cleo] = await ids()
    const mapping = withRules(
      rule('displayName', 'upper(displayName)'),
      rule('nickName', '[Cost center]', { otherwise: 'none' }),
      rule('userType', 'office', { when: 'create' }),
      rule('title', 'lower(titel)'),
    )
    const seen = async (id: number | null, to: string) => {
      const { values = [] } = (await workspace.mapping.preview({ mapping, person: id })) ?? {}
      expect(values.map((one) => one.to)).toEqual(mapping.rules.map((one) => one.to))
      const { to: _path, ...value } = values[at(mapping, to)] ?? { to }
      return value
    }
    expect(await seen(null, 'displayName')).toEqual({ value: 'ADA', now: 'ada', effect: 'changes' })
    expect(await seen(ada ?? 0, 'userName')).toMatchObject({ effect: 'same' })
    expect(await seen(ada ?? 0, 'nickName')).toEqual({ value: 'none', now: null, effect: 'changes' })
    expect(await seen(ada ?? 0, 'userType')).toEqual({ value: '4711', now: null, effect: 'kept' })
    expect(await seen(ada ?? 0, 'title')).toEqual({ value: null, now: null, effect: 'invalid' })
    expect(await seen(ben ?? 0, 'displayName')).toMatchObject({ value: 'BEN', effect: 'sets' })
    expect(await seen(ben ?? 0, 'userType')).toMatchObject({ value: null, effect: 'nothing' })
    expect(await seen(cleo ?? 0, 'displayName')).toEqual({ value: 'CLEO', now: null, effect: 'kept' })
    expect(workspace.mapping.state()).toMatchObject({ saved: usual, draft: null })
  })

  test('is counted over everybody who is active; who the source has disabled does not count', async () => {
    const { workspace } = await three()
    const mapping = withRules(rule('displayName', 'upper(displayName)'), rule('nickName', 'office'))
    const counts = await workspace.mapping.count({ mapping })
    expect(counts).toMatchObject({ people: 2, accounts: 1, changes: 1, changesNow: 0, invalid: 0 })
    expect(counts.rules[at(mapping, 'displayName')]).toEqual({ to: 'displayName', changes: 1, nothing: 0 })
    expect(counts.rules[at(mapping, 'nickName')]).toEqual({ to: 'nickName', changes: 1, nothing: 1 })
    expect(await workspace.mapping.count({ mapping: usual })).toMatchObject({ changes: 0 })
  })

  test('ends the count of the one before', async () => {
    const { workspace } = await three()
    const first = workspace.mapping.count({ mapping: usual })
    const second = workspace.mapping.count({ mapping: usual })
    await expect(first).rejects.toEqual(code('count-cancelled'))
    expect(await second).toMatchObject({ people: 2 })
  })

  test('is kept as a draft, half written too, until it is saved or forgotten', async () => {
    const { workspace } = await three()
    const half = withRules(rule('', 'lower('))
    expect(workspace.mapping.keepDraft({ mapping: half }).draft).toEqual(half)
    await expect(workspace.mapping.save({ mapping: half })).rejects.toEqual(code('mapping-invalid'))
    expect(workspace.mapping.state()).toMatchObject({ saved: usual, draft: half })
    expect(workspace.mapping.keepDraft({ mapping: usual }).draft).toBeNull()
    workspace.mapping.keepDraft({ mapping: half })
    const good = withRules(rule('nickName', 'givenName'))
    expect(await workspace.mapping.save({ mapping: good })).toEqual({ saved: good, draft: null, usual })
  })

  test('outdates the plans that were made before it is saved', async () => {
    const { workspace, ids } = await three()
    const plan = await workspace.plans.create({ people: await ids(), deactivate: [] })
    await workspace.mapping.save({ mapping: withRules(rule('nickName', '"x"')) })
    expect(workspace.plans.get({ plan: plan.id }).outdated).toBe(true)
    const start = workspace.runs.start({ plan: plan.id, hash: plan.hash, typed: null })
    await expect(start).rejects.toEqual(code('plan-outdated'))
  })
})

test('a manager is still found by the sign-in name of the source where the mapping makes another of it', async () => {
  const { workspace, service, ids } = await three()
  const mapping = withRules(rule('userName', 'replace(userName, "contoso.example", "k2.example")'))
  await workspace.mapping.save({ mapping })
  service.seed({ userName: 'ben@k2.example', externalId: 'id-ben', displayName: 'ben', active: true })
  await workspace.accounts.refresh()
  const [, ben] = await ids()
  const { diff } = await workspace.people.get({ id: ben ?? 0 })
  expect(diff.find(({ path }) => path.endsWith('manager.value'))?.after).toBe([...service.accounts.keys()][0])
})

test('who would get more than a service can mean to keep is blocked', async () => {
  const { workspace, ids } = await three()
  const bomb = `replace(replace(displayName, "a", "${'a'.repeat(900)}"), "a", "${'a'.repeat(900)}")`
  const mapping = withRules(rule('nickName', bomb))
  expect((await workspace.mapping.count({ mapping })).invalid).toBe(1)
  await workspace.mapping.save({ mapping })
  const [ada] = await ids()
  expect((await workspace.people.get({ id: ada ?? 0 })).blocked).toMatchObject([
    { code: 'invalid-value', where: 'nickName', detail: 'It has more than 10,000 characters.' },
  ])
})

test.each<[AttributeType, string, unknown]>([
  ['boolean', 'yes', true],
  ['boolean', 'FALSE', false],
  ['boolean', 'perhaps', 'perhaps'],
  ['integer', '-12', -12],
  ['integer', '1.5', '1.5'],
  ['decimal', '1.5', 1.5],
  ['string', '12', '12'],
])('an attribute that takes a %s gets %j as %j', (type, text, wanted) => {
  const apply = compileMapping({ rules: [rule('urn:a:b:x', `"${text}"`)] }, () => type)
  expect(apply(person('ada'))).toEqual([{ path: 'urn:a:b:x', value: wanted, when: 'always' }])
})
