import { type Person, type PersonAttribute, personAttributes } from '../../shared/model/person.ts'

/**
 * How a person is written down: without the names of the parts and of the attributes, which are the same a hundred
 * thousand times. Values stand in the order of the generation's list of attributes; an empty one is absent.
 */
type Written = [key: string, line: number | null, active: 0 | 1, groups: string[] | 0, ...values: string[]]

/** How the first databases have it. */
type WrittenByName = [key: string, line: number | null, active: 0 | 1, attributes: Person['attributes']]

/** The attributes whose values are written, in their order: kept with each generation, since the model's list grows. */
export const writtenAttributes: readonly PersonAttribute[] = personAttributes.filter((name) => name !== 'active')

/** A person as JSON text. */
export function writePerson({ key, line, active, attributes, groups }: Person): string {
  const written: Written = [key, line, active ? 1 : 0, groups ?? 0]
  let absent = 0
  for (const name of writtenAttributes) {
    const value = attributes[name]
    if (value === undefined) {
      absent++
      continue
    }
    for (; absent > 0; absent--) written.push('')
    written.push(value)
  }
  return JSON.stringify(written)
}

/** The person that was written, by the list of attributes it was written with; null for a generation without one. */
export function readPerson(written: Written | WrittenByName, names: readonly PersonAttribute[] | null): Person {
  const [key, line, active] = written
  const person = { key, line, active: active === 1 }
  if (names === null) return { ...person, attributes: (written as WrittenByName)[3] }
  const [, , , groups, ...values] = written as Written
  const attributes: Person['attributes'] = {}
  names.forEach((name, index) => {
    const value = values[index]
    if (value) attributes[name] = value
  })
  return { ...person, attributes, ...(groups === 0 ? {} : { groups }) }
}
