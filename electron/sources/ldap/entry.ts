import { type Person, type PersonAttribute, personAttributes } from '../../../shared/model/person.ts'
import { t } from '../../../shared/words/text.ts'
import { isOdd, judgeCell, keyOf, readFlag, readGuid, trimmed } from '../cell.ts'
import { isExpired } from '../expiry.ts'
import { readUnit } from '../organizational-unit.ts'
import type { Problems } from '../problems.ts'
import type { LdapEntry, LdapValue } from './directory.ts'
import { nameOfDn } from './dn.ts'
import { accountEnd, type Layout, ownName } from './layout.ts'

/** A person as one entry tells of them. `manager` is still a distinguished name. */
export interface EntryPerson {
  readonly person: Person
  readonly dn: string
  /** What the entry is called, for sentences about it. */
  readonly who: string
  /** Distinguished names of the person’s groups; null when the entry has none. */
  readonly memberOf: readonly string[] | null
}

/**
 * Reads people from entries under a layout. Oddities are added to the problems; nothing is thrown.
 * @param now Unix milliseconds, by which accounts have ended or not.
 */
export function createEntryReader(
  layout: Layout,
  problems: Problems,
  now = Date.now(),
): (entry: LdapEntry) => EntryPerson {
  return (entry) => {
    const who = `“${nameOfDn(entry.dn).slice(0, 80)}”`
    const warn = (column: string, reason: string, effect: string): void =>
      problems.add({ line: null, column, severity: 'warning', reason: `${who}: ${reason}`, effect })
    const attributes: Person['attributes'] = {}
    for (const attribute of personAttributes) {
      if (attribute === 'active') continue
      const text = textOf(entry, attribute, layout[attribute], warn)
      if (text !== '') attributes[attribute] = text
    }
    const memberOf = entry.values.get('memberof')?.filter((value) => typeof value === 'string') ?? null
    const person = {
      key: keyOf(attributes) ?? entry.dn.toLowerCase(),
      line: null,
      active: activeOf(entry, layout.active, now, warn),
      attributes,
    }
    return { person, dn: entry.dn, who, memberOf }
  }
}

type Warn = (column: string, reason: string, effect: string) => void

/** The first usable value under the first name that the entry has; empty when there is none. */
function textOf(entry: LdapEntry, attribute: PersonAttribute, names: readonly string[], warn: Warn): string {
  for (const name of names) {
    const values = name === ownName ? [entry.dn] : (entry.values.get(name.toLowerCase()) ?? [])
    const [first] = values
    if (first === undefined) continue
    const text = asText(first, attribute)
    if (text === null) {
      warn(name, t('The value is not a text.'), t('The value was left out.'))
      continue
    }
    if (values.length > 1 && (attribute === 'userName' || attribute === 'externalId')) {
      warn(
        name,
        t('There are {count, number} values.', { count: values.length }),
        t('The first is used: {value}.', { value: text.slice(0, 80) }),
      )
    }
    const usable = attribute === 'organizationalUnit' ? unitOf(name, text) : usableText(text, attribute, name, warn)
    if (usable !== '') return usable
  }
  return ''
}

function unitOf(name: string, text: string): string {
  if (name === ownName) return readUnit(text, 'dn')
  return readUnit(text, name.toLowerCase() === 'canonicalname' ? 'canonical' : 'unit')
}

/** Identifiers may be bytes: a GUID in Active Directory’s order ([MS-DTYP] 2.3.4). Other bytes are no text. */
function asText(value: LdapValue, attribute: PersonAttribute): string | null {
  if (typeof value === 'string') return value
  if (attribute !== 'externalId' || value.length === 0) return null
  const hex = value.toString('hex')
  return value.length === 16 ? readGuid(`X'${hex}'`) : hex
}

function usableText(text: string, attribute: PersonAttribute, name: string, warn: Warn): string {
  const value = trimmed(text)
  if (value === '' || !isOdd(value, attribute)) return value
  return judgeCell(value, attribute, (reason, effect) => warn(name, reason, effect))
}

/** Whether the person is active, by what the directory marks the disabled with; the first that says counts, and an end that is over. */
function activeOf(entry: LdapEntry, names: readonly string[], now: number, warn: Warn): boolean {
  const over = names.some(
    (name) => isEnd(name) && isExpired(String(entry.values.get(name.toLowerCase())?.[0] ?? ''), now),
  )
  if (over) return false
  for (const name of names) {
    const value = isEnd(name) ? undefined : entry.values.get(name.toLowerCase())?.[0]
    if (value === undefined) continue
    const active = typeof value === 'string' ? meaningOf(name.toLowerCase(), value.trim()) : null
    if (active !== null) return active
    const said = typeof value === 'string' ? value.slice(0, 40) : 'bytes'
    warn(
      name,
      t('“{value}” does not say whether the person is active.', { value: said }),
      t('The person is taken to be active.'),
    )
  }
  return true
}

const isEnd = (name: string): boolean => name.toLowerCase() === accountEnd.toLowerCase()

/** Null when the value does not say. */
function meaningOf(name: string, value: string): boolean | null {
  // ACCOUNTDISABLE of [MS-ADTS] 2.2.16; the number is signed.
  if (name === 'useraccountcontrol') return /^-?\d{1,10}$/.test(value) ? (Number(value) & 0x2) === 0 : null
  // Locked for good by an administrator, as against for some minutes after wrong passwords (draft-behera-ldap-password-policy).
  if (name === 'pwdaccountlockedtime') return !value.startsWith('000001010000')
  const flag = readFlag(value)
  return /lock|disabled/.test(name) && flag !== null ? !flag : flag
}
