import type { SQLOutputValue } from 'node:sqlite'
import { type Person, type PersonAttribute, personAttributes } from '../../shared/model/person.ts'
import { json, text } from './cell.ts'

/** The attributes whose values are written, in their order: kept with each generation, since the model's list grows. */
export const writtenAttributes: readonly PersonAttribute[] = personAttributes.filter((name) => name !== 'active')

/** ASCII's own sign for it; a value that has it is written as JSON. */
const separator = '\u001f'
const separatorByte = 0x1f
/** What a person begins with who is written as JSON. */
const brace = 0x7b

/** Where the key stands in what is written, and where the id that stands for it. */
const keyField = 2
const idField = 4 + writtenAttributes.indexOf('externalId')

/** How the first databases have a person. */
type WrittenByName = [key: string, line: number | null, active: 0 | 1, attributes: Person['attributes']]

/**
 * A person as one text: line, active, key, groups, the values in the order of {@link writtenAttributes}, an absent one
 * empty, and behind them name and value of each further attribute. JSON takes several times as long to write and to read, two hundred thousand times. A person who does not fit into
 * this form is written as JSON, which begins with a brace.
 */
export function writePerson(person: Person): string {
  const { key, line, active, attributes, more, groups } = person
  const { externalId } = attributes
  // Most keys are the id over again.
  let written = `${line ?? ''}${separator}${active ? 1 : 0}${separator}${key === externalId ? '' : key}${separator}`
  if (groups !== undefined) written += JSON.stringify(groups)
  let fits = !key.includes(separator) && key !== ''
  for (const name of writtenAttributes) {
    const value = attributes[name]
    written += separator
    if (value === undefined) continue
    written += value
    if (value.includes(separator)) fits = false
  }
  if (more !== undefined) {
    for (const [name, value] of Object.entries(more)) {
      written += separator + name + separator + value
      if (name.includes(separator) || value.includes(separator)) fits = false
    }
  }
  // SQLite has no place for half of a surrogate pair; JSON escapes it.
  return fits && written.isWellFormed() ? written : JSON.stringify(person)
}

/** The key of a person as {@link writePerson} has written them now, in UTF-8; the rest is stepped over. */
export function keyOfWritten(written: Buffer): string {
  if (written[0] === brace) return json<Person>(written.toString()).key
  let start = 0
  for (let at = 0, field = 0; at < written.length; at++) {
    if (written[at] !== separatorByte) continue
    if ((field === keyField && at > start) || field === idField) return written.toString('utf8', start, at)
    field++
    start = at + 1
  }
  return ''
}

/**
 * The person that was written. @param names the attributes in the order they were written in; null for a generation that
 * does not say, which has them by name.
 */
export function readPerson(cell: SQLOutputValue | undefined, names: readonly PersonAttribute[] | null): Person {
  if (names === null) {
    const [key, line, active, attributes] = json<WrittenByName>(cell)
    return { key, line, active: active === 1, attributes }
  }
  const written = text(cell)
  if (written.startsWith('{')) return json<Person>(written)
  const [line = '', active = '', key = '', groups = '', ...values] = written.split(separator)
  const attributes: Person['attributes'] = {}
  names.forEach((name, index) => {
    const value = values[index]
    if (value) attributes[name] = value
  })
  const person: Person = {
    key: key || (attributes.externalId ?? ''),
    line: line === '' ? null : Number(line),
    active: active === '1',
    attributes,
  }
  if (values.length > names.length) {
    const more: NonNullable<Person['more']> = {}
    for (let at = names.length; at + 1 < values.length; at += 2) more[values[at] ?? ''] = values[at + 1] ?? ''
    person.more = more
  }
  if (groups !== '') person.groups = json<string[]>(groups)
  return person
}
