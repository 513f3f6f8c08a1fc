import { furtherName } from '../model/attribute-name.ts'
import type { Json } from '../model/json.ts'
import type { PersonAttribute } from '../model/person.ts'
import { memberOf } from '../scim/group.ts'
import { t, texts } from './text.ts'

/** What the attributes of a person are called on screens. */
export const personAttributeWords: Record<PersonAttribute, string> = texts({
  externalId: 'Identifier',
  userName: 'Sign-in name',
  displayName: 'Display name',
  givenName: 'First name',
  familyName: 'Last name',
  email: 'E-mail',
  title: 'Title',
  department: 'Department',
  company: 'Company',
  organizationalUnit: 'Organisational unit',
  employeeNumber: 'Employee number',
  manager: 'Manager',
  phone: 'Phone',
  mobile: 'Mobile',
  office: 'Office',
  street: 'Street',
  city: 'City',
  region: 'Region',
  postalCode: 'Postal code',
  country: 'Country',
  userType: 'User type',
  active: 'Active',
})

/** What any attribute of a person is called, by its name as `attributeNameSchema` has it; a further one by the source's own name. */
export function attributeTitle(name: string): string {
  const known: Readonly<Record<string, string | undefined>> = personAttributeWords
  return furtherName(name) ?? known[name] ?? name
}

/** SCIM attributes that are called otherwise than a person's attribute of the same name. */
const scimWords: Readonly<Record<string, string | undefined>> = texts({
  'name.givenname': 'First name',
  'name.familyname': 'Last name',
  'name.formatted': 'Full name',
  organization: 'Company',
  'manager.value': 'Manager',
  'emails[work]': 'E-mail',
  'emails[work].primary': 'Main e-mail',
  'phonenumbers[work]': 'Phone',
  'phonenumbers[mobile]': 'Mobile',
  'addresses[work].streetaddress': 'Street',
  'addresses[work].locality': 'City',
  'addresses[work].region': 'Region',
  'addresses[work].postalcode': 'Postal code',
  'addresses[work].country': 'Country',
  preferredlanguage: 'Language',
  nickname: 'Nickname',
})

const personAttributes = new Map(
  (Object.keys(personAttributeWords) as PersonAttribute[]).map((name) => [name.toLowerCase(), name]),
)

/**
 * A SCIM attribute path as people write it: `emails[type eq "work"].value` → `emails[work]`, and without the URN of its
 * schema (RFC 7644 section 3.10).
 */
export function shortPath(path: string): string {
  // The id of a member says nothing to anybody; the name stands beside it.
  if (memberOf(path) !== null) return 'member'
  const inner = path.startsWith('urn:') ? path.replace(/^urn:(?:[^:[]+:)+/i, '') : path
  return inner.replace(/\[\s*type\s+eq\s+"([^"]*)"\s*\]/gi, '[$1]').replace(/\]\.value$/i, ']')
}

/** What an attribute is called on screens; its short path where it has no other name. */
export function attributeWords(path: string): string {
  if (memberOf(path) !== null) return t('Member')
  const short = shortPath(path)
  const name = short.toLowerCase()
  const person = personAttributes.get(name)
  return scimWords[name] ?? (person ? personAttributeWords[person] : short)
}

/** A value as text. Null, and so an absent attribute, is an empty text. */
export function valueText(value: Json): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? t('Yes') : t('No')
  if (Array.isArray(value)) return value.map(elementText).join(', ')
  if (typeof value === 'object' && 'value' in value) return elementText(value)
  return typeof value === 'number' ? String(value) : JSON.stringify(value)
}

/** An element of a multi-valued attribute: its value, and its type where it has one: `ada@contoso.example (work)`. */
function elementText(element: Json): string {
  if (element === null || typeof element !== 'object' || Array.isArray(element)) return valueText(element)
  const { value, type } = element
  if (typeof value !== 'string') return JSON.stringify(element)
  return typeof type === 'string' ? `${value} (${type})` : value
}

/** A value as the service has it: `true`, not “Yes”. */
export const rawText = (value: Json): string => (typeof value === 'boolean' ? String(value) : valueText(value))
