import { expect, test } from 'vitest'
import { createProblems } from '../../../electron/sources/problems.ts'
import { createMembership } from '../../../electron/sources/scim/scim-groups.ts'
import { createScimPersonReader } from '../../../electron/sources/scim/scim-person.ts'
import { personSchema } from '../../../shared/model/person.ts'
import { groupListSchema, userListSchema } from '../../../shared/scim/schemas.ts'
import { enterpriseUserUrn } from '../../../shared/scim/urn.ts'

const read = (resource: object, identifier: 'id' | 'externalId' = 'id') => {
  const [user] = userListSchema.parse({ Resources: [resource] }).resources
  if (user === undefined) throw new Error('It is no user.')
  return createScimPersonReader(identifier, createProblems())(user)
}

test('a user becomes a person, attribute by attribute', () => {
  const { person, from } = read({
    id: '42',
    externalId: 'e-42',
    userName: 'Jane@contoso.example',
    active: 'False',
    name: { givenName: 'Jane', familyName: 'Doe', formatted: 'Jane Doe' },
    emails: [
      { value: 'jane@home.example', primary: true },
      { value: 'jane@contoso.example', type: 'work' },
    ],
    phoneNumbers: [{ value: '+1 555', type: 'mobile' }],
    addresses: [{ type: 'work', locality: 'Berlin', country: 'DE' }],
    [enterpriseUserUrn]: { department: 'Sales', manager: { value: '7' }, employeeNumber: 10442 },
  })
  expect(person).toEqual({
    key: '42',
    line: null,
    active: false,
    attributes: {
      externalId: '42',
      userName: 'Jane@contoso.example',
      displayName: 'Jane Doe',
      givenName: 'Jane',
      familyName: 'Doe',
      email: 'jane@contoso.example',
      department: 'Sales',
      employeeNumber: '10442',
      manager: '7',
      mobile: '+1 555',
      city: 'Berlin',
      country: 'DE',
    },
  })
  expect(from.displayName).toBe('name.formatted')
})

test('further attributes are kept by their paths, those of extensions too, several values in one text', () => {
  const badge = 'urn:contoso:params:scim:schemas:2.0:User:badge'
  const paths = [
    'nickName',
    `${enterpriseUserUrn}:costCenter`,
    badge,
    'roles',
    'emails[type eq "home"].value',
    'locale',
  ]
  const [user] = userListSchema.parse({
    Resources: [
      {
        id: '1',
        userName: 'a',
        nickName: 'Annie',
        roles: [{ value: 'admin' }, { display: 'Auditor' }, 'guest', { type: 'x' }],
        emails: [{ type: 'home', value: 'a@home.example' }],
        [enterpriseUserUrn]: { costCenter: 4711 },
        'urn:contoso:params:scim:schemas:2.0:User': { badge: true },
      },
    ],
  }).resources
  if (user === undefined) throw new Error('It is no user.')
  const { person } = createScimPersonReader('id', createProblems(), paths)(user)
  expect(person.more).toEqual({
    nickName: 'Annie',
    [`${enterpriseUserUrn}:costCenter`]: '4711',
    [badge]: 'true',
    roles: 'admin; Auditor; guest',
    'emails[type eq "home"].value': 'a@home.example',
  })
  expect(personSchema.parse(person)).toEqual(person)
})

test('the service’s externalId can be the identifier; whoever has none is known by the sign-in name', () => {
  expect(read({ id: '1', externalId: 'e-1', userName: 'a' }, 'externalId').person.key).toBe('e-1')
  expect(read({ id: '1', userName: 'Ä' }, 'externalId').person).toMatchObject({
    key: 'ä',
    attributes: { userName: 'Ä' },
  })
})

test('groups come from both sides, each once', () => {
  const problems = createProblems()
  const membership = createMembership(problems)
  expect(membership.count()).toBe(null)
  const [user] = userListSchema.parse({
    Resources: [{ id: '1', groups: [{ value: 'g', display: 'Sales' }] }],
  }).resources
  const { resources } = groupListSchema.parse({
    Resources: [
      { id: 'g', displayName: 'Sales', members: [{ value: '1' }, { value: '2' }] },
      { id: 'h', displayName: 'Everybody', members: Array.from({ length: 100 }, (_, n) => ({ value: String(n) })) },
    ],
  })
  if (user) membership.addUser(user)
  for (const group of resources) membership.addGroup(group)
  expect(membership.of('1')).toEqual(['Everybody', 'Sales'])
  expect(membership.count()).toBe(2)
  expect(problems.list()).toHaveLength(1)
})
