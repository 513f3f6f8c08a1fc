import { type Person, type PersonAttribute, personAttributes } from '../../shared/model/person.ts'
import type { KeptAttribute, ReadAttribute } from '../../shared/model/source-read.ts'

/** Counts what people’s attributes were read from, for the settings to show. */
export interface Filled {
  /** One more person; `from` names the source’s attribute behind each of theirs. */
  add(person: Person, from: (attribute: PersonAttribute) => string): void
  /** In the order screens show attributes. */
  list(): ReadAttribute[]
}

/** Nobody counted yet. */
export function createFilled(): Filled {
  const found = new Map<PersonAttribute, { from: string; filled: number; example: string }>()
  return {
    add: ({ attributes }, from) => {
      for (const [attribute, value] of Object.entries(attributes) as [PersonAttribute, string][]) {
        const known = found.get(attribute)
        if (known) known.filled++
        else found.set(attribute, { from: from(attribute), filled: 1, example: value.slice(0, 80) })
      }
    },
    list: () =>
      personAttributes.flatMap((attribute) => {
        const known = found.get(attribute)
        return known ? [{ attribute, ...known }] : []
      }),
  }
}

/** Counts who has the further attributes that are kept, for the settings to show. */
export interface KeptFilled {
  /** One more person. */
  add(person: Pick<Person, 'more'>): void
  list(): KeptAttribute[]
}

/** Nobody counted yet. @param names all of them; of one that comes twice the first counts. */
export function createKeptFilled(names: readonly string[]): KeptFilled {
  const found = new Map<string, KeptAttribute>(names.map((name) => [name, { name, filled: 0, example: null }]))
  return {
    add: ({ more }) => {
      for (const [name, value] of Object.entries(more ?? {})) {
        const known = found.get(name)
        if (known === undefined) continue
        known.filled++
        known.example ??= value.slice(0, 80)
      }
    },
    list: () => [...found.values()],
  }
}
