import type { SchemaAttribute, UserSchema } from '../model/service-schema.ts'
import { enterpriseUserUrn } from '../scim/urn.ts'

/** Attributes that a mapping never fills: the service alone writes them, or they are asked for elsewhere. */
const never = ['id', 'schemas', 'meta', 'groups', 'password', 'x509certificates']
/** Kinds of element that people keep, by attribute. */
const types: Readonly<Record<string, readonly string[]>> = {
  emails: ['work', 'home'],
  phonenumbers: ['work', 'mobile', 'home', 'fax'],
  addresses: ['work', 'home'],
}

/** What can be filled on a service that says nothing of its attributes: what RFC 7643 sections 4.1 and 4.3 know. */
const usual: readonly string[] = [
  ...['userName', 'externalId', 'displayName', 'nickName', 'title', 'userType', 'preferredLanguage', 'locale'],
  ...['timezone', 'profileUrl', 'active', 'name.givenName', 'name.familyName', 'name.middleName', 'name.formatted'],
  ...['emails[type eq "work"].value', 'emails[type eq "work"].primary', 'phoneNumbers[type eq "work"].value'],
  'phoneNumbers[type eq "mobile"].value',
  ...['streetAddress', 'locality', 'region', 'postalCode', 'country'].map(
    (part) => `addresses[type eq "work"].${part}`,
  ),
  ...['employeeNumber', 'costCenter', 'organization', 'division', 'department', 'manager.value'].map(
    (name) => `${enterpriseUserUrn}:${name}`,
  ),
]

/** The paths that a mapping can fill, as far as the service says; null where it says nothing. In the order of its schemas. */
export function targetsOf(schema: UserSchema | null): string[] {
  if (schema === null) return [...usual]
  const all = schema.schemas.flatMap(({ core, urn, attributes }) =>
    pathsOf(attributes ?? []).map((path) => (core ? path : `${urn}:${path}`)),
  )
  // In no schema (RFC 7643 section 3.1), and always there.
  return [...new Set(['userName', 'externalId', ...all])]
}

function pathsOf(attributes: readonly SchemaAttribute[]): string[] {
  return attributes.flatMap(({ name, multiValued, mutability }) => {
    if (name.includes('.') || never.includes(name.toLowerCase()) || mutability === 'readOnly') return []
    const parts = attributes.filter((part) => part.name.startsWith(`${name}.`) && part.mutability !== 'readOnly')
    if (parts.length === 0) return [name]
    const subs = parts.map((part) => part.name.slice(name.length + 1))
    if (!multiValued) return subs.filter((sub) => sub !== '$ref').map((sub) => `${name}.${sub}`)
    const shown = subs.filter((sub) => !['type', 'display', '$ref'].includes(sub))
    return (types[name.toLowerCase()] ?? ['work']).flatMap((type) =>
      shown.map((sub) => `${name}[type eq "${type}"].${sub}`),
    )
  })
}
