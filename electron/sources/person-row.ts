import type { Person, PersonAttribute } from '../../shared/model/person.ts'
import { comparable, isOdd, judgeCell, readFlag, readGuid, trimmed } from './cell.ts'
import type { Columns } from './columns.ts'
import type { Role } from './headers.ts'
import type { Problems } from './problems.ts'

/** What a row says. */
export interface PersonRow {
  readonly person: Person
  /** The name by which other rows refer to this person, in lower case; empty when there is none. */
  readonly distinguishedName: string
}

/** Reads one row; null when it is not a person. Oddities are added to the problems. */
export type ReadPerson = (cells: readonly string[], line: number) => PersonRow | null

/** A reader for rows under these columns. */
export function createPersonReader({ titles, places }: Columns, problems: Problems): ReadPerson {
  const uses = [...places].map(([role, index]) => {
    return { index, role, attribute: attributeFor(role), column: titles[index] ?? null }
  })

  /** What stands in a cell after a closer look; empty when nothing of it can be used. */
  const closer = (value: string, { attribute, column }: (typeof uses)[number], line: number): string => {
    let kept = value
    for (const { value: made, reason, effect } of judgeCell(value, attribute)) {
      problems.add({ line, column, severity: 'warning', reason, effect })
      kept = made
    }
    return kept
  }

  return (cells, line) => {
    const attributes: Person['attributes'] = {}
    let active = true
    let distinguishedName = ''
    for (const use of uses) {
      const { role, attribute, column } = use
      let value = trimmed(cells[use.index] ?? '')
      if (value !== '' && isOdd(value, attribute)) value = closer(value, use, line)
      if (value === '') continue
      if (attribute !== null) {
        attributes[attribute] = attribute === 'externalId' ? readGuid(value) : value
      } else if (role === 'distinguishedName') {
        distinguishedName = value.toLowerCase()
      } else if (role === 'objectClass') {
        if (isPersonClass(value)) continue
        const reason = `The row is not a person but “${value.slice(0, 40)}”.`
        problems.add({ line, column, severity: 'error', reason, effect: 'The row was left out.' })
        return null
      } else {
        const flag = activeOf(role, value)
        active = flag ?? true
        if (flag !== null) continue
        const reason = `“${value.slice(0, 40)}” does not say whether the person is active.`
        problems.add({ line, column, severity: 'warning', reason, effect: 'The person is taken to be active.' })
      }
    }
    return { person: { key: keyOf(attributes, line), line, active, attributes }, distinguishedName }
  }
}

/** The attribute that a column’s text becomes as it is. */
function attributeFor(role: Role): PersonAttribute | null {
  switch (role) {
    case 'active':
    case 'disabled':
    case 'accountControl':
    case 'distinguishedName':
    case 'objectClass':
      return null
    default:
      return role
  }
}

/** Classes of people in a directory; csvde lists them from the general to the special: `top;person;organizationalPerson;user`. */
const isPersonClass = (value: string): boolean =>
  /^(?:user|person|organizationalperson|inetorgperson)$/i.test(value.split(';').at(-1)?.trim() ?? '')

/** Whether the person is active; null when the value does not say. */
function activeOf(role: Role, value: string): boolean | null {
  if (role === 'accountControl') return /^\d+$/.test(value) ? (Number(value) & 0x2) === 0 : null
  const flag = readFlag(value)
  return role === 'disabled' && flag !== null ? !flag : flag
}

function keyOf({ externalId, userName }: Person['attributes'], line: number): string {
  return externalId ?? (userName === undefined ? `line ${line}` : comparable(userName))
}
