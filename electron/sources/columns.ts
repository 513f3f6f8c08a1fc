import { MusterError } from '../../shared/errors.ts'
import { isSecretName } from '../../shared/model/kept-attribute.ts'
import type { Column, ColumnAttribute, FileFacts, FileReading, Problem } from '../../shared/model/source.ts'
import { columnAttributes } from '../../shared/model/source.ts'
import { t } from '../../shared/words/text.ts'
import { choose } from './chosen-columns.ts'
import { plainTitle, type Role, roleOf } from './headers.ts'
import { lineWords } from './line-words.ts'
import { productOf } from './products.ts'

/** What the columns of a file were recognised as. */
export interface Columns {
  readonly product: FileFacts['product']
  /** Line of the header, 1-based; 0 when there is none. */
  readonly line: number
  /** Titles as they stood there; an empty one is `Column 3`. */
  readonly titles: readonly string[]
  /** Position of the column that fills each role. Two roles may share one. */
  readonly places: ReadonlyMap<Role, number>
  /** Positions of the columns that are kept as they are, under their titles. */
  readonly kept: readonly number[]
  /** What lines are called there: a workbook has rows and cells. */
  readonly lines: 'Lines' | 'Rows'
}

/**
 * Recognises the columns of a file by their titles.
 * @param line where the header is, 1-based; 0 when there is none.
 * @param chosen what the admin has made of some of them.
 */
export function recogniseColumns(
  header: readonly string[],
  line: number,
  chosen: FileReading['columns'] = [],
  lines: Columns['lines'] = 'Lines',
): Columns {
  const titles = header.map((title, index) => title.trim() || `Column ${index + 1}`)
  const plain = titles.map(plainTitle)
  const product = productOf(plain)
  const meaning = (index: number): { role: Role; rank: number } | null => {
    const own = product.titles?.[plain[index] ?? '']
    if (own !== undefined) return own === null ? null : { role: own, rank: -1 }
    return roleOf(titles[index] ?? '')
  }
  const places = placesOf(titles.map((_, index) => meaning(index)))
  const email = places.get('email')
  if (product.signsInByEmail && email !== undefined) places.set('userName', email)
  nameUnits(places, plain)
  const kept = choose(places, titles, chosen)
  return { product: product.name, line, titles, places, kept, lines }
}

/** A distinguished name tells the unit too, and better than the name of one unit or a name with containers in it. */
function nameUnits(places: Map<Role, number>, plain: readonly string[]): void {
  const named = places.get('distinguishedName')
  const told = plain[places.get('organizationalUnit') ?? -1]
  if (named === undefined || (told !== undefined && told !== 'ou' && told !== 'canonicalname')) return
  places.set('organizationalUnit', named)
}

/**
 * Says what is wrong with columns that no people can be read from.
 * @throws MusterError `file-columns` listing the titles, when none is for a sign-in name.
 */
export function requireSignInName({ places, titles, line }: Columns): void {
  if (places.has('userName')) return
  const shown = titles.slice(0, 30).map((title) => title.slice(0, 40))
  const detail = t('Its columns are {names}.', {
    names: [...shown, ...(titles.length > shown.length ? ['…'] : [])].join(', '),
  })
  throw new MusterError('file-columns', {
    where: lineWords(Math.max(line, 1)),
    detail: printable(detail),
  })
}

/** Where a problem is: the line, the column by its title, and in a workbook the cell. */
export function placeOf(
  { titles, lines }: Columns,
  line: number,
  index: number | null,
): Pick<Problem, 'line' | 'column' | 'cell'> {
  if (index === null) return { line, column: null }
  const column = titles[index] ?? `Column ${index + 1}`
  return lines === 'Rows' ? { line, column, cell: `${columnLetters(index)}${line}` } : { line, column }
}

/** How a workbook names a column: A, B, … Z, AA. */
function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}

/** The columns as the admin sees them. */
export function shownColumns({ titles, places, kept }: Columns, examples: readonly (string | null)[]): Column[] {
  const attributes = new Map<number, ColumnAttribute | null>()
  for (const [role, index] of places)
    if (!attributes.get(index) || role === 'userName') attributes.set(index, attributeOf(role))
  for (const index of kept) attributes.set(index, 'kept')
  return titles.map((title, index) => ({
    index,
    title,
    attribute: attributes.get(index) ?? null,
    example: isSecretName(title) ? null : (examples[index]?.slice(0, 80) ?? null),
  }))
}

/** Each role goes to the column whose title says it best, the leftmost of equals. */
function placesOf(meanings: readonly ({ role: Role; rank: number } | null)[]): Map<Role, number> {
  const best = new Map<Role, { index: number; rank: number }>()
  meanings.forEach((known, index) => {
    if (known === null) return
    const other = best.get(known.role)
    if (other === undefined || known.rank < other.rank) best.set(known.role, { index, rank: known.rank })
  })
  // One of the three says whether somebody is active.
  if (best.has('active')) best.delete('disabled')
  if (best.has('active') || best.has('disabled')) best.delete('accountControl')
  return new Map([...best].map(([role, { index }]) => [role, index]))
}

function attributeOf(role: Role): ColumnAttribute | null {
  if (role === 'disabled' || role === 'accountControl' || role === 'accountExpires') return 'active'
  return columnAttributes.find((attribute) => attribute === role) ?? null
}

/** Titles that stand there twice. */
export function doubledTitles(columns: Columns): Problem[] {
  const { titles, line } = columns
  const firsts = new Map<string, number>()
  return titles.flatMap((title, index) => {
    const plain = plainTitle(title)
    const first = firsts.get(plain)
    if (plain === '') return []
    if (first === undefined) {
      firsts.set(plain, index)
      return []
    }
    const reason = t('Columns {first} and {second} have the same title.', {
      first: String(first + 1),
      second: String(index + 1),
    })
    return [
      {
        ...placeOf(columns, line, index),
        severity: 'warning' as const,
        reason,
        effect: t('The first of them is used.'),
      },
    ]
  })
}

const printable = (text: string): string => text.replace(/\p{Cc}/gu, '\ufffd')
