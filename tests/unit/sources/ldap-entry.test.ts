import { describe, expect, test } from 'vitest'
import type { Directory, LdapEntry, LdapValue } from '../../../electron/sources/ldap/directory.ts'
import { comparableDn, isBelow, nameOfDn } from '../../../electron/sources/ldap/dn.ts'
import { createEntryReader } from '../../../electron/sources/ldap/entry.ts'
import { layoutOf } from '../../../electron/sources/ldap/layout.ts'
import { withWholeRanges } from '../../../electron/sources/ldap/ranges.ts'
import { createProblems } from '../../../electron/sources/problems.ts'
import type { directoryProducts } from '../../../shared/model/source-read.ts'

const entry = (values: Record<string, readonly LdapValue[]>, dn = 'cn=Jane,dc=x'): LdapEntry => ({
  dn,
  values: new Map(Object.entries(values)),
})
const reader = (product: (typeof directoryProducts)[number]) => {
  const problems = createProblems()
  return { read: createEntryReader(layoutOf(product, {}), problems), problems }
}

describe('an entry as a person', () => {
  test('userAccountControl says who is disabled, as a signed number', () => {
    const { read, problems } = reader('active-directory')
    const active = (value: string) => read(entry({ useraccountcontrol: [value] })).person.active
    expect(['512', '66048', '514', '-2147483646', '546'].map(active)).toEqual([true, true, false, false, false])
    expect(problems.list()).toEqual([])
    expect(active('often')).toBe(true)
    expect(problems.list()).toHaveLength(1)
  })

  test('the marks of other directories are known too', () => {
    const { read } = reader('ldap')
    const active = (name: string, value: string) => read(entry({ [name]: [value] })).person.active
    expect(active('nsaccountlock', 'TRUE')).toBe(false)
    expect(active('nsaccountlock', 'FALSE')).toBe(true)
    expect(active('pwdaccountlockedtime', '000001010000Z')).toBe(false)
    // Locked for some minutes after wrong passwords is not disabled.
    expect(active('pwdaccountlockedtime', '20260131120000Z')).toBe(true)
  })

  test('an account that has ended is disabled, whatever userAccountControl says; 0 and the last moment are never', () => {
    const { read, problems } = reader('active-directory')
    const active = (accountexpires: string) =>
      read(entry({ useraccountcontrol: ['512'], accountexpires: [accountexpires] })).person.active
    const ticks = (year: number) => String((Date.UTC(year, 0) + 11_644_473_600_000) * 10_000)
    expect([ticks(2001), ticks(2999), '0', '9223372036854775807', 'soon'].map(active)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ])
    expect(read(entry({ useraccountcontrol: ['514'], accountexpires: ['0'] })).person.active).toBe(false)
    expect(problems.list()).toEqual([])
  })

  test('the unit comes from the distinguished name, or from the attribute that the admin chose', () => {
    const problems = createProblems()
    const unit = (attribute: string, value = 'corp.example/Sales/East/Jane') =>
      createEntryReader(
        layoutOf('active-directory', { organizationalUnit: attribute }),
        problems,
      )(entry({ [attribute.toLowerCase()]: [value] }, 'CN=Jane,OU=East,OU=Sales,DC=x')).person.attributes
        .organizationalUnit
    const { read } = reader('active-directory')
    expect(read(entry({}, 'CN=Doe\\, Jane,OU=R\\+D,OU=Staff,DC=x')).person.attributes.organizationalUnit).toBe(
      '/Staff/R+D',
    )
    expect(read(entry({}, 'CN=Jane,CN=Users,DC=x')).person.attributes.organizationalUnit).toBe(undefined)
    expect(unit('canonicalName')).toBe('/Sales/East')
    expect(unit('department', 'Sales')).toBe('/Sales')
    expect(unit('')).toBe(undefined)
  })

  test('objectGUID becomes a GUID; bytes where a text belongs are left out and said', () => {
    const { read, problems } = reader('active-directory')
    const guid = Buffer.from('6f0b4c1e7e0f4b539f571f0f8a9b1c01', 'hex')
    const { person } = read(entry({ objectguid: [guid], title: [Buffer.from([0xff, 0xfe])] }))
    expect(person.attributes).toEqual({ externalId: '1e4c0b6f-0f7e-534b-9f57-1f0f8a9b1c01' })
    expect(problems.list().map(({ column }) => column)).toEqual(['title'])
  })

  test('a sign-in name with several values is said', () => {
    const { read, problems } = reader('ldap')
    expect(read(entry({ uid: ['jane', 'jdoe'] })).person.attributes.userName).toBe('jane')
    expect(problems.list()[0]?.reason).toContain('2 values')
  })
})

