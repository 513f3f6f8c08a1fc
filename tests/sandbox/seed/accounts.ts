import type { JsonObject } from '../../../shared/model/json.ts'
import { oddId } from '../scim/odd-id.ts'
import { coreUrns, enterpriseUrn } from '../scim/schema.ts'
import { departments, type EntraRow } from './people.ts'
import { Random } from './random.ts'

/** An account that the tenant has from the start. */
export interface SeededAccount {
  readonly id: string
  /** In the spelling and order of the schema. */
  readonly attributes: JsonObject
}

/** What accounts and groups are made by. */
export interface SeedOptions {
  readonly count: number
  readonly seed: number
  /** Gives ids with a slash and an @. */
  readonly oddIds: boolean
}

/** How an account stands to its person. */
type Standing = 'in-sync' | 'by-user-name' | 'differs' | 'inactive'

function standing(random: Random): Standing {
  const at = random.next()
  if (at < 0.06) return 'by-user-name'
  if (at < 0.18) return 'differs'
  return at < 0.22 ? 'inactive' : 'in-sync'
}

/** Leaves out what has no value, lists without entries included. */
function present(object: { [key: string]: JsonObject[string] | undefined }): JsonObject {
  const kept: JsonObject = {}
  for (const [key, value] of Object.entries(object)) {
    const empty =
      value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
    if (!empty) kept[key] = value
  }
  return kept
}

const typed = (type: string, value: string | undefined) => (value === undefined ? [] : [{ value, type }])

/** The account that a careful provisioning of this person would have made. */
function accountOf(row: EntraRow): JsonObject {
  const address = present({ locality: row.city, country: row.country })
  const enterprise = present({ organization: row.companyName, department: row.department })
  return present({
    schemas: [coreUrns.User, ...(Object.keys(enterprise).length > 0 ? [enterpriseUrn] : [])],
    externalId: row.id,
    userName: row.userPrincipalName,
    name: present({ familyName: row.surname, givenName: row.givenName }),
    displayName: row.displayName,
    title: row.jobTitle,
    userType: row.userType,
    active: row.accountEnabled === 'True',
    emails: row.mail === undefined ? [] : [{ value: row.mail, type: 'work', primary: true }],
    phoneNumbers: [...typed('work', row.telephoneNumber), ...typed('mobile', row.mobile)],
    addresses: Object.keys(address).length > 0 ? [{ ...address, type: 'work' }] : [],
    [enterpriseUrn]: enterprise,
  })
}

function standApart(random: Random, account: JsonObject, how: Standing): JsonObject {
  if (how === 'inactive') return { ...account, active: false }
  if (how === 'by-user-name') {
    const { externalId: _gone, ...rest } = account
    return { ...rest, userName: String(account.userName).toUpperCase() }
  }
  if (how === 'in-sync') return account
  const enterprise = account[enterpriseUrn]
  const known = typeof enterprise === 'object' && enterprise !== null && !Array.isArray(enterprise) ? enterprise : {}
  const other = departments.find((one) => one !== known.department) ?? departments[0]
  const title = `Former ${String(account.title ?? 'Trainee')}`
  return random.chance(0.5) ? { ...account, title } : withEnterprise(account, { ...known, department: other })
}

function withEnterprise(account: JsonObject, enterprise: JsonObject): JsonObject {
  return { ...account, schemas: [coreUrns.User, enterpriseUrn], [enterpriseUrn]: enterprise }
}

const orphan = (index: number): JsonObject => ({
  schemas: [coreUrns.User],
  userName: `svc.legacy${index + 1}@contoso.example`,
  displayName: `Legacy Service ${index + 1}`,
  active: index % 3 !== 0,
})

function idOf(random: Random, { userName, displayName }: JsonObject, { oddIds }: Pick<SeedOptions, 'oddIds'>): string {
  const id = random.uuid()
  return oddIds ? oddId(String(userName ?? displayName), id.slice(0, 8)) : id
}

/** Spreads `count` picks evenly over a list. */
const spread = <T>(list: readonly T[], count: number): T[] =>
  Array.from({ length: count }, (_, index) => list[Math.floor((index * list.length) / count)]).filter(
    (one): one is T => one !== undefined,
  )

/** People that can have an account: with a sign-in name that no earlier row has. */
function eligible(people: readonly EntraRow[]): EntraRow[] {
  const seen = new Set<string>()
  return people.filter(({ userPrincipalName }) => {
    const key = userPrincipalName?.toLowerCase()
    if (key === undefined || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/**
 * Makes `count` accounts, most of which belong to people: some by sign-in name alone, some with another title or
 * department, some inactive, a few of nobody. The same people and seed give the same accounts.
 */
export function seedAccounts(people: readonly EntraRow[], options: SeedOptions): SeededAccount[] {
  const random = new Random(options.seed ^ 0x5eed)
  const candidates = eligible(people)
  const orphans = Math.max(Math.round(options.count * 0.04), options.count - candidates.length)
  const owned = spread(candidates, options.count - orphans)
  const attributes = [
    ...owned.map((row) => standApart(random, accountOf(row), standing(random))),
    ...Array.from({ length: orphans }, (_, index) => orphan(index)),
  ]
  const accounts = attributes.map((one) => ({ id: idOf(random, one, options), attributes: one }))
  return accounts.map((account, index) => withManager(random, account, accounts[Math.floor(index / 8)]))
}

/** Every eighth account or so has a manager, which the people file says nothing of and nobody may lose. */
function withManager(random: Random, account: SeededAccount, manager: SeededAccount | undefined): SeededAccount {
  const enterprise = account.attributes[enterpriseUrn]
  const lacks = typeof enterprise !== 'object' || enterprise === null || Array.isArray(enterprise)
  if (lacks || !manager || manager.id === account.id || !random.chance(0.12)) return account
  return {
    ...account,
    attributes: withEnterprise(account.attributes, { ...enterprise, manager: { value: manager.id } }),
  }
}

const largestGroup = 250

/** A group for every department, and one of up to 250 members, more than a GET shows. */
export function seedGroups(accounts: readonly SeededAccount[], options: Omit<SeedOptions, 'count'>): SeededAccount[] {
  if (accounts.length === 0) return []
  const random = new Random(options.seed ^ 0x96095)
  const group = (displayName: string, members: readonly SeededAccount[]) => ({
    id: idOf(random, { displayName }, options),
    attributes: present({
      schemas: [coreUrns.Group],
      displayName,
      members: members.map(({ id }) => ({ value: id, type: 'User' })),
    }),
  })
  const inDepartment = (department: string) =>
    accounts.filter(({ attributes }) => {
      const enterprise = attributes[enterpriseUrn]
      return typeof enterprise === 'object' && enterprise !== null && !Array.isArray(enterprise)
        ? enterprise.department === department
        : false
    })
  return [
    ...departments.map((department) => group(department, inDepartment(department).slice(0, largestGroup))),
    group('Everybody', accounts.slice(0, largestGroup)),
  ]
}
