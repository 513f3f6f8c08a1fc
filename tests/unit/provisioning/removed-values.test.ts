import { describe, expect, test } from 'vitest'
import { checkMapping } from '../../../electron/provisioning/check-mapping.ts'
import { defaultMappingOf } from '../../../electron/provisioning/default-mapping.ts'
import { diffOfCreate, diffOfUpdate, isAsWanted } from '../../../electron/provisioning/diff.ts'
import { compileMapping } from '../../../electron/provisioning/mapping.ts'
import type { JsonObject } from '../../../shared/model/json.ts'
import { type Mapping, type MappingRule, mappingSchema } from '../../../shared/model/mapping.ts'
import type { PersonAttribute } from '../../../shared/model/person.ts'
import { canBeCleared } from '../../../shared/scim/clearing.ts'
import { applyDiffs } from '../../../shared/scim/diffs.ts'
import { patchOf, putOf } from '../../../shared/scim/patch.ts'
import { rule } from '../../support/mapping-rule.ts'
import { person, setUp } from '../../support/workspace-desk.ts'
import { pushPlan } from '../../support/workspace-on.ts'
import { patched } from '../scim/scimmy-service.ts'

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const code = (wanted: string, where?: string) => expect.objectContaining({ code: wanted, ...(where ? { where } : {}) })

/** The default mapping, of which every rule that may clears what the source has nothing for. */
const clearing: Mapping = {
  rules: defaultMappingOf('entra').rules.map((rule) => ({
    ...rule,
    whenEmpty: rule.when === 'always' && canBeCleared(rule.to) ? 'remove' : 'leave',
  })),
}
const clearingRule = (to: string, attribute: PersonAttribute, more: Partial<MappingRule> = {}) =>
  rule(to, attribute, { whenEmpty: 'remove', ...more })
const account: JsonObject = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise],
  id: '7',
  userName: 'ada@contoso.example',
  externalId: 'id-ada',
  active: true,
  displayName: 'ada',
  title: 'Engineer',
  nickName: 'K2 only',
  name: { givenName: 'Ada', formatted: 'Ada L.' },
  emails: [
    { type: 'work', value: 'ada@contoso.example', primary: true, display: 'Ada' },
    { type: 'home', value: 'ada@home.example' },
  ],
  phoneNumbers: [{ type: 'mobile', value: '+49 2' }],
  [enterprise]: { department: 'Finance', costCenter: '4711' },
}

describe('a rule that clears', () => {
  const diff = diffOfUpdate(compileMapping(clearing)(person('ada')), account)

  test('takes away what the source has nothing for, elements as a whole, and nothing that no rule names', () => {
    expect(diff).toEqual([
      { path: 'name.givenName', before: 'Ada', after: null },
      {
        path: 'emails[type eq "work"]',
        before: { type: 'work', value: 'ada@contoso.example', primary: true, display: 'Ada' },
        after: null,
      },
      { path: 'title', before: 'Engineer', after: null },
      { path: 'phoneNumbers[type eq "mobile"]', before: { type: 'mobile', value: '+49 2' }, after: null },
      { path: `${enterprise}:department`, before: 'Finance', after: null },
    ])
  })

  test('becomes removals of a PATCH, which an independent service applies as meant, and a PUT without them', async () => {
    expect(patchOf(diff, account).Operations).toEqual([
      { op: 'remove', path: 'name.givenName' },
      { op: 'remove', path: 'emails[type eq "work"]' },
      { op: 'remove', path: 'title' },
      { op: 'remove', path: 'phoneNumbers[type eq "mobile"]' },
      { op: 'remove', path: `${enterprise}:department` },
    ])
    const expected = {
      name: { formatted: 'Ada L.' },
      emails: [{ type: 'home', value: 'ada@home.example' }],
      [enterprise]: { costCenter: '4711' },
      nickName: 'K2 only',
    }
    const after = await patched(account, patchOf(diff, account))
    for (const result of [after, putOf(account, diff)]) {
      expect(result).toMatchObject(expected)
      for (const gone of ['title', 'phoneNumbers']) expect(result[gone]).toBeUndefined()
    }
  })

  test('finds nothing more to do afterwards, and is taken back whole', () => {
    const after = applyDiffs(account, diff)
    expect(diffOfUpdate(compileMapping(clearing)(person('ada')), after)).toEqual([])
    const back = diff.map(({ path, before }) => ({ path, before: null, after: before }))
    const restored = applyDiffs(after, back)
    expect({ ...restored, emails: 0 }).toEqual({ ...account, emails: 0 })
    expect(restored.emails).toEqual([...(account.emails as JsonObject[])].reverse())
  })

  test('is one of two addresses of a type: both go, told apart by their value', () => {
    const twice = { emails: [{ type: 'work', value: 'a@x' }, { value: 'b@x', type: 'work' }, { value: 'c@x' }] }
    const both = diffOfUpdate([{ path: 'emails[type eq "work"].value', value: null, when: 'always' }], twice)
    expect(both.map(({ path }) => path)).toEqual([
      'emails[type eq "work" and value eq "a@x"]',
      'emails[type eq "work" and value eq "b@x"]',
    ])
    expect(applyDiffs(twice, both)).toEqual({ emails: [{ value: 'c@x' }] })
    // Such a filter is more than services understand: the attribute is written as a whole.
    expect(patchOf(both, twice).Operations).toEqual([{ op: 'replace', path: 'emails', value: [{ value: 'c@x' }] }])
  })

  test('makes nothing of a new account, of what is only filled on create, and of a default', () => {
    const apply = compileMapping({
      rules: [
        clearingRule('title', 'title'),
        clearingRule('nickName', 'office', { when: 'create' }),
        clearingRule('locale', 'country', { otherwise: 'de-DE' }),
      ],
    })
    expect(diffOfCreate(apply(person('ada')))).toEqual([{ path: 'locale', before: null, after: 'de-DE' }])
    expect(diffOfUpdate(apply(person('ada')), { ...account, locale: 'de-DE' })).toEqual([
      { path: 'title', before: 'Engineer', after: null },
    ])
  })

  test('never takes what an account needs, whatever a mapping on disk says', () => {
    const apply = compileMapping({
      rules: ['userName', 'externalId', 'active'].map((to) => clearingRule(to, 'office')),
    })
    expect(apply(person('ada'))).toEqual([])
    expect(['userName', 'EXTERNALID', 'active', 'id'].map(canBeCleared)).toEqual([false, false, false, false])
    expect(['title', 'name.givenName', `${enterprise}:department`].map(canBeCleared)).toEqual([true, true, true])
  })
})

