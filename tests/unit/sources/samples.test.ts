import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Column, recognised } from '../../../shared/model/source.ts'
import { readFileWhole } from '../../support/read-file.ts'

const sample = (name: string) => join(import.meta.dirname, '../../support/samples', name)

/** `title → attribute` of the columns that are used. */
const used = (columns: readonly Column[]) =>
  Object.fromEntries(columns.flatMap(({ title, attribute }) => (attribute === null ? [] : [[title, attribute]])))

const entraId = (last: number) => `00000000-0000-4000-8000-00000000000${last}`
const adId = (last: number) => `6f0b4c1e-7e0f-4b53-9f57-1f0f8a9b1c0${last}`
const formula = 'It is kept as text and never computed; check it before you push.'

it('reads the Entra portal’s export: eight people, their attributes as they are, and every oddity with its line', async () => {
  const { summary, people, problems } = await readFileWhole(sample('people-entra-export.csv'))

  const { columns, readAt, modifiedAt, ...facts } = summary
  expect(facts).toEqual({
    kind: 'file',
    name: 'people-entra-export.csv',
    format: 'csv',
    product: 'entra',
    encoding: 'UTF-8 with BOM',
    delimiter: ',',
    quote: '"',
    header: 1,
    sheet: null,
    sheets: [],
    reading: recognised,
    rows: 8,
    more: [],
    people: 8,
    problems: 6,
  })
  expect(readAt).toBeGreaterThan(Date.now() - 60_000)
  expect(modifiedAt).toBeLessThanOrEqual(readAt)
  expect(columns).toHaveLength(29)
  expect(columns.map(({ index }) => index)).toEqual([...Array(29).keys()])
  expect(used(columns)).toEqual({
    userPrincipalName: 'userName',
    displayName: 'displayName',
    surname: 'familyName',
    mail: 'email',
    givenName: 'givenName',
    id: 'externalId',
    userType: 'userType',
    jobTitle: 'title',
    department: 'department',
    accountEnabled: 'active',
    streetAddress: 'street',
    state: 'region',
    country: 'country',
    officeLocation: 'office',
    city: 'city',
    postalCode: 'postalCode',
    telephoneNumber: 'phone',
    mobile: 'mobile',
    companyName: 'company',
  })
  expect(columns[0]?.example).toBe("zoë.o'brien@contoso.example")
  expect(columns[7]?.example).toBe('Head of "Ops"')
  expect(columns[12]?.example).toBeNull()

  expect(people).toEqual([
    {
      key: entraId(0),
      line: 2,
      active: true,
      attributes: {
        externalId: entraId(0),
        userName: "zoë.o'brien@contoso.example",
        displayName: "O'Brien, Zoë",
        givenName: 'Zoë',
        familyName: "O'Brien",
        email: 'Zoe.OBrien@contoso.example',
        title: 'Head of "Ops"',
        department: 'Operations',
        userType: 'Member',
      },
    },
    {
      key: entraId(1),
      line: 3,
      active: true,
      attributes: {
        externalId: entraId(1),
        userName: 'j.müller@contoso.example',
        displayName: 'Jürgen Müller',
        givenName: 'Jürgen',
        familyName: 'Müller',
        email: 'j.mueller@contoso.example',
        department: 'IT, Berlin',
        userType: 'Member',
      },
    },
    {
      key: entraId(2),
      line: 4,
      active: true,
      attributes: {
        externalId: entraId(2),
        userName: 'li.na@contoso.example',
        displayName: '李娜',
        givenName: '娜',
        familyName: '李',
        email: 'li.na@contoso.example',
        userType: 'Member',
      },
    },
    {
      key: entraId(3),
      line: 5,
      active: false,
      attributes: {
        externalId: entraId(3),
        userName: 'former.person@contoso.example',
        displayName: 'Former Person',
        givenName: 'Former',
        familyName: 'Person',
        userType: 'Member',
      },
    },
    {
      key: entraId(4),
      line: 6,
      active: true,
      attributes: {
        externalId: entraId(4),
        userName: 'ext_guest#EXT#@contoso.onmicrosoft.example',
        displayName: 'Guest',
        email: 'guest@partner.example',
        userType: 'Guest',
      },
    },
    {
      key: entraId(5),
      line: 7,
      active: true,
      attributes: {
        externalId: entraId(5),
        userName: 'formula@contoso.example',
        displayName: '=HYPERLINK("http://x")',
        givenName: '@x',
        familyName: '+SUM(1)',
        email: 'formula@contoso.example',
        userType: 'Member',
      },
    },
    {
      key: entraId(6),
      line: 8,
      active: true,
      attributes: {
        externalId: entraId(6),
        displayName: 'No Sign-in Name',
        givenName: 'No',
        familyName: 'Name',
        email: 'nosignin@contoso.example',
        userType: 'Member',
      },
    },
    {
      key: entraId(7),
      line: 9,
      active: true,
      attributes: {
        externalId: entraId(7),
        userName: 'J.MÜLLER@contoso.example',
        displayName: 'Jürgen Müller (duplicate)',
        givenName: 'Jürgen',
        familyName: 'Müller',
        email: 'j.mueller@contoso.example',
        userType: 'Member',
      },
    },
  ])

  expect(problems).toEqual([
    {
      line: 6,
      column: 'userPrincipalName',
      severity: 'warning',
      reason: 'A guest account of another organisation.',
      effect: 'Listed like everybody else; check whether K2 knows the person by this name.',
    },
    {
      line: 7,
      column: 'displayName',
      severity: 'warning',
      reason: 'The value looks like a formula: =HYPERLINK("http://x")',
      effect: formula,
    },
    {
      line: 7,
      column: 'surname',
      severity: 'warning',
      reason: 'The value looks like a formula: +SUM(1)',
      effect: formula,
    },
    {
      line: 7,
      column: 'givenName',
      severity: 'warning',
      reason: 'The value looks like a formula: @x',
      effect: formula,
    },
    {
      line: 8,
      column: 'userPrincipalName',
      severity: 'error',
      reason: 'The sign-in name is missing.',
      effect: 'The person is listed as blocked and can’t be pushed.',
    },
    {
      line: 9,
      column: 'userPrincipalName',
      severity: 'error',
      reason:
        'Lines 3 and 9 have the same sign-in name, J.MÜLLER@contoso.example; letter case does not tell them apart.',
      effect: 'Both are listed as blocked until one of them is corrected.',
    },
  ])
})

