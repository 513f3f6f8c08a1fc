import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lookAtFile } from '../../../electron/sources/file.ts'
import { recognised } from '../../../shared/model/source.ts'
import { readFileWhole } from '../../support/read-file.ts'

const sample = (name: string) => join(import.meta.dirname, '../../support/samples', name)
const guid = (last: number) => `6f0b4c1e-7e0f-4b53-9f57-1f0f8a9b1c0${last}`
const zoe = { givenName: 'Zoë', familyName: "O'Brien", email: 'zoe.obrien@contoso.example' }

it('Okta’s Users API: the profile, and who is suspended', async () => {
  const { summary, people, problems } = await readFileWhole(sample('people-okta-api.json'))
  expect(summary).toMatchObject({ product: 'okta', format: 'json', header: null, delimiter: null, rows: 2 })
  expect(problems).toEqual([])
  expect(people[0]).toEqual({
    key: '00u1ab2cd3EfGhIjK4x7',
    line: 2,
    active: true,
    attributes: {
      ...zoe,
      externalId: '00u1ab2cd3EfGhIjK4x7',
      userName: 'zoe.obrien@contoso.example',
      displayName: "Zoë O'Brien",
      mobile: '+353 87 123 4567',
      title: 'Head of "Ops"',
      department: 'Operations',
      company: 'Contoso',
      employeeNumber: '00421',
      manager: 'li.na@contoso.example',
    },
  })
  expect(people[1]).toMatchObject({ active: false, line: 31 })
})

it('Okta’s table of profiles', async () => {
  const { summary, people } = await readFileWhole(sample('people-okta.csv'))
  expect(summary).toMatchObject({ product: 'okta', format: 'csv', people: 2, problems: 0 })
  expect(people[0]?.attributes).toMatchObject({ ...zoe, userName: zoe.email, region: 'Leinster', country: 'IE' })
  expect(people[1]?.attributes).toMatchObject({ userName: 'li.na@contoso.example', manager: zoe.email })
})

it('Google Workspace’s download: the address is the sign-in name', async () => {
  const { summary, people } = await readFileWhole(sample('people-google-workspace.csv'))
  expect(summary).toMatchObject({ product: 'google-workspace', people: 2, problems: 0 })
  expect(people.map(({ active }) => active)).toEqual([true, false])
  expect(people[0]?.attributes).toMatchObject({
    ...zoe,
    userName: zoe.email,
    employeeNumber: '00421',
    title: 'Head of "Ops"',
    manager: 'li.na@contoso.example',
    organizationalUnit: '/Operations',
    phone: '+353 1 234 5678',
    mobile: '+353 87 123 4567',
  })
  expect(summary.columns.find(({ title }) => title === 'Password [Required]')).toMatchObject({
    attribute: null,
    example: null,
  })
})

it('Google’s Directory API: lists of objects by their type', async () => {
  const { summary, people } = await readFileWhole(sample('people-google-directory.json'))
  expect(summary).toMatchObject({ product: 'google-workspace', sheet: 'users', people: 2, problems: 0 })
  expect(people[0]).toMatchObject({
    active: true,
    attributes: {
      ...zoe,
      userName: zoe.email,
      externalId: '104213758462093817465',
      displayName: "Zoë O'Brien",
      employeeNumber: '00421',
      manager: 'li.na@contoso.example',
      title: 'Head of "Ops"',
      department: 'Operations',
      phone: '+353 1 234 5678',
      mobile: '+353 87 123 4567',
    },
  })
  expect(people[1]?.active).toBe(false)
})