describe('the primary element', () => {
  const wanted = [{ path: 'emails[type eq "work"].primary', value: true, when: 'always' as const }]
  const home = { type: 'home', value: 'h@x', primary: true }

  test('moves: who becomes it takes the mark from who has it, by PATCH and by PUT', async () => {
    const before = { ...account, emails: [{ type: 'work', value: 'w@x' }, home] }
    const diff = diffOfUpdate(wanted, before)
    expect(diff).toEqual([
      { path: 'emails[type eq "home"].primary', before: true, after: false },
      { path: 'emails[type eq "work"].primary', before: null, after: true },
    ])
    for (const result of [await patched(before, patchOf(diff, before)), putOf(before, diff)]) {
      const list = result.emails as JsonObject[]
      expect(list.filter(({ primary }) => primary === true).map(({ type }) => type)).toEqual(['work'])
      expect(diffOfUpdate(wanted, result)).toEqual([])
    }
  })

  test('is not taken from an element that goes as a whole, which would bring it back', () => {
    const before = { emails: [home, { type: 'work', value: 'w@x' }] }
    const gone = { path: 'emails[type eq "home"].value', value: null, when: 'always' as const }
    for (const both of [
      [gone, ...wanted],
      [...wanted, gone],
    ]) {
      const diff = diffOfUpdate(both, before)
      expect(applyDiffs(before, diff)).toEqual({ emails: [{ type: 'work', value: 'w@x', primary: true }] })
      expect(putOf({ ...account, ...before }, diff).emails).toHaveLength(1)
    }
  })

  test('is taken from elements without a type too', () => {
    const diff = diffOfUpdate(wanted, {
      emails: [
        { type: 'work', value: 'w@x' },
        { value: 'h@x', primary: true },
      ],
    })
    expect(diff.map(({ path }) => path)).toEqual(['emails[value eq "h@x"].primary', 'emails[type eq "work"].primary'])
  })

  test('stays where the element that has it reads like another one: nobody could say which one to give it back to', () => {
    const work = { type: 'work', value: 'w@x' }
    const untyped = { value: 'w@x', primary: true }
    expect(diffOfUpdate(wanted, { emails: [work, untyped] })).toEqual([])
    const other = { path: 'emails[type eq "home"].primary', value: true, when: 'always' as const }
    expect(diffOfUpdate([other], { emails: [work, untyped, { ...home, primary: false }] })).toEqual([])
  })

  test('that is absent is the same as one that says no', () => {
    expect(isAsWanted({ emails: [{ type: 'work', value: 'w' }] }, 'emails[type eq "work"].primary', false)).toBe(true)
    expect(isAsWanted({ emails: [home] }, 'emails[type eq "home"].primary', false)).toBe(false)
  })
})

