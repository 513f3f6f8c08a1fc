import { MusterError } from '../../shared/errors.ts'
import { type PersonAttribute, personAttributes } from '../../shared/model/person.ts'
import type { Column, fileProducts, Problem } from '../../shared/model/source.ts'
import { plainTitle, type Role, roleOf } from './headers.ts'

/** What the columns of a file were recognised as. */
export interface Columns {
  readonly product: (typeof fileProducts)[number]
  /** Titles as they stood there; an empty one is `Column 3`. */
  readonly titles: readonly string[]
  /** Position of the column that fills each role. */
  readonly places: ReadonlyMap<Role, number>
  readonly problems: readonly Problem[]
}

/**
 * Recognises the columns of a file by its header.
 * @param line where the header is, 1-based.
 * @throws MusterError `file-columns` listing the titles, when none is for a sign-in name.
 */
export function recogniseColumns(header: readonly string[], line: number): Columns {
  const titles = header.map((title, index) => title.trim() || `Column ${index + 1}`)
  const places = placesOf(titles)
  if (!places.has('userName')) {
    const shown = titles.slice(0, 30).map((title) => title.slice(0, 40))
    const detail = `Its columns are ${shown.join(', ')}${titles.length > shown.length ? ', …' : ''}.`
    throw new MusterError('file-columns', { where: `line ${line}`, detail: printable(detail) })
  }
  return { product: productOf(titles), titles, places, problems: doubled(titles, line) }
}

/** The columns as the admin sees them. */
export function shownColumns({ titles, places }: Columns, examples: readonly (string | null)[]): Column[] {
  const attributes = new Map([...places].map(([role, index]) => [index, attributeOf(role)]))
  return titles.map((title, index) => ({
    index,
    title,
    attribute: attributes.get(index) ?? null,
    example: examples[index]?.slice(0, 80) ?? null,
  }))
}

/** Each role goes to the column whose title says it best, the leftmost of equals. */
function placesOf(titles: readonly string[]): Map<Role, number> {
  const best = new Map<Role, { index: number; rank: number }>()
  titles.forEach((title, index) => {
    const known = roleOf(title)
    if (known === null) return
    const other = best.get(known.role)
    if (other === undefined || known.rank < other.rank) best.set(known.role, { index, rank: known.rank })
  })
  // One of the three says whether somebody is active.
  if (best.has('active')) best.delete('disabled')
  if (best.has('active') || best.has('disabled')) best.delete('accountControl')
  return new Map([...best].map(([role, { index }]) => [role, index]))
}

function attributeOf(role: Role): PersonAttribute | null {
  if (role === 'disabled' || role === 'accountControl') return 'active'
  return personAttributes.find((attribute) => attribute === role) ?? null
}

function productOf(titles: readonly string[]): Columns['product'] {
  const plain = new Set(titles.map(plainTitle))
  const has = (...names: string[]): boolean => names.some((name) => plain.has(name))
  if (has('distinguishedname', 'dn', 'samaccountname', 'objectguid', 'useraccountcontrol')) return 'active-directory'
  if (has('userprincipalname') && has('accountenabled', 'directorysynced', 'usertype', 'objectid')) return 'entra'
  return 'generic'
}

function doubled(titles: readonly string[], line: number): Problem[] {
  return titles.flatMap((title, index) => {
    const first = titles.findIndex((other) => plainTitle(other) === plainTitle(title))
    if (first === index || plainTitle(title) === '') return []
    return [
      {
        line,
        column: title,
        severity: 'warning' as const,
        reason: `Columns ${first + 1} and ${index + 1} have the same title.`,
        effect: 'The first of them is used.',
      },
    ]
  })
}

const printable = (text: string): string => text.replace(/\p{Cc}/gu, '\ufffd')