it.each(['people-jumpcloud.json', 'people-jumpcloud.csv'])('JumpCloud, %s: its state is no region', async (name) => {
  const { summary, people } = await readFileWhole(sample(name))
  expect(summary).toMatchObject({ product: 'jumpcloud', people: 2, problems: 0 })
  expect(people.map(({ active }) => active)).toEqual([true, false])
  expect(people[0]?.attributes).toMatchObject({
    ...zoe,
    externalId: '5f1b2c3d4e5f6a7b8c9d0e1f',
    userName: 'zoe.obrien',
    employeeNumber: '00421',
    company: 'Contoso',
    office: 'Dublin',
  })
  expect(people[0]?.attributes.region ?? 'Leinster').toBe('Leinster')
})

it('a Keycloak realm: its users among its lists, their attributes and groups, and no secret of theirs', async () => {
  const { summary, people } = await readFileWhole(sample('people-keycloak-realm.json'))
  expect(summary).toMatchObject({ product: 'keycloak', sheet: 'users', people: 2, problems: 0 })
  expect(summary.sheets).toEqual(['roles.realm', 'groups', 'users', 'clients'])
  expect(people[0]).toMatchObject({
    key: guid(1),
    active: true,
    groups: ['staff', 'staff/emea'],
    attributes: { ...zoe, userName: zoe.email, department: 'Operations', title: 'Head of Ops' },
  })
  expect(people[1]).toMatchObject({ active: false, groups: [] })
  expect(JSON.stringify(summary)).not.toContain('c2VjcmV0')
})

it('kcadm’s CSV has no titles: it is refused with what stands there, and read once the admin has said what it is', async () => {
  const file = sample('people-keycloak.csv')
  await expect(readFileWhole(file)).rejects.toMatchObject({ code: 'file-columns' })
  const seen = await lookAtFile(file, { ...recognised, header: 0 })
  expect(seen.columns.map(({ title }) => title)).toEqual([1, 2, 3, 4, 5, 6].map((each) => `Column ${each}`))
  const attributes = ['externalId', 'userName', 'email', 'givenName', 'familyName', 'active'] as const
  const columns = seen.columns.map(({ index, title }) => ({ index, title, attribute: attributes[index] ?? null }))
  const { people, summary } = await readFileWhole(file, { reading: { ...recognised, header: 0, columns } })
  expect(summary).toMatchObject({ header: 0, rows: 2 })
  expect(people.map(({ line, active }) => [line, active])).toEqual([
    [1, true],
    [2, false],
  ])
  expect(people[0]?.attributes).toEqual({ ...zoe, externalId: guid(1), userName: zoe.email })
})

it('JSON Lines: a broken line costs itself only, and is told with its column', async () => {
  const { summary, people, problems } = await readFileWhole(sample('people-keycloak.jsonl'))
  expect(summary).toMatchObject({ product: 'keycloak', format: 'json-lines', rows: 3, people: 2 })
  expect(people.map(({ line }) => line)).toEqual([1, 3])
  expect(problems).toEqual([
    {
      line: 2,
      column: null,
      severity: 'error',
      reason: 'The entry is not valid JSON: there is a mistake at line 2, column 120.',
      effect: 'The entry was left out.',
    },
  ])
})

it.each(['people-csvde.csv', 'people-ldifde.ldif'])(
  'Active Directory, %s: ids, groups and managers by name',
  async (name) => {
    const { summary, people, problems } = await readFileWhole(sample(name))
    expect(summary).toMatchObject({ product: 'active-directory', rows: 3, people: 2 })
    expect(people[0]).toMatchObject({
      key: guid(1),
      active: true,
      groups: ['Sales, EMEA', 'VPN'],
      attributes: { externalId: guid(1), userName: 'jane.doe@corp.example', displayName: 'Jane Doe', manager: guid(2) },
    })
    expect(people[1]).toMatchObject({ key: guid(2), active: false, groups: [] })
    expect(problems.map(({ reason }) => reason)).toEqual(['The row is not a person but “computer”.'])
  },
)

