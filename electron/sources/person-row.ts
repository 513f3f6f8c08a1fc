import type { Person, PersonAttribute } from '../../shared/model/person.ts'
import type { Problem } from '../../shared/model/source.ts'
import { t } from '../../shared/words/text.ts'
import { isBlank, isOdd, judgeCell, keyOf, readFlag, readGuid, trimmed } from './cell.ts'
import { type Columns, placeOf } from './columns.ts'
import { isExpired } from './expiry.ts'
import { isTypeName, readGroups } from './groups.ts'
import { plainTitle, type Role } from './headers.ts'
import { createKeptReader } from './kept-columns.ts'
import { readUnit } from './organizational-unit.ts'
import type { Problems } from './problems.ts'
import type { Cell } from './row-visitor.ts'

/** What a row says. */
export interface PersonRow {
  readonly person: Person
  /** The name by which other rows refer to this person, in lower case; empty when there is none. */
  readonly distinguishedName: string
}

/** Reads one row; null when it is not a person. Oddities are added to the problems. */
export type ReadPerson = (cells: readonly Cell[], line: number) => PersonRow | null

/** A reader for rows under these columns. @param now Unix milliseconds, by which accounts have ended or not. */
export function createPersonReader(columns: Columns, problems: Problems, now = Date.now()): ReadPerson {
  const uses = [...columns.places].map(([role, index]) => ({
    index,
    role,
    attribute: attributeFor(role),
  }))
  const readKept = columns.kept.length === 0 ? null : createKeptReader(columns, problems)
  const unitIn = writtenUnit(columns)

  /** What stands in a cell after a closer look; empty when nothing of it can be used. */
  const closer = (value: string, { attribute, index }: (typeof uses)[number], line: number): string =>
    judgeCell(value, attribute, (reason, effect) =>
      problems.add({ ...placeOf(columns, line, index), severity: 'warning', reason, effect }),
    )

  const groupsIn = (cell: Cell, index: number, line: number): string[] => {
    if (!isTypeName(cell)) return readGroups(cell)
    const reason = t('PowerShell has written the kind of the list here, and not what is in it.')
    const effect = t("No groups are read; export them with @{n='MemberOf';e={$_.MemberOf -join ';'}}.")
    problems.add({ ...placeOf(columns, line, index), severity: 'warning', reason, effect })
    return []
  }

  const notAPerson = (what: string, index: number, line: number): Problem => {
    const reason = t('The row is not a person but “{what}”.', { what: what.slice(0, 40) })
    return { ...placeOf(columns, line, index), severity: 'error', reason, effect: t('The row was left out.') }
  }

  return (cells, line) => {
    const attributes: Person['attributes'] = {}
    let active = true
    let expired = false
    let distinguishedName = ''
    let groups: string[] | null = null
    for (const use of uses) {
      const { role, attribute, index } = use
      const cell = cells[index] ?? ''
      if (role === 'groups') {
        groups = groupsIn(cell, index, line)
        continue
      }
      if (role === 'objectClass' && typeof cell !== 'string') {
        if (cell.length === 0 || isPersonAmong(cell)) continue
        problems.add(notAPerson(cell.at(-1) ?? '', index, line))
        return null
      }
      let value = trimmed(typeof cell === 'string' ? cell : (cell.find((each) => !isBlank(each)) ?? ''))
      if (value !== '' && isOdd(value, attribute)) value = closer(value, use, line)
      if (value === '') continue
      if (attribute === 'organizationalUnit') {
        const unit = readUnit(value, unitIn)
        if (unit !== '') attributes[attribute] = unit
      } else if (attribute !== null) {
        attributes[attribute] = attribute === 'externalId' ? readGuid(value) : value
      } else if (role === 'accountExpires') {
        expired = isExpired(value, now)
      } else if (role === 'distinguishedName') {
        distinguishedName = value.toLowerCase()
      } else if (role === 'objectClass') {
        if (isPersonClass(value)) continue
        problems.add(notAPerson(value, index, line))
        return null
      } else {
        const flag = activeOf(role, value)
        active = flag ?? true
        if (flag !== null) continue
        const reason = t('“{value}” does not say whether the person is active.', { value: value.slice(0, 40) })
        const effect = t('The person is taken to be active.')
        problems.add({ ...placeOf(columns, line, index), severity: 'warning', reason, effect })
      }
    }
    const person: Person = { key: keyOf(attributes) ?? `line ${line}`, line, active: active && !expired, attributes }
    const more = readKept?.(cells, line)
    if (more !== undefined) person.more = more
    if (groups !== null) person.groups = groups
    return { person, distinguishedName }
  }
}

/** The attribute that a column’s text becomes as it is. */
function attributeFor(role: Role): PersonAttribute | null {
  switch (role) {
    case 'active':
    case 'disabled':
    case 'accountControl':
    case 'accountExpires':
    case 'distinguishedName':
    case 'objectClass':
    case 'groups':
      return null
    default:
      return role
  }
}

/** How the column of units is written: by the column it is, not by what happens to stand in a cell. */
function writtenUnit({ places, titles }: Columns): Parameters<typeof readUnit>[1] {
  const at = places.get('organizationalUnit') ?? -1
  if (at === places.get('distinguishedName')) return 'dn'
  return plainTitle(titles[at] ?? '') === 'canonicalname' ? 'canonical' : 'unit'
}

/**
 * Classes of people in a directory; csvde lists them from the general to the special: `top;person;organizationalPerson;user`.
 * An objectCategory is a distinguished name: `CN=Person,CN=Schema,…`.
 */
const isPersonClass = (value: string): boolean =>
  /^(?:(?:user|person|organizationalperson|inetorgperson)|cn=person,.*)$/i.test(value.split(';').at(-1)?.trim() ?? '')

/** LDIF has the classes as a list, in no order; a computer of Active Directory has all those of a user. */
const isPersonAmong = (classes: readonly string[]): boolean =>
  classes.some(isPersonClass) &&
  !classes.some((each) => /^(?:computer|msds-(?:group)?managedserviceaccount)$/i.test(each))

/** Whether the person is active; null when the value does not say. */
function activeOf(role: Role, value: string): boolean | null {
  if (role === 'accountControl') return /^\d+$/.test(value) ? (Number(value) & 0x2) === 0 : null
  const flag = readFlag(value)
  return role === 'disabled' && flag !== null ? !flag : flag
}
