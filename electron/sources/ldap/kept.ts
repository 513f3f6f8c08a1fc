import type { Person } from '../../../shared/model/person.ts'
import type { KeptAttribute } from '../../../shared/model/source-read.ts'
import { t } from '../../../shared/words/text.ts'
import { isOdd, judgeCell, readGuid } from '../cell.ts'
import { createKeptFilled } from '../filled.ts'
import { joined, sayNobodyHas } from '../kept-attributes.ts'
import type { Problems } from '../problems.ts'
import type { LdapEntry, LdapValue } from './directory.ts'
import { nameOfDn } from './dn.ts'

/** Keeps further attributes of entries. */
export interface Kept {
  /** Puts them on the person of an entry. */
  add(person: Person, entry: LdapEntry): void
  list(): KeptAttribute[]
  /** Says, once for each attribute, what could not be kept, and what nobody has. */
  sayOdd(): void
}

/** @param names the directory’s attributes, operational ones included; they are kept as the admin wrote them. */
export function createKept(names: readonly string[], problems: Problems): Kept {
  const filled = createKeptFilled(names)
  /** Values that are no text, by attribute. */
  const bytes = new Map<string, number>()
  let people = 0

  const textOf = (name: string, entry: LdapEntry): string => {
    const texts: string[] = []
    for (const value of entry.values.get(name.toLowerCase()) ?? []) {
      const text = asText(name, value)
      if (text === null) bytes.set(name, (bytes.get(name) ?? 0) + 1)
      else texts.push(text)
    }
    const text = joined(texts)
    if (text === '' || !isOdd(text, null)) return text
    return judgeCell(text, null, (reason, effect) => {
      const who = `“${nameOfDn(entry.dn).slice(0, 80)}”`
      problems.add({ line: null, column: name, severity: 'warning', reason: `${who}: ${reason}`, effect })
    })
  }

  return {
    add: (person, entry) => {
      people++
      for (const name of names) {
        const text = textOf(name, entry)
        if (text === '') continue
        person.more ??= {}
        person.more[name] = text
      }
      filled.add(person)
    },
    list: filled.list,
    sayOdd: () => {
      for (const [name, count] of bytes) {
        const reason = t('{count, plural, one {# value} other {# values}} of “{name}” are bytes and no text.', {
          count,
          name,
        })
        problems.add({ line: null, column: name, severity: 'warning', reason, effect: t('They were left out.') })
      }
      const without = filled.list().filter(({ name }) => !bytes.has(name))
      sayNobodyHas(without, people, problems)
    },
  }
}

/** Text as it is; of bytes, an identifier and a security identifier in their usual forms. */
function asText(name: string, value: LdapValue): string | null {
  if (typeof value === 'string') return value
  if (/guid$/i.test(name) && value.length === 16) return readGuid(`X'${value.toString('hex')}'`)
  return /sid$/i.test(name) ? readSid(value) : null
}

/** S-1-5-21-… ([MS-DTYP] 2.4.2.1); null for bytes that are none. */
function readSid(bytes: Buffer): string | null {
  const count = bytes[1] ?? 0
  if (bytes[0] !== 1 || bytes.length !== 8 + 4 * count) return null
  const parts = Array.from({ length: count }, (_, at) => bytes.readUInt32LE(8 + 4 * at))
  return ['S', 1, bytes.readUIntBE(2, 6), ...parts].join('-')
}