it('ldapsearch on OpenLDAP: comments, folded and base64 values, and no password', async () => {
  const { summary, people, problems } = await readFileWhole(sample('people-openldap.ldif'))
  expect(summary).toMatchObject({ product: 'generic', format: 'ldif', people: 1 })
  expect(problems).toEqual([])
  expect(people[0]).toEqual({
    key: guid(1),
    line: 12,
    active: true,
    attributes: {
      ...zoe,
      externalId: guid(1),
      userName: 'zobrien',
      displayName: "Zoë O'Brien",
      organizationalUnit: '/people',
      title: 'Head of Operations and of everything that is too long for one line of an LDIF file',
      department: 'Operations',
    },
  })
  expect(summary.columns.map(({ title }) => title)).not.toContain('userPassword')
})

it('Microsoft Graph’s users', async () => {
  const { summary, people } = await readFileWhole(sample('people-entra-graph.json'))
  expect(summary).toMatchObject({ product: 'entra', sheet: 'value', people: 1, problems: 0 })
  expect(people[0]?.attributes).toMatchObject({
    ...zoe,
    phone: '+353 1 234 5678',
    office: 'Dublin',
    title: 'Head of Ops',
  })
})

it('Get-ADUser with all properties: units, an account that has ended, and a list that PowerShell has not written', async () => {
  const { summary, people, problems } = await readFileWhole(sample('people-get-aduser-all.csv'))
  expect(summary).toMatchObject({ product: 'active-directory', header: 2, people: 2 })
  expect(people[0]).toEqual({
    key: guid(1),
    line: 3,
    active: true,
    attributes: {
      externalId: guid(1),
      userName: 'jane.doe@corp.example',
      displayName: 'Jane Doe',
      givenName: 'Jane',
      familyName: 'Doe',
      email: 'jane.doe@corp.example',
      title: 'Head of "Ops"',
      department: 'Sales',
      company: 'Contoso',
      organizationalUnit: '/Sales/East',
      employeeNumber: '00421',
      manager: guid(2),
      phone: '+353 1 234 5678',
      mobile: '+353 87 123 4567',
      office: 'Quay',
      street: '1 Quay St',
      city: 'Dublin',
      region: 'Leinster',
      postalCode: 'D01',
      country: 'IE',
    },
    groups: [],
  })
  // 0x200 in userAccountControl, and an end in 2019.
  expect(people[1]).toMatchObject({ active: false, attributes: { organizationalUnit: '/Sales' } })
  expect(people[1]?.attributes.country).toBe(undefined)
  expect(problems.map(({ line, column }) => [line, column])).toEqual([[3, 'MemberOf']])
})

it('csvde with all attributes: a unit with a stroke in its name, no country 0, and an account that has ended', async () => {
  const { summary, people, problems } = await readFileWhole(sample('people-csvde-all.csv'))
  expect(summary).toMatchObject({ product: 'active-directory', people: 2 })
  expect(problems).toEqual([])
  expect(people[0]).toMatchObject({
    key: guid(1),
    active: true,
    groups: ['Sales, EMEA', 'VPN'],
    attributes: { organizationalUnit: '/R\\/D/East', manager: guid(2), office: 'Quay', title: 'Head of Ops' },
  })
  expect(people.map(({ attributes }) => attributes.country)).toEqual([undefined, undefined])
  expect(people[1]).toMatchObject({ key: guid(2), active: false })
})

it('Entra’s bulk template: the first line is none of the table, and Yes blocks the sign-in', async () => {
  const { summary, people, problems } = await readFileWhole(sample('people-entra-template.csv'))
  expect(summary).toMatchObject({ product: 'entra', header: 2, people: 2 })
  expect(problems).toEqual([])
  expect(people.map(({ active }) => active)).toEqual([true, false])
  expect(people[0]?.attributes).toMatchObject({
    displayName: "Zoë O'Brien",
    userName: 'zoe.obrien@contoso.example',
    region: 'Leinster',
    country: 'Ireland',
    office: 'Quay',
  })
  expect(JSON.stringify(summary)).not.toContain('hunter')
})
