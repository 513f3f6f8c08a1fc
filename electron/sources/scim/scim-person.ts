import type { Json } from '../../../shared/model/json.ts'
import { type Person, type PersonAttribute, personAttributes } from '../../../shared/model/person.ts'
import type { ScimSourceSettings } from '../../../shared/model/source-settings.ts'
import { parsePath, readPath } from '../../../shared/scim/path.ts'
import type { ScimUser } from '../../../shared/scim/schemas.ts'
import { enterpriseUserUrn } from '../../../shared/scim/urn.ts'
import { isOdd, judgeCell, keyOf, trimmed } from '../cell.ts'
import { joined } from '../kept-attributes.ts'
import type { Problems } from '../problems.ts'

/** Which attributes of a SCIM user fill a person, by path; the first that is not empty counts. */
const paths: Readonly<Record<Exclude<PersonAttribute, 'active' | 'externalId'>, readonly string[]>> = {
  userName: ['userName'],
  displayName: ['displayName', 'name.formatted'],
  givenName: ['name.givenName'],
  familyName: ['name.familyName'],
  email: ['emails[type eq "work"].value', 'emails.value'],
  title: ['title'],
  department: [`${enterpriseUserUrn}:department`],
  company: [`${enterpriseUserUrn}:organization`],
  // Neither schema has one.
  organizationalUnit: [],
  employeeNumber: [`${enterpriseUserUrn}:employeeNumber`],
  manager: [`${enterpriseUserUrn}:manager.value`],
  phone: ['phoneNumbers[type eq "work"].value'],
  mobile: ['phoneNumbers[type eq "mobile"].value'],
  office: [],
  street: ['addresses[type eq "work"].streetAddress'],
  city: ['addresses[type eq "work"].locality'],
  region: ['addresses[type eq "work"].region'],
  postalCode: ['addresses[type eq "work"].postalCode'],
  country: ['addresses[type eq "work"].country'],
  userType: ['userType'],
}

/** A person as a SCIM user tells of them, with the path behind each attribute. */
export interface ScimPerson {
  readonly person: Person
  readonly who: string
  readonly from: Partial<Record<PersonAttribute, string>>
}

/** Reads people from SCIM users. Oddities are added to the problems; nothing is thrown, whatever the service sent. */
export function createScimPersonReader(
  identifier: ScimSourceSettings['identifier'],
  problems: Problems,
  more: ScimSourceSettings['more'] = [],
): (user: ScimUser) => ScimPerson {
  const named = (path: string) => ({ name: path, path: parsePath(path) })
  const tried = personAttributes.flatMap((attribute) =>
    attribute === 'active'
      ? []
      : [{ attribute, paths: (attribute === 'externalId' ? [identifier] : paths[attribute]).map(named) }],
  )
  const further = more.map(named)
  const keptOf = (user: ScimUser, who: string): Person['more'] => {
    let kept: Person['more']
    for (const { name, path } of further) {
      const text = usable(joined(textsOf(readPath(user, path))), null, name, who, problems)
      if (text === '') continue
      kept ??= {}
      kept[name] = text
    }
    return kept
  }
  return (user) => {
    const who = `“${(user.userName || user.id).slice(0, 80)}”`
    const attributes: Person['attributes'] = {}
    const from: ScimPerson['from'] = {}
    for (const { attribute, paths } of tried) {
      for (const { name, path } of paths) {
        const text = usable(asText(readPath(user, path)), attribute, name, who, problems)
        if (text === '') continue
        attributes[attribute] = text
        from[attribute] = name
        break
      }
    }
    const person: Person = { key: keyOf(attributes) ?? user.id, line: null, active: user.active, attributes }
    const kept = keptOf(user, who)
    if (kept !== undefined) person.more = kept
    return { person, who, from }
  }
}

const asText = (value: Json): string =>
  typeof value === 'string' ? trimmed(value) : typeof value === 'number' ? String(value) : ''

/** The texts of a further attribute: of each element of a list its value, else what it shows. */
function textsOf(value: Json): string[] {
  if (value === null) return []
  if (typeof value !== 'object') return [String(value)]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  return textsOf(value.value ?? value.display ?? null)
}

function usable(
  text: string,
  attribute: PersonAttribute | null,
  column: string,
  who: string,
  problems: Problems,
): string {
  if (text === '' || !isOdd(text, attribute)) return text
  return judgeCell(text, attribute, (reason, effect) =>
    problems.add({ line: null, column, severity: 'warning', reason: `${who}: ${reason}`, effect }),
  )
}
