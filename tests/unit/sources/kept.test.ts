import { describe, expect, it, test } from 'vitest'
import { lookAtFile } from '../../../electron/sources/file.ts'
import type { LdapValue } from '../../../electron/sources/ldap/directory.ts'
import { createKept } from '../../../electron/sources/ldap/kept.ts'
import { createProblems } from '../../../electron/sources/problems.ts'
import { whyNotKept } from '../../../shared/model/kept-attribute.ts'
import type { Person } from '../../../shared/model/person.ts'
import { type FileReading, recognised } from '../../../shared/model/source.ts'
import { fieldProblem, ldapSettingsSchema, scimSourceSettingsSchema } from '../../../shared/model/source-settings.ts'
import { readFileWhole } from '../../support/read-file.ts'
import { workbookParts, zipOf } from '../../support/workbook.ts'

const keeping = (...columns: [index: number, title: string][]): FileReading => ({
  ...recognised,
  columns: columns.map(([index, title]) => ({ index, title, attribute: 'kept' as const })),
})
const read = (content: string | Uint8Array, reading: FileReading) =>
  readFileWhole(typeof content === 'string' ? Buffer.from(content) : content, { reading })

describe('a column that is kept as it is', () => {
  const rows = [
    ['userName', 'Cost center', 'Badge', 'title'],
    ['a@x.example', ' 4711 ', '', 'Chief'],
    ['b@x.example', '', '', ''],
  ]
  const json = JSON.stringify([
    { userName: 'a@x.example', 'Cost center': ['47', '', '11'], title: 'Chief' },
    { userName: 'b@x.example', Badge: true },
  ])
  const ldif = 'dn: cn=a\nuid: a\nCost center: 0\n\n'

  it.each([
    ['CSV', rows.map((row) => row.join(',')).join('\n')],
    ['a workbook', zipOf(workbookParts([{ name: 'People', rows }]))],
  ])('of %s', async (_, content) => {
    const { people, summary, problems } = await read(content, keeping([1, 'Cost center'], [2, 'Badge'], [3, 'title']))
    expect(problems).toEqual([])
    expect(people.map(({ more }) => more)).toEqual([{ 'Cost center': '4711', title: 'Chief' }, undefined])
    expect(people[0]?.attributes.title).toBe(undefined)
    expect(summary.columns.map(({ attribute }) => attribute)).toEqual(['userName', 'kept', 'kept', 'kept'])
    expect(summary.more).toEqual([
      { name: 'Cost center', filled: 1, example: '4711' },
      { name: 'Badge', filled: 0, example: null },
      { name: 'title', filled: 1, example: 'Chief' },
    ])
  })

  it('of JSON and JSON Lines: several values in one text', async () => {
    const lines = (JSON.parse(json) as object[]).map((each) => JSON.stringify(each)).join('\n')
    for (const content of [json, lines]) {
      const { columns } = await lookAtFile(Buffer.from(content))
      const kept = columns
        .filter(({ title }) => title !== 'userName')
        .map(({ index, title }) => [index, title] as const)
      const { people } = await read(content, keeping(...kept.map(([index, title]): [number, string] => [index, title])))
      expect(people.map(({ more }) => more)).toEqual([{ 'Cost center': '47; 11', title: 'Chief' }, { Badge: 'true' }])
    }
  })

  it('of LDIF', async () => {
    const content = `dn: uid=a,ou=People,dc=x\nuid: a\ncostCenter: 47\ncostCenter: 11\nuserPassword: x\n\n${ldif.replace('Cost center', 'costCenter')}`
    const { people } = await read(content, keeping([2, 'costCenter']))
    expect(people.map(({ more }) => more)).toEqual([{ costCenter: '47; 11' }, { costCenter: '0' }])
  })

  it('with odd values says so by line and column, and of two columns with one title the first counts', async () => {
    const content = 'userName,x,x\na,=1+1,later\nb,,second\n'
    const { people, problems } = await read(content, keeping([1, 'x'], [2, 'x']))
    expect(people.map(({ more }) => more)).toEqual([{ x: '=1+1' }, { x: 'second' }])
    expect(problems).toContainEqual(
      expect.objectContaining({ line: 2, column: 'x', reason: 'The value looks like a formula: =1+1' }),
    )
  })

  it('is found again by its title, and no secret is ever kept or shown', async () => {
    const content = 'userName,Password,Badge\na,hunter2,B1\n'
    const { people, summary } = await read(content, keeping([1, 'Password'], [7, 'Badge']))
    expect(people[0]?.more).toEqual({ Badge: 'B1' })
    expect(JSON.stringify({ summary, people })).not.toContain('hunter2')
  })
})

