import type { SchemaAttribute, UserSchema } from '../model/service-schema.ts'
import type { ScimPath } from './path.ts'

/** What a service says of the attribute at a path; `not-described` where it neither defines it nor rules it out. */
export function lookUpAttribute(
  { schema: urn, attribute, sub }: ScimPath,
  schema: UserSchema,
): SchemaAttribute | 'not-defined' | 'not-described' {
  const holder = schema.schemas.find((one) => (urn === null ? one.core : isNamed(one.urn, urn)))
  if (holder === undefined) return schema.whole ? 'not-defined' : 'not-described'
  const { attributes } = holder
  if (attributes === null) return 'not-described'
  const whole = attributes.find(({ name }) => isNamed(name, attribute))
  if (whole === undefined) return 'not-defined'
  const parts = attributes.filter(({ name }) => name.toLowerCase().startsWith(`${attribute.toLowerCase()}.`))
  const found = sub === null ? whole : parts.find(({ name }) => isNamed(name, `${attribute}.${sub}`))
  // A complex attribute without any part is one whose parts are not described.
  return found ?? (parts.length > 0 ? 'not-defined' : whole)
}

/** Whether two names of attributes or schemas are the same (RFC 7643 section 2.1). */
export const isNamed = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
