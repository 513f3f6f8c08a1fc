import { expect, test } from 'vitest'
import { defaultMappingOf } from '../../../electron/provisioning/default-mapping.ts'
import { heedSchema } from '../../../electron/provisioning/heed-schema.ts'
import { compileMapping } from '../../../electron/provisioning/mapping.ts'
import type { Mapping } from '../../../shared/model/mapping.ts'
import type { AccountSchema, SchemaAttribute, UserSchema } from '../../../shared/model/service-schema.ts'
import { enterpriseUserUrn, userUrn } from '../../../shared/scim/urn.ts'
import { person, setUp } from '../../support/workspace-desk.ts'

const attribute = (name: string, more: Partial<SchemaAttribute> = {}): SchemaAttribute => ({
  name,
  required: false,
  mutability: 'readWrite',
  multiValued: false,
  caseExact: null,
  ...more,
})
const coreOf = (...attributes: SchemaAttribute[]): AccountSchema => ({
  urn: userUrn,
  core: true,
  required: true,
  attributes: [attribute('userName', { required: true }), ...attributes],
})
const from = 'test'
const yes = { value: 'yes' as const, from }
const says = (userSchema: UserSchema | null, value: 'yes' | 'no' | 'unknown' = 'yes') => ({
  schema: { value, from },
  userSchema,
})
const mapping = defaultMappingOf('entra')
const kept = ({ rules }: Mapping): string[] => rules.map(({ to }) => to)
const full = coreOf(
  attribute('displayName'),
  attribute('name'),
  attribute('name.givenName'),
  attribute('title', { mutability: 'readOnly' }),
  attribute('emails', { multiValued: true }),
  attribute('emails.value'),
  attribute('phoneNumbers', { mutability: 'immutable' }),
)

test('what is not defined or only the service writes is not planned, and told; what can’t be changed is for new accounts', () => {
  const { mapping: heeded, unplanned } = heedSchema(mapping, says({ schemas: [full], whole: true }))
  expect(kept(heeded)).toEqual([
    'userName',
    'externalId',
    'displayName',
    'name.givenName',
    'emails[type eq "work"].value',
    'phoneNumbers[type eq "work"].value',
    'phoneNumbers[type eq "mobile"].value',
    'active',
  ])
  expect(heeded.rules.filter(({ to }) => to.startsWith('phone')).map(({ when }) => when)).toEqual(['create', 'create'])
  expect(unplanned.map(({ path, why }) => [path, why])).toEqual([
    ['name.familyName', 'not-defined'],
    ['emails[type eq "work"].primary', 'not-defined'],
    ['title', 'read-only'],
    ['phoneNumbers[type eq "work"].value', 'create-only'],
    ['phoneNumbers[type eq "mobile"].value', 'create-only'],
    ...['employeeNumber', 'department', 'organization', 'manager.value'].map((name) => [
      `${enterpriseUserUrn}:${name}`,
      'not-defined',
    ]),
  ])
})

test('what a service does not describe is not spoken against: no schema, a list cut off, an extension only named', () => {
  const named = { urn: enterpriseUserUrn, core: false, required: false, attributes: null }
  const enterprise = (of: Mapping) => kept(of).filter((path) => path.startsWith('urn:')).length
  expect(heedSchema(mapping, null).mapping).toBe(mapping)
  expect(heedSchema(mapping, says(null, 'unknown')).mapping).toBe(mapping)
  expect(heedSchema(mapping, says({ schemas: [full], whole: true }, 'no')).mapping).toBe(mapping)
  expect(enterprise(heedSchema(mapping, says({ schemas: [full], whole: false })).mapping)).toBe(4)
  expect(enterprise(heedSchema(mapping, says({ schemas: [full, named], whole: true })).mapping)).toBe(4)
})

test('userName, externalId and active are never left out, whatever a schema says of them', () => {
  const poor = coreOf(attribute('active', { mutability: 'readOnly' }))
  const { mapping: heeded } = heedSchema(mapping, says({ schemas: [poor], whole: true }))
  expect(kept(heeded)).toEqual(['userName', 'externalId', 'active'])
})

test('a new account that would lack what is required is blocked for every attribute, one that has a part for its other parts', () => {
  const schema: UserSchema = {
    schemas: [
      coreOf(
        attribute('title', { required: true }),
        attribute('id', { required: true }),
        attribute('meta', { required: true, mutability: 'readOnly' }),
        attribute('name'),
        attribute('name.familyName', { required: true }),
        attribute('emails', { required: true }),
        attribute('emails.type', { required: true }),
        attribute('addresses'),
        attribute('addresses.country', { required: true }),
      ),
      {
        urn: enterpriseUserUrn,
        core: false,
        required: false,
        attributes: [attribute('costCenter', { required: true }), attribute('department')],
      },
    ],
    whole: true,
  }
  const { missing } = heedSchema(mapping, says(schema))
  const lacking = (attributes: object) =>
    missing(compileMapping(mapping)(person('ada', { attributes }))).map(({ code, where }) => `${code} ${where}`)
  expect(lacking({})).toEqual(['missing-required title', 'missing-required emails'])
  expect(lacking({ title: 'Buyer', email: 'a@b', givenName: 'Ada', department: 'Legal' })).toEqual([
    'missing-required name.familyName',
    `missing-required ${enterpriseUserUrn}:costCenter`,
  ])
})

test('somebody who lacks it is blocked with every reason and not planned; an account that is there is not asked', async () => {
  const desk = setUp()
  const schema: UserSchema = {
    schemas: [coreOf(attribute('displayName'), attribute('title', { required: true }), attribute('emails'))],
    whole: true,
  }
  desk.service.supports({ schema: yes, userSchema: schema })
  desk.service.seed({ userName: 'ben@contoso.example', externalId: 'id-ben', displayName: 'Old' })
  await desk.people(
    person('ada', { attributes: { email: 'not an address', department: 'Legal' } }),
    person('ben'),
    person('cleo', { attributes: { title: 'Buyer', department: 'Legal' } }),
  )
  await desk.workspace.accounts.refresh()
  const plan = await desk.workspace.plans.create({ people: await desk.ids(), deactivate: [] })
  expect(plan.counts).toMatchObject({ create: 1, update: 1 })
  expect(plan.blocked).toMatchObject([
    { name: 'ada', reasons: [{ code: 'invalid-value' }, { code: 'missing-required', where: 'title' }] },
  ])
  const { rows } = desk.workspace.plans.changes({ plan: plan.id, offset: 0, limit: 50 })
  const paths = rows.flatMap(({ diff }) => diff.map(({ path }) => path))
  expect(paths.some((path) => path.startsWith('urn:'))).toBe(false)

  const [ada = 0] = await desk.ids()
  const told = { path: `${enterpriseUserUrn}:department`, why: 'not-defined', value: 'Legal' }
  expect((await desk.workspace.people.get({ id: ada })).unplanned).toEqual([told])
  expect(desk.workspace.accounts.unplanned().map(({ path }) => path)).toContain(told.path)

  desk.workspace.accounts.override({ override: { what: 'schema', value: 'no' } })
  const anew = await desk.workspace.plans.create({ people: await desk.ids(), deactivate: [] })
  expect(anew.blocked).toMatchObject([{ name: 'ada', reasons: [{ code: 'invalid-value' }] }])
  expect(JSON.stringify(desk.workspace.plans.changes({ plan: anew.id, offset: 0, limit: 50 }).rows)).toContain(
    told.path,
  )
  expect(desk.workspace.accounts.unplanned()).toEqual([])
})