it('names that look like secrets can’t be kept, nor those that every object has', () => {
  const secrets = [
    'userPassword',
    'unicodePwd',
    'Password [Required]',
    'Kennwort',
    'client_secret',
    'API key',
    'krbPrincipalKey',
    'ms-Mcs-AdmPwd',
    'sambaNTPassword',
    'supplementalCredentials',
    'access-token',
  ]
  for (const name of secrets) expect(whyNotKept(name), name).toMatch(/looks like a secret/)
  for (const name of ['constructor', '__proto__', 'toString', '']) expect(whyNotKept(name), name).not.toBe(null)
  for (const name of ['costCenter', 'secretary', 'extensionAttribute1', 'passport number'])
    expect(whyNotKept(name), name).toBe(null)
})

const ldap = (more: string[], attributes = {}) => {
  const { authority: _none, ...settings } = ldapSettingsSchema.parse({
    kind: 'ldap',
    host: 'ldap.contoso.example',
    port: 636,
    encryption: 'ldaps',
    authority: null,
    bindName: '',
    base: '',
    scope: 'sub',
    filter: '',
    layout: 'recognise',
    attributes,
    groups: false,
    ...(more.length > 0 ? { more } : {}),
  })
  return fieldProblem({ ...settings, authority: 'system' })
}

test('the form refuses names that can’t be kept, and settings of an earlier version keep nothing', () => {
  expect(ldap([])).toBe(null)
  expect(ldap(['costCenter', 'cn;lang-de', '1.2.840.113556.1.4.221'])).toBe(null)
  expect(ldap(['unicodePwd'])).toMatchObject({ field: 'more', reason: expect.stringContaining('secret') })
  expect(ldap([], { title: 'userPassword' })).toMatchObject({ field: 'attributes' })
  for (const name of ['*', '+', '1.1x', 'cost center', 'member;range=0-1'])
    expect(ldap([name]), name).toMatchObject({ field: 'more' })
  const scim = (more: string[]) =>
    fieldProblem(
      scimSourceSettingsSchema.parse({
        kind: 'scim',
        baseUrl: 'https://idp.contoso.example/scim/v2',
        signIn: { by: 'bearer' },
        filter: '',
        identifier: 'id',
        groups: false,
        more,
      }),
    )
  expect(scim(['nickName', 'urn:contoso:2.0:User:badge', 'emails[type eq "home"].value'])).toBe(null)
  expect(scim(['password'])).toMatchObject({ field: 'more', reason: expect.stringContaining('secret') })
  expect(scim(['emails['])).toMatchObject({ field: 'more', reason: expect.stringContaining('character') })
})

test('further attributes of an entry: several values in one text, bytes in their usual form or left out and said once', () => {
  const problems = createProblems()
  const names = [
    'costCenter',
    'proxyAddresses',
    'objectSid',
    'mS-DS-ConsistencyGuid',
    'jpegPhoto',
    'extensionAttribute9',
  ]
  const kept = createKept(names, problems)
  const person = (): Person => ({ key: 'a', line: null, active: true, attributes: {} })
  const add = (values: Record<string, readonly LdapValue[]>) => {
    const made = person()
    kept.add(made, { dn: 'cn=Ann', values: new Map(Object.entries(values)) })
    return made.more
  }
  const photo = Buffer.from([0xff, 0xd8, 0xff])
  expect(
    add({
      costcenter: ['4711'],
      proxyaddresses: ['SMTP:a@x.example', 'smtp:b@x.example'],
      objectsid: [Buffer.from('010500000000000515000000dcf4dc3b833d2b46828ba62800020000', 'hex')],
      'ms-ds-consistencyguid': [Buffer.from('1e4c0b6f0f7e534b9f571f0f8a9b1c01', 'hex')],
      jpegphoto: [photo, photo],
    }),
  ).toEqual({
    costCenter: '4711',
    proxyAddresses: 'SMTP:a@x.example; smtp:b@x.example',
    objectSid: 'S-1-5-21-1004336348-1177238915-682003330-512',
    'mS-DS-ConsistencyGuid': '6f0b4c1e-7e0f-4b53-9f57-1f0f8a9b1c01',
  })
  expect(add({ jpegphoto: [photo] })).toBe(undefined)
  kept.sayOdd()
  expect(problems.list().map(({ column, reason }) => [column, reason])).toEqual([
    ['jpegPhoto', '3 values of “jpegPhoto” are bytes and no text.'],
    ['extensionAttribute9', 'Nobody has “extensionAttribute9”.'],
  ])
  expect(kept.list()).toContainEqual({ name: 'costCenter', filled: 1, example: '4711' })
})
