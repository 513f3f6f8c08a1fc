import type { PersonAttribute } from '../../../shared/model/person.ts'
import type { LdapSummary } from '../../../shared/model/source-read.ts'
import type { LdapSettings } from '../../../shared/model/source-settings.ts'
import type { LdapEntry } from './directory.ts'

/** For each attribute of a person, the directory’s attributes that fill it; the first that an entry has counts. */
export type Layout = Readonly<Record<PersonAttribute, readonly string[]>>

/** When an account of Active Directory ends; beside whether it is disabled. */
export const accountEnd = 'accountExpires'

/** Stands for the distinguished name of the entry itself, which comes without being asked for. */
export const ownName = 'dn'

const shared = {
  displayName: ['displayName', 'cn'],
  givenName: ['givenName'],
  familyName: ['sn'],
  email: ['mail'],
  title: ['title'],
  manager: ['manager'],
  phone: ['telephoneNumber'],
  mobile: ['mobile'],
  city: ['l'],
  region: ['st'],
  postalCode: ['postalCode'],
  country: ['c', 'co'],
  userType: ['employeeType'],
} as const

/** How the kinds of directories write a person down: Active Directory’s schema, and inetOrgPerson (RFC 2798, RFC 4519). */
const layouts: Readonly<Record<LdapSummary['product'], Layout>> = {
  'active-directory': {
    ...shared,
    externalId: ['objectGUID'],
    userName: ['userPrincipalName'],
    department: ['department'],
    company: ['company'],
    organizationalUnit: [ownName],
    employeeNumber: ['employeeID', 'employeeNumber'],
    office: ['physicalDeliveryOfficeName'],
    street: ['streetAddress'],
    // The second is AD LDS’s. What msDS-User-Account-Control-Computed adds, a lockout and an ended password, disables nobody.
    active: ['userAccountControl', 'msDS-UserAccountDisabled', accountEnd],
  },
  ldap: {
    ...shared,
    // What stays the same when an entry is renamed: RFC 4530, and what 389 Directory Server and FreeIPA call it.
    externalId: ['entryUUID', 'nsUniqueId', 'ipaUniqueID'],
    userName: ['uid'],
    department: ['departmentNumber', 'ou'],
    company: ['o'],
    organizationalUnit: [ownName],
    employeeNumber: ['employeeNumber'],
    office: ['physicalDeliveryOfficeName', 'roomNumber'],
    street: ['street'],
    active: ['nsAccountLock', 'pwdAccountLockedTime', 'loginDisabled'],
  },
}

/** The people of each kind of directory; computers are users too in Active Directory. */
const filters: Readonly<Record<LdapSummary['product'], string>> = {
  'active-directory': '(&(objectClass=user)(!(objectClass=computer)))',
  ldap: '(objectClass=inetOrgPerson)',
}

/** The layout of a kind of directory, with what the admin has chosen otherwise. */
export function layoutOf(product: LdapSummary['product'], chosen: LdapSettings['attributes']): Layout {
  const layout: Record<PersonAttribute, readonly string[]> = { ...layouts[product] }
  for (const [attribute, name] of Object.entries(chosen) as [PersonAttribute, string][]) {
    layout[attribute] = name === '' ? [] : [name]
  }
  return layout
}

/** The filter to search by: the admin’s, else the one for people of that kind of directory. */
export const filterOf = (product: LdapSummary['product'], filter: string): string =>
  filter === '' ? filters[product] : filter.startsWith('(') ? filter : `(${filter})`

/** What to ask the directory for. Some of it is operational and comes only when it is named. */
export const wantedOf = (layout: Layout, { groups, more }: Pick<LdapSettings, 'groups' | 'more'>): string[] => [
  ...new Set(
    [...Object.values(layout).flat(), ...more, ...(groups ? ['memberOf'] : [])].filter((name) => name !== ownName),
  ),
]

/** The directory’s attribute that an attribute of a person was read from; empty when the entry has none. */
export const sourceOf = (attribute: PersonAttribute, layout: Layout, { values }: LdapEntry): string =>
  layout[attribute].find((name) => name === ownName || values.has(name.toLowerCase())) ?? ''
