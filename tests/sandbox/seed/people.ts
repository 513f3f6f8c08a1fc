import { type NameSet, nameSets } from './names.ts'
import { Random } from './random.ts'

/** The columns of a Microsoft Entra bulk download of users, in its order. */
export const entraColumns = [
  'userPrincipalName',
  'displayName',
  'surname',
  'mail',
  'givenName',
  'id',
  'userType',
  'jobTitle',
  'department',
  'accountEnabled',
  'usageLocation',
  'streetAddress',
  'state',
  'country',
  'officeLocation',
  'city',
  'postalCode',
  'telephoneNumber',
  'mobile',
  'alternateEmailAddress',
  'ageGroup',
  'consentProvidedForMinor',
  'legalAgeGroupClassification',
  'companyName',
  'creationType',
  'directorySynced',
  'invitationState',
  'identityIssuer',
  'createdDateTime',
] as const

/** One row of the people file; columns without a value are left out. */
export type EntraRow = { -readonly [C in (typeof entraColumns)[number]]?: string }

const domain = 'contoso.example'
const titles = ['Analyst', 'Senior Analyst', 'Engineer', 'Head of "Ops"', 'Accountant', 'Counsel', 'Buyer'] as const
/** Where people work; also the groups of the tenant. */
export const departments = ['Finance', 'Operations', 'Legal', 'IT, Berlin', 'Sales', 'People & Culture'] as const
const offices = [
  { city: 'Berlin', country: 'Germany', usageLocation: 'DE' },
  { city: 'Łódź', country: 'Poland', usageLocation: 'PL' },
  { city: 'Dublin', country: 'Ireland', usageLocation: 'IE' },
  { city: '大阪', country: 'Japan', usageLocation: 'JP' },
] as const

/** Makes addresses that nobody else has. */
class Addresses {
  readonly #used = new Map<string, number>()

  take(name: string): string {
    const before = this.#used.get(name) ?? 0
    this.#used.set(name, before + 1)
    return `${name}${before === 0 ? '' : before + 1}@${domain}`
  }
}

const digits = (random: Random, count: number) => Array.from({ length: count }, () => random.below(10)).join('')

function person(random: Random, addresses: Addresses, index: number): EntraRow {
  const set: NameSet = random.pick(nameSets)
  const given = random.pick(set.given)
  const family = random.pick(set.family)
  const address = addresses.take(`${given[1]}.${family[1]}`)
  const guest = random.chance(0.02)
  const userName = guest ? `${address.replace('@', '_')}#EXT#@contoso.onmicrosoft.example` : address
  const created = new Date(Date.UTC(2019, 0, 1) + random.below(7 * 365) * 86_400_000 + index * 1000)
  return {
    userPrincipalName: userName,
    displayName: set.full(given[0], family[0]),
    surname: family[0],
    ...(random.chance(0.97) ? { mail: address } : {}),
    givenName: given[0],
    id: random.uuid(),
    userType: guest ? 'Guest' : 'Member',
    ...(random.chance(0.95) ? { jobTitle: random.pick(titles) } : {}),
    ...(random.chance(0.95) ? { department: random.pick(departments) } : {}),
    accountEnabled: random.chance(0.04) ? 'False' : 'True',
    ...(random.chance(0.6) ? random.pick(offices) : {}),
    ...(random.chance(0.5) ? { telephoneNumber: `+49 30 5550${digits(random, 4)}` } : {}),
    ...(random.chance(0.3) ? { mobile: `+49 170 555${digits(random, 4)}` } : {}),
    ...(random.chance(0.8) ? { companyName: 'Contoso' } : {}),
    createdDateTime: created.toISOString().replace('.000Z', 'Z'),
  }
}

/** Rows that an export really holds and that can't be pushed, or look as if they meant harm. */
function spoil(random: Random, rows: EntraRow[]): void {
  const some = (share: number) => Math.max(1, Math.round(rows.length * share))
  if (rows.length < 20) return
  const spots = () => random.below(rows.length - 1) + 1
  for (let count = some(0.004); count > 0; count -= 1) {
    const row = rows[spots()]
    if (row) delete row.userPrincipalName
  }
  for (let count = some(0.004); count > 0; count -= 1) {
    const spot = spots()
    const twin = rows[spot - 1]
    const row = rows[spot]
    if (!row || !twin?.userPrincipalName) continue
    row.userPrincipalName = twin.userPrincipalName.toUpperCase()
    row.displayName = `${row.displayName ?? ''} (duplicate)`
  }
  const formula = rows[spots()]
  if (formula) {
    formula.displayName = '=HYPERLINK("http://x")'
    formula.givenName = '@x'
  }
}

/** Makes `count` people; the same seed gives the same people. From 20 people on, a few rows are problems. */
export function seedPeople(options: { readonly count: number; readonly seed: number }): EntraRow[] {
  const random = new Random(options.seed)
  const addresses = new Addresses()
  const rows = Array.from({ length: options.count }, (_, index) => person(random, addresses, index))
  spoil(random, rows)
  return rows
}

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** People as Entra writes them: UTF-8 with a byte order mark, CRLF, quotes where needed (RFC 4180). */
export function peopleCsv(rows: readonly EntraRow[]): string {
  const lines = rows.map((row) => entraColumns.map((column) => cell(row[column] ?? '')).join(','))
  return `\uFEFF${[entraColumns.join(','), ...lines].join('\r\n')}\r\n`
}