it('reads Get-ADUser’s export: skips #TYPE, names managers by key, keeps the service account without a sign-in name', async () => {
  const { summary, people, problems } = await readFileWhole(sample('people-get-aduser.csv'))

  expect(summary).toMatchObject({
    product: 'active-directory',
    encoding: 'UTF-8',
    delimiter: ',',
    rows: 4,
    people: 4,
    problems: 1,
  })
  expect(summary.columns.map(({ title }) => title)).toEqual([
    'DistinguishedName',
    'EmailAddress',
    'Enabled',
    'GivenName',
    'Manager',
    'Name',
    'ObjectClass',
    'ObjectGUID',
    'SamAccountName',
    'SID',
    'Surname',
    'UserPrincipalName',
  ])
  expect(used(summary.columns)).toEqual({
    DistinguishedName: 'organizationalUnit',
    EmailAddress: 'email',
    Enabled: 'active',
    GivenName: 'givenName',
    Manager: 'manager',
    Name: 'displayName',
    ObjectGUID: 'externalId',
    Surname: 'familyName',
    UserPrincipalName: 'userName',
  })

  expect(people).toEqual([
    {
      key: adId(1),
      line: 3,
      active: true,
      attributes: {
        externalId: adId(1),
        userName: 'jane.doe@corp.example',
        displayName: 'Doe, Jane',
        givenName: 'Jane',
        familyName: 'Doe',
        email: 'jane.doe@corp.example',
        organizationalUnit: '/Staff',
        manager: adId(2),
      },
    },
    {
      key: adId(2),
      line: 4,
      active: true,
      attributes: {
        externalId: adId(2),
        userName: 'boss@corp.example',
        displayName: 'Boss Person',
        givenName: 'Boss',
        familyName: 'Person',
        email: 'boss@corp.example',
        organizationalUnit: '/Staff',
      },
    },
    {
      key: adId(3),
      line: 5,
      active: true,
      attributes: { externalId: adId(3), displayName: 'svc-backup', organizationalUnit: '/Service' },
    },
    {
      key: adId(4),
      line: 6,
      active: false,
      attributes: {
        externalId: adId(4),
        userName: 'gone@corp.example',
        displayName: 'Gone Person',
        givenName: 'Gone',
        familyName: 'Person',
        email: 'gone@corp.example',
        organizationalUnit: '/Leavers',
        manager: adId(2),
      },
    },
  ])
  expect(problems).toEqual([
    {
      line: 5,
      column: 'UserPrincipalName',
      severity: 'error',
      reason: 'The sign-in name is missing.',
      effect: 'The person is listed as blocked and can’t be pushed.',
    },
  ])
})

it('gives the same from bytes as from the file', async () => {
  for (const name of ['people-entra-export.csv', 'people-get-aduser.csv']) {
    const fromFile = await readFileWhole(sample(name))
    const fromBytes = await readFileWhole(await readFile(sample(name)))
    expect({ people: fromBytes.people, problems: fromBytes.problems }).toEqual({
      people: fromFile.people,
      problems: fromFile.problems,
    })
  }
})