describe('distinguished names', () => {
  test('two spellings of a name are equal, two names are not', () => {
    expect(comparableDn('CN=Jane Doe, OU=People,DC=x')).toBe(comparableDn('cn=jane doe,ou=people,dc=X'))
    expect(comparableDn('cn=Doe\\, Jane,dc=x')).toBe(comparableDn('cn=doe\\2c jane,dc=x'))
    expect(comparableDn('cn="Doe, Jane",dc=x')).toBe(comparableDn('cn=Doe\\, Jane,dc=x'))
    expect(comparableDn('cn=Jos\\C3\\A9,dc=x')).toBe(comparableDn('cn=José,dc=x'))
    expect(comparableDn('cn=a+uid=1,dc=x')).toBe(comparableDn('uid=1+cn=a,dc=x'))
    expect(comparableDn('cn=a+uid=1,dc=x')).not.toBe(comparableDn('cn=a+uid=2,dc=x'))
    expect(comparableDn('cn=a\\,b,dc=x')).not.toBe(comparableDn('cn=a,cn=b,dc=x'))
  })

  test('an entry is called by the first part of its name', () => {
    expect(nameOfDn('CN=Doe\\, Jane,OU=People,DC=x')).toBe('Doe, Jane')
    expect(nameOfDn('CN="Team, 1",DC=x')).toBe('Team, 1')
    expect(nameOfDn('')).toBe('')
  })

  test('what lies below what', () => {
    expect(isBelow('ou=People,dc=x', 'DC=X')).toBe(true)
    expect(isBelow('dc=x', 'dc=x')).toBe(true)
    expect(isBelow('dc=ax', 'dc=x')).toBe(false)
    expect(isBelow('dc=x', '')).toBe(true)
  })

  // Found by the fuzzing of tests/fuzz: a comparable name must not change when it is compared again.
  test.each(['+"cn=', '\\,cn="', 'cn=a\\ ,dc=x', 'cn=";",dc=x', 'jane'])('%j is compared in one form only', (dn) => {
    expect(comparableDn(comparableDn(dn))).toBe(comparableDn(dn))
  })
})

describe('long attributes', () => {
  /** A server that gives `most` values at a time. */
  const server = (all: readonly string[], most: number): Pick<Directory, 'read'> => ({
    read: async (dn, [asked = '']) => {
      const from = Number(/range=(\d+)-/.exec(asked)?.[1])
      const some = all.slice(from, from + most)
      const last = from + some.length >= all.length ? '*' : String(from + some.length - 1)
      return { dn, values: new Map([[`member;range=${from}-${last}`, some]]) }
    },
  })

  test('are read to their end, in stretches', async () => {
    const all = Array.from({ length: 4_321 }, (_, n) => `cn=${n}`)
    const cut = entry({ 'member;range=0-1499': all.slice(0, 1_500), cn: ['Team'] })
    const whole = await withWholeRanges(server(all, 1_500), cut)
    expect(whole.values.get('member')).toEqual(all)
    expect([...whole.values.keys()].sort()).toEqual(['cn', 'member'])
  })

  test('of a server that does not get on end all the same', async () => {
    const stuck: Pick<Directory, 'read'> = {
      read: async (dn) => ({ dn, values: new Map([['member;range=0-1499', ['cn=0']]]) }),
    }
    const whole = await withWholeRanges(stuck, entry({ 'member;range=0-1499': ['cn=0'] }))
    expect(whole.values.get('member')).toEqual(['cn=0', 'cn=0'])
  })

  test('whose rest does not come are refused, since a member who is missing would pass for gone', async () => {
    const silent: Pick<Directory, 'read'> = { read: async () => null }
    const cut = entry({ 'member;range=0-1499': Array.from({ length: 1_500 }, (_, n) => `cn=${n}`) }, 'cn=Team')
    await expect(withWholeRanges(silent, cut)).rejects.toMatchObject({
      code: 'source-limit',
      where: 'cn=Team',
      detail: expect.stringContaining('1500 values'),
    })
  })

  test('an entry without any is handed back as it is', async () => {
    const plain = entry({ member: ['cn=0'] })
    expect(await withWholeRanges(server([], 1), plain)).toBe(plain)
  })
})
