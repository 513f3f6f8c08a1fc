import { createSlices } from '../store/slices.ts'
import type { AttributeColumn } from './attribute-index.ts'
import { fold } from './fold.ts'
import type { PeopleIndex } from './people-index.ts'
import { searchParts } from './people-index.ts'

/** Where the texts of a pasted list lead. Positions are those of the people index. */
export interface FoundPeople {
  readonly found: readonly number[]
  readonly notFound: readonly string[]
  readonly ambiguous: readonly { readonly text: string; readonly positions: readonly number[] }[]
}

/** An address, a sign-in name or an id says more than a name that two people may share. */
interface Hits {
  exact: Set<number>
  byName: Set<number>
}

const exactParts = ['userName', 'email', 'externalId'] as const
const nameParts = ['name', 'spoken'] as const

/**
 * Finds people by a pasted list: names, addresses, sign-in names or ids, one a line or separated by `;`, a tab or `,`. A
 * line is first taken as a whole, since names are written “Doe, Jane” too. `Jane Doe <jane@…>`, as mail programs copy it,
 * counts as the address. @param ids what else identifies a person: the source's own identifier, the employee number.
 */
export async function findPeople(
  text: string,
  people: PeopleIndex,
  ids: readonly AttributeColumn[],
): Promise<FoundPeople> {
  const pieces = text.split(/[\r\n;\t]+/).flatMap((piece) => (piece.trim() === '' ? [] : [piece.trim()]))
  const wanted = new Map<string, Hits>()
  const want = (piece: string): Hits => {
    const key = keyOf(piece)
    const hits = wanted.get(key) ?? { exact: new Set(), byName: new Set() }
    wanted.set(key, hits)
    return hits
  }
  for (const piece of pieces) for (const part of [piece, ...partsOf(piece)]) want(part)
  await search(people, ids, wanted)

  const found = new Set<number>()
  const notFound: string[] = []
  const ambiguous: { text: string; positions: number[] }[] = []
  const hitsOf = (piece: string): number[] => {
    const { exact, byName } = want(piece)
    return [...(exact.size > 0 ? exact : byName)]
  }
  const settle = (piece: string): void => {
    const [first, ...rest] = hitsOf(piece)
    if (first === undefined) notFound.push(piece)
    else if (rest.length === 0) found.add(first)
    else ambiguous.push({ text: piece, positions: [first, ...rest] })
  }
  for (const piece of pieces) {
    const parts = partsOf(piece)
    if (parts.length > 0 && hitsOf(piece).length === 0) parts.forEach(settle)
    else settle(piece)
  }
  return { found: [...found], notFound: [...new Set(notFound)], ambiguous }
}

/** What a line with commas may list; nothing where there is no comma. */
function partsOf(piece: string): string[] {
  const parts = piece.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
  return parts.length > 1 ? parts : []
}

function keyOf(piece: string): string {
  const address = /<([^<>\s]+@[^<>\s]+)>\s*$/.exec(piece)?.[1] ?? piece
  return nameKey(fold(address.replace(/^"|"$/g, '')))
}

/** “Doe, Jane” and “Jane Doe” are the same name. */
function nameKey(folded: string): string {
  const [family, given, ...rest] = folded.split(',').map((part) => part.trim())
  if (family && given && rest.length === 0) return `${given} ${family}`
  return folded.replace(/\s+/g, ' ')
}

async function search(
  { entries }: PeopleIndex,
  ids: readonly AttributeColumn[],
  wanted: ReadonlyMap<string, Hits>,
): Promise<void> {
  const slices = createSlices()
  const indexOf = new Map(searchParts.map((part, index) => [part, index]))
  const at = (parts: string[], name: (typeof searchParts)[number]): string => parts[indexOf.get(name) ?? 0] ?? ''
  for (const [position, entry] of entries.entries()) {
    const parts = entry.search.split('\n')
    for (const part of exactParts) if (at(parts, part) !== '') wanted.get(at(parts, part))?.exact.add(position)
    for (const column of ids) {
      const id = column.at(position)
      if (id !== null) wanted.get(nameKey(fold(id)))?.exact.add(position)
    }
    for (const part of nameParts) if (at(parts, part) !== '') wanted.get(nameKey(at(parts, part)))?.byName.add(position)
    if ((position & 63) === 0 && slices.due()) await slices.rest()
  }
}