test('a value that another element of the same type has is there, and not written a second time', () => {
  const two = {
    emails: [
      { type: 'work', value: 'a@x', primary: true },
      { type: 'work', value: 'b@x' },
    ],
  }
  expect(isAsWanted(two, 'emails[type eq "work"].value', 'b@x')).toBe(true)
  expect(isAsWanted(two, 'emails[type eq "home"].value', 'b@x')).toBe(false)
})

describe('a mapping of the connection’s own', () => {
  test('is kept, follows the default where it is the default, and decides what differs', async () => {
    const { workspace, service, people } = setUp()
    service.seed({ ...account, externalId: 'id-ada' })
    await people(person('ada', { attributes: { displayName: 'ada' } }))
    await workspace.accounts.refresh()
    const [id = 0] = await workspace.people.ids({
      query: { search: '', state: null, sort: { by: 'name', descending: false } },
    })
    expect((await workspace.people.get({ id })).diff).toEqual([])
    expect((await workspace.mapping.save({ mapping: clearing })).saved).toEqual(clearing)
    expect((await workspace.people.get({ id })).diff).toHaveLength(5)
    const plan = await workspace.plans.create({ people: [id], deactivate: [] })
    const run = await pushPlan(workspace, plan)
    expect((await workspace.runs.verify({ run: run.id })).verified).toMatchObject({ checked: 1, asIntended: 1 })
    expect(service.accounts.get('7')).not.toHaveProperty('title')
    await pushPlan(workspace, await workspace.runs.undo({ run: run.id }))
    expect(service.accounts.get('7')).toMatchObject({ title: 'Engineer', name: { givenName: 'Ada' } })
    const usual = defaultMappingOf('entra')
    expect((await workspace.mapping.save({ mapping: usual })).saved).toEqual(usual)
    expect((await workspace.people.get({ id })).diff).toEqual([])
  })

  test('takes a manager away from who has none at the source, not from whose manager nobody knows', async () => {
    const { workspace, service, people, ids } = setUp()
    const managed = (name: string) => ({
      userName: `${name}@contoso.example`,
      externalId: `id-${name}`,
      displayName: name,
      [enterprise]: { manager: { value: 'boss', displayName: 'The boss' } },
    })
    for (const name of ['ada', 'ben', 'cleo']) service.seed(managed(name))
    await people(
      person('ada'),
      person('ben', { attributes: { manager: 'somebody of another file' } }),
      person('cleo', { active: false }),
    )
    await workspace.accounts.refresh()
    await workspace.mapping.save({ mapping: clearing })
    const plan = await workspace.plans.create({ people: await ids(), deactivate: [] })
    const { rows } = workspace.plans.changes({ plan: plan.id, offset: 0, limit: 9 })
    expect(rows.map(({ name, pass, diff }) => [name, pass, diff])).toEqual([
      ['ada', 1, [{ path: `${enterprise}:manager.value`, before: 'boss', after: null }]],
      ['cleo', 1, [{ path: 'active', before: true, after: false }]],
    ])
    await pushPlan(workspace, plan)
    expect(service.state()['ada@contoso.example']).not.toHaveProperty(enterprise)
  })

  test('is refused where it would do harm, and the one before stays', async () => {
    const usual = defaultMappingOf('entra')
    const plus = (...rules: MappingRule[]): Mapping => ({ rules: [...usual.rules, ...rules] })
    expect(() => checkMapping(clearing)).not.toThrow()
    expect(() => checkMapping(plus(clearingRule('nick name', 'office')))).toThrow(code('path-invalid'))
    expect(() => checkMapping(plus(clearingRule('TITLE', 'office')))).toThrow(code('mapping-invalid', 'TITLE'))
    expect(() => checkMapping({ rules: [clearingRule('userName', 'userName')] })).toThrow(
      code('mapping-invalid', 'userName'),
    )
    expect(() => checkMapping({ rules: [clearingRule('title', 'title')] })).toThrow(code('mapping-invalid', 'userName'))
    expect(() => checkMapping(plus(clearingRule('emails[type eq "home"].primary', 'office')))).toThrow(
      code('mapping-invalid'),
    )
    const { workspace } = setUp()
    const before = workspace.mapping.state().saved
    await expect(workspace.mapping.save({ mapping: { rules: [] } })).rejects.toEqual(code('mapping-invalid'))
    expect(workspace.mapping.state().saved).toEqual(before)
  })

  test('that an older Muster has kept leaves what it did not speak of', () => {
    const { whenEmpty: _new, ...old } = clearingRule('title', 'title')
    expect(mappingSchema.parse({ rules: [old] }).rules[0]?.whenEmpty).toBe('leave')
  })
})
