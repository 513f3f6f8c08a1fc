import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readUnit } from '../../../electron/sources/organizational-unit.ts'
import { readFileWhole } from '../../support/read-file.ts'

it.each([
  ['CN=Doe\\, Jane,OU=East,OU=Sales,DC=contoso,DC=com', 'dn', '/Sales/East'],
  ['cn="Doe, Jane,ou=No",ou=R/D,ou=Z\\C3\\BCrich\\, CH,dc=x', 'dn', '/Zürich, CH/R\\/D'],
  ['uid=1+ou=beside,ou=People,dc=x', 'dn', '/People'],
  ['CN=Jane,CN=Users,DC=x', 'dn', ''],
  ['contoso.com/Sales/R\\/D/Doe, Jane', 'canonical', '/Sales/R\\/D'],
  ['contoso.com/Jane', 'canonical', ''],
  ['CN=Jane,OU=Sales\\0ACNF:6f0b4c1e,DC=x', 'dn', '/Sales CNF:6f0b4c1e'],
  ['/Sales/East', 'unit', '/Sales/East'],
  [' Sales / East/ ', 'unit', '/Sales/East'],
  ['Sales', 'unit', '/Sales'],
  ['/', 'unit', '/'],
  ['OU=East,OU=Sales,DC=x', 'unit', '/Sales/East'],
  ['Back\\slash', 'unit', '/Back\\\\slash'],
] as const)('%s', (value, written, path) => {
  expect(readUnit(value, written)).toBe(path)
})

it('names of units survive on the way from a distinguished name, whatever is in them', () => {
  const name = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text)
  const escaped = (text: string) =>
    [...Buffer.from(text)].map((byte) => `\\${byte.toString(16).padStart(2, '0')}`).join('')
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
      const dn = ['CN=x', ...[...names].reverse().map((each) => `OU=${escaped(each)}`), 'DC=x'].join(',')
      const path = readUnit(dn, 'dn')
      const back = path
        .slice(1)
        .match(/(?:[^\\/]|\\.)+/gs)
        ?.map((each) => each.replace(/\\(.)/gs, '$1'))
      expect(back).toEqual(names)
      // A path is read again as it is.
      expect(readUnit(path, 'unit')).toBe(path)
    }),
  )
})

const unitsOf = async (...lines: string[]) => {
  const { summary, people } = await readFileWhole(Buffer.from(lines.join('\n')))
  const column = summary.columns.find(({ attribute }) => attribute === 'organizationalUnit')?.title
  return { column, units: people.map(({ attributes }) => attributes.organizationalUnit) }
}

it('a column of units, or else the distinguished name, tells the unit', async () => {
  expect(await unitsOf('userName,Org Unit Path', 'a,/Sales/East', 'b,/', 'c,')).toEqual({
    column: 'Org Unit Path',
    units: ['/Sales/East', '/', undefined],
  })
  expect(await unitsOf('userName,OU', 'a,Sales')).toEqual({ column: 'OU', units: ['/Sales'] })
  expect(await unitsOf('UserPrincipalName,CanonicalName', 'a,corp.example/Staff/Ann')).toEqual({
    column: 'CanonicalName',
    units: ['/Staff'],
  })
  const name = '"CN=Ann,OU=East,OU=Sales,DC=x"'
  const both = 'userPrincipalName,CanonicalName,ou,DistinguishedName'
  expect(await unitsOf(both, `a,x/Users/Ann,People,${name}`)).toEqual({
    column: 'DistinguishedName',
    units: ['/Sales/East'],
  })
  expect(await unitsOf('userPrincipalName,orgUnitPath,DN', `a,/Own,${name}`)).toEqual({
    column: 'orgUnitPath',
    units: ['/Own'],
  })
  expect(await unitsOf('userPrincipalName,onPremisesDistinguishedName,id', `a,${name},1`)).toMatchObject({
    units: ['/Sales/East'],
  })
})
