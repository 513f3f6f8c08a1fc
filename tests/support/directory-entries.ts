import { createHash } from 'node:crypto'

/** Where the test directories begin. */
export const suffix = 'dc=contoso,dc=example'
/** Who reads them; the password is made anew for each directory. */
export const readerDn = `cn=reader,${suffix}`
/** Somebody whom the directory gives 300 entries at most. */
export const limitedDn = `cn=limited,${suffix}`

/** One person of a test directory. */
export interface TestPerson {
  readonly n: number
  readonly dn: string
  readonly cn: string
  readonly given: string
  readonly family: string
  readonly uid: string
  readonly department: string
  readonly active: boolean
  /** Not active, since the account has ended. */
  readonly expired: boolean
  /** Little-endian parts, as Active Directory stores it. */
  readonly guid: Buffer
}

const given = ['Ada', 'Björn', 'Chloé', 'Dmitri', 'Esther', 'Fatima', 'Güneş', 'Hana', '李', 'João']
const family = ['Adeyemi', 'Brown', 'Çelik', 'Dvořák', 'Eriksson', 'Fischer', 'Gómez', 'Haddad', 'Ito', 'Jansen']
const departments = ['Finance', 'Sales', 'Research', 'Legal']

/** People by number, the same every time. Every 50th is disabled, the account of every 100th has ended; every 7th has a comma in the name. */
export function testPeople(count: number): TestPerson[] {
  return Array.from({ length: count }, (_, n) => {
    const first = given[n % given.length] ?? ''
    const last = family[Math.floor(n / given.length) % family.length] ?? ''
    const cn = n % 7 === 3 ? `${last}, ${first} ${n}` : `${first} ${last} ${n}`
    return {
      n,
      cn,
      dn: `cn=${cn.replaceAll(',', '\\,')},ou=People,${suffix}`,
      given: first,
      family: last,
      uid: `user${n}`,
      department: departments[n % departments.length] ?? '',
      active: n % 50 !== 49 && n % 100 !== 98,
      expired: n % 100 === 98,
      guid: createHash('sha256').update(`person ${n}`).digest().subarray(0, 16),
    }
  })
}

/** Who a person's manager is: one of the first eighth. */
export const managerOf = (people: readonly TestPerson[], { n }: TestPerson): TestPerson | undefined =>
  n === 0 ? undefined : people[Math.floor(n / 8)]

/** A group of every tenth person, beginning with a number. */
export const groupName = (number: number): string => `Team ${number}`
export const membersOf = (people: readonly TestPerson[], number: number): TestPerson[] =>
  people.filter(({ n }) => n % 10 === number)

/** Attributes of one entry; several values under one name in a list. */
type Attributes = Readonly<Record<string, string | Buffer | readonly string[]>>

/** An entry as LDIF (RFC 2849). Whatever is not plain ASCII goes in base64. */
export function ldif(dn: string, attributes: Attributes): string {
  const line = (name: string, value: string | Buffer) =>
    typeof value === 'string' && /^[!-9;=-~][ -~]*$/.test(value) && !value.endsWith(' ')
      ? `${name}: ${value}`
      : `${name}:: ${Buffer.from(value).toString('base64')}`
  const lines = Object.entries(attributes).flatMap(([name, value]) =>
    typeof value === 'string' || Buffer.isBuffer(value) ? [line(name, value)] : value.map((one) => line(name, one)),
  )
  return `${[line('dn', dn), ...lines].join('\n')}\n\n`
}

/** A person as inetOrgPerson has them. */
export const asInetOrgPerson =
  (people: readonly TestPerson[]) =>
  (person: TestPerson): string => {
    const { dn, cn, given: first, family: last, uid, department, n } = person
    const manager = managerOf(people, person)
    return ldif(dn, {
      objectClass: 'inetOrgPerson',
      cn,
      sn: last,
      givenName: first,
      uid,
      mail: `${uid}@contoso.example`,
      title: `Title ${n % 12}`,
      departmentNumber: department,
      employeeNumber: String(10_000 + n),
      telephoneNumber: `+49 30 ${n}`,
      ...(manager ? { manager: manager.dn } : {}),
    })
  }

/** A person as Active Directory has them, in Microsoft's own schema. */
export const asActiveDirectoryUser =
  (people: readonly TestPerson[]) =>
  (person: TestPerson): string => {
    const { dn, cn, given: first, family: last, uid, department, active, expired, guid, n } = person
    const manager = managerOf(people, person)
    return ldif(dn, {
      objectClass: ['user', 'securityPrincipal'],
      instanceType: '4',
      nTSecurityDescriptor: 'none',
      objectCategory: `CN=Person,${suffix}`,
      cn,
      sn: last,
      givenName: first,
      displayName: `${first} ${last}`,
      sAMAccountName: uid,
      userPrincipalName: `${uid}@contoso.example`,
      mail: `${uid}@contoso.example`,
      title: `Title ${n % 12}`,
      department,
      company: 'Contoso',
      employeeID: String(10_000 + n),
      userAccountControl: active || expired ? '512' : '514',
      // 2020-01-01, or never.
      accountExpires: expired ? '132223104000000000' : '9223372036854775807',
      objectGUID: guid,
      ...(manager ? { manager: manager.dn } : {}),
    })
  }
