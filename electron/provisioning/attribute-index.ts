import { furtherAttribute, furtherName } from '../../shared/model/attribute-name.ts'
import { type Person, personAttributes } from '../../shared/model/person.ts'
import type { Roster } from '../store/roster.ts'
import { createSlices } from '../store/slices.ts'
import type { PeopleIndex } from './people-index.ts'

/** What one attribute of everybody is. A value that many have is held once. */
export interface AttributeColumn {
  /** Each value once, in the order in which they first come. */
  readonly values: readonly string[]
  /** By position: 0 for who has none, else the value's place plus one. */
  readonly codes: Uint32Array
  /** The value of the person at a position; null when there is none. */
  at(position: number): string | null
}

/** Any attribute of everybody, and who is in which group, made when it is first asked for and kept with the reading. */
export interface AttributeIndex {
  /** The columns of these attributes, by name; those that are missing are made in one walk over the roster. */
  columns(people: PeopleIndex, names: readonly string[]): Promise<ReadonlyMap<string, AttributeColumn>>
  /** Positions of the people in each group of the source. */
  groups(people: PeopleIndex): Promise<ReadonlyMap<string, readonly number[]>>
  /** How many people have each attribute: Muster's in the order of the model, then further ones by name. */
  filled(people: PeopleIndex): Promise<readonly { readonly name: string; readonly people: number }[]>
}

/** What the index of people holds anyway. */
const held = ['userName', 'email', 'department', 'title'] as const
type Held = (typeof held)[number]
const isHeld = (name: string): name is Held => held.some((known) => known === name)

/** What is kept for one index of people. */
interface Kept {
  readonly columns: Map<string, Promise<AttributeColumn>>
  groups: Promise<ReadonlyMap<string, readonly number[]>> | null
  filled: ReturnType<AttributeIndex['filled']> | null
}

/** The value of any attribute of a person, by its name as `attributeNameSchema` has it. */
export function attributeOf({ active, attributes, more }: Person, name: string): string | undefined {
  const further = furtherName(name)
  if (further !== null) return more !== undefined && Object.hasOwn(more, further) ? more[further] : undefined
  if (name === 'active') return String(active)
  const known: Readonly<Record<string, string | undefined>> = attributes
  return Object.hasOwn(known, name) ? known[name] : undefined
}

/** An {@link AttributeIndex} over the roster that has made nothing yet. */
export function createAttributeIndex(roster: Pick<Roster, 'after'>): AttributeIndex {
  const all = new WeakMap<PeopleIndex, Kept>()
  const keptFor = (people: PeopleIndex): Kept => {
    const kept = all.get(people) ?? { columns: new Map(), groups: null, filled: null }
    all.set(people, kept)
    return kept
  }

  /** Shows everybody of the index once, in slices. */
  async function walk({ positionOf }: PeopleIndex, visit: (at: number, person: Person) => void): Promise<void> {
    const slices = createSlices()
    for (let after = 0; ; ) {
      const some = roster.after(after, 200)
      for (const { id, person } of some) {
        const at = positionOf(id)
        if (at !== undefined) visit(at, person)
        after = id
      }
      if (some.length === 0) return
      if (slices.due()) await slices.rest()
    }
  }

  async function make(people: PeopleIndex, names: readonly string[]): Promise<ReadonlyMap<string, AttributeColumn>> {
    const making = new Map(names.map((name) => [name, startColumn(people.entries.length)]))
    const toRead = [...making].filter(([name]) => !isHeld(name))
    const slices = createSlices()
    for (const [name, column] of making) {
      if (!isHeld(name)) continue
      for (const [at, entry] of people.entries.entries()) {
        column.set(at, entry[name])
        if ((at & 1023) === 0 && slices.due()) await slices.rest()
      }
    }
    if (toRead.length > 0) {
      await walk(people, (at, person) => {
        for (const [name, column] of toRead) column.set(at, attributeOf(person, name))
      })
    }
    return making
  }

  return {
    columns: async (people, names) => {
      const { columns } = keptFor(people)
      const missing = [...new Set(names)].filter((name) => !columns.has(name))
      if (missing.length > 0) {
        const made = make(people, missing)
        for (const name of missing) {
          const column = made.then((some) => some.get(name) ?? startColumn(people.entries.length))
          columns.set(name, column)
          // What failed is made anew by whoever asks next; this time, who asked is told below.
          column.catch(() => columns.delete(name))
        }
      }
      const found = new Map<string, AttributeColumn>()
      for (const name of names) {
        const column = await columns.get(name)
        if (column !== undefined) found.set(name, column)
      }
      return found
    },
    groups: (people) => {
      const kept = keptFor(people)
      kept.groups ??= (async () => {
        const groups = new Map<string, number[]>()
        await walk(people, (at, person) => {
          for (const group of person.groups ?? []) {
            const members = groups.get(group)
            if (members === undefined) groups.set(group, [at])
            else members.push(at)
          }
        })
        return groups
      })()
      kept.groups.catch(() => {
        kept.groups = null
      })
      return kept.groups
    },
    filled: (people) => {
      const kept = keptFor(people)
      kept.filled ??= (async () => {
        const counts = new Map<string, number>(personAttributes.map((name) => [name, 0]))
        const further = new Map<string, number>()
        const count = (into: Map<string, number>, name: string): void => void into.set(name, (into.get(name) ?? 0) + 1)
        await walk(people, (_at, { attributes, more }) => {
          for (const name in attributes) count(counts, name)
          for (const name in more) count(further, name)
        })
        counts.set('active', people.entries.length)
        const names = [...further.keys()].sort()
        return [
          ...[...counts].map(([name, people]) => ({ name, people })).filter(({ people }) => people > 0),
          ...names.map((name) => ({ name: furtherAttribute(name), people: further.get(name) ?? 0 })),
        ]
      })()
      kept.filled.catch(() => {
        kept.filled = null
      })
      return kept.filled
    },
  }
}

/** A column to be filled. */
interface StartedColumn extends AttributeColumn {
  set(at: number, value: string | null | undefined): void
}

function startColumn(count: number): StartedColumn {
  const values: string[] = []
  const codes = new Uint32Array(count)
  const known = new Map<string, number>()
  return {
    values,
    codes,
    at: (position) => values[(codes[position] ?? 0) - 1] ?? null,
    set: (at, value) => {
      if (value === null || value === undefined || value === '') return
      let code = known.get(value)
      if (code === undefined) {
        const own = ownText(value)
        code = values.push(own)
        known.set(own, code)
      }
      codes[at] = code
    },
  }
}

/** A text cut out of a person's row keeps the whole row in memory; its own copy does not. */
const ownText = (text: string): string => (text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le'))
