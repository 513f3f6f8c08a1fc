import { expect, test } from 'vitest'
import { defaultMappingOf } from '../../../electron/provisioning/default-mapping.ts'
import { diffOfUpdate, isAsWanted } from '../../../electron/provisioning/diff.ts'
import { compileMapping, managerPathOf } from '../../../electron/provisioning/mapping.ts'
import { person } from '../../support/workspace-desk.ts'

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const full = person('ada', {
  attributes: {
    givenName: 'Ada',
    familyName: 'Li',
    email: 'ada@contoso.example',
    title: 'Engineer',
    department: 'Finance',
    company: 'Contoso',
    employeeNumber: '10442',
    phone: '+49 1',
    mobile: '+49 2',
    manager: 'id-zoe',
  },
})

test('the default mapping fills what K2 and the enterprise extension know; the manager is left for later', () => {
  const mapping = defaultMappingOf('entra')
  const desired = compileMapping(mapping)(full)
  expect(Object.fromEntries(desired.map(({ path, value }) => [path, value]))).toEqual({
    userName: 'ada@contoso.example',
    externalId: 'id-ada',
    displayName: 'ada',
    'name.givenName': 'Ada',
    'name.familyName': 'Li',
    'emails[type eq "work"].value': 'ada@contoso.example',
    'emails[type eq "work"].primary': true,
    title: 'Engineer',
    'phoneNumbers[type eq "work"].value': '+49 1',
    'phoneNumbers[type eq "mobile"].value': '+49 2',
    [`${enterprise}:employeeNumber`]: '10442',
    [`${enterprise}:department`]: 'Finance',
    [`${enterprise}:organization`]: 'Contoso',
    active: true,
  })
  expect(managerPathOf(mapping)).toBe(`${enterprise}:manager.value`)
})

test('a list without directory ids takes the employee number as externalId', () => {
  const { externalId: _none, ...attributes } = full.attributes
  const desired = compileMapping(defaultMappingOf('generic'))({ ...full, attributes })
  expect(desired.find(({ path }) => path === 'externalId')?.value).toBe('10442')
})

test('an attribute the person does not have is left alone, and so is what describes it', () => {
  const desired = compileMapping(defaultMappingOf('entra'))(person('ada'))
  expect(desired.map(({ path }) => path)).toEqual(['userName', 'externalId', 'displayName', 'active'])
})

test('a rule takes the first entry that is not empty, a constant, or what is given otherwise', () => {
  const rest = { when: 'always' as const, whenEmpty: 'leave' as const }
  const apply = compileMapping({
    rules: [
      { to: 'nickName', from: 'first(office, displayName)', otherwise: null, ...rest },
      { to: 'userType', from: '"Employee"', otherwise: null, ...rest },
      { to: 'locale', from: 'country', otherwise: 'de-DE', ...rest },
    ],
  })
  expect(apply(person('ada')).map(({ path, value }) => [path, value])).toEqual([
    ['nickName', 'ada'],
    ['userType', 'Employee'],
    ['locale', 'de-DE'],
  ])
})

test('only attributes of the mapping are compared, multi-valued ones by value and type', () => {
  const desired = compileMapping(defaultMappingOf('entra'))(full)
  const account = {
    userName: 'ADA@contoso.example',
    externalId: 'id-ada',
    displayName: 'ada',
    nickName: 'K2 only',
    name: { givenName: 'Ada', familyName: 'Li' },
    emails: [
      { type: 'home', value: 'ada@contoso.example' },
      { type: 'WORK', value: 'ada@contoso.example' },
    ],
    title: 'Analyst',
    phoneNumbers: [{ type: 'work', value: '+49 1' }],
    [enterprise]: { employeeNumber: 10442, department: 'Finance', organization: 'Contoso' },
    active: true,
  }
  expect(diffOfUpdate(desired, account)).toEqual([
    { path: 'title', before: 'Analyst', after: 'Engineer' },
    { path: 'phoneNumbers[type eq "mobile"].value', before: null, after: '+49 2' },
  ])
})

test('a sign-in name that differs in letter case alone stays, any other difference would be pushed', () => {
  const desired = [{ path: 'userName', value: 'ada@contoso.example', when: 'always' as const }]
  expect(diffOfUpdate(desired, { userName: 'ADA@Contoso.example' })).toEqual([])
  expect(diffOfUpdate(desired, { userName: 'ada.lovelace@contoso.example' })).toEqual([
    { path: 'userName', before: 'ada.lovelace@contoso.example', after: 'ada@contoso.example' },
  ])
})

test('an address kept without a type, and an accent composed differently, are no difference', () => {
  expect(isAsWanted({ emails: [{ value: 'a@x' }] }, 'emails[type eq "work"].value', 'a@x')).toBe(true)
  expect(isAsWanted({ emails: [{ value: 'a@x', type: 'home' }] }, 'emails[type eq "work"].value', 'a@x')).toBe(false)
  expect(isAsWanted({ displayName: 'Zoe\u0308' }, 'displayName', 'Zo\u00EB')).toBe(true)
  expect(isAsWanted({ active: false }, 'active', true)).toBe(false)
})
