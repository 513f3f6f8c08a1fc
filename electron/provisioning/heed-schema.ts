import type { Capabilities } from '../../shared/model/capabilities.ts'
import type { BlockedReason } from '../../shared/model/change.ts'
import type { Mapping } from '../../shared/model/mapping.ts'
import type { AccountSchema, SchemaAttribute, Unplanned, UserSchema } from '../../shared/model/service-schema.ts'
import { parsePath, type ScimPath } from '../../shared/scim/path.ts'
import { isNamed, lookUpAttribute } from '../../shared/scim/schema-lookup.ts'
import type { Desired, TypeOf } from './mapping.ts'

/** A mapping as far as the service's schema lets it be pushed. */
export interface Heeded {
  readonly mapping: Mapping
  /** Rules that are not part of `mapping`, or only for new accounts. */
  readonly unplanned: readonly Unplanned[]
  /** Attributes that a new account has to have; `missing` says which of them are not there. */
  readonly missing: (desired: readonly Desired[]) => BlockedReason[]
  /** What kind of value an attribute takes, as far as the schema says. */
  readonly typeOf: TypeOf
}

/**
 * What Muster itself lives by is never left out: a person without them could not be found, or not be deactivated.
 * `externalId` is in no schema anyhow (RFC 7643 section 3.1).
 */
const always = ['username', 'externalid', 'active']
/** Written by the service alone, or told of by a reason of its own. */
const notAsked = ['id', 'schemas', 'meta', 'username', 'externalid']

/** What of a mapping the service's schema lets be pushed. Without a schema to heed, that is all of it. */
export function heedSchema(mapping: Mapping, capabilities: Pick<Capabilities, 'schema' | 'userSchema'> | null): Heeded {
  const schema = capabilities?.schema.value === 'yes' ? capabilities.userSchema : null
  if (schema === null) return { mapping, unplanned: [], missing: () => [], typeOf: () => null }
  const unplanned: Unplanned[] = []
  const rules = mapping.rules.flatMap((rule) => {
    const why = objectionTo(parsePath(rule.to), schema)
    if (why === null || (why === 'create-only' && rule.when === 'create')) return [rule]
    unplanned.push({ path: rule.to, why })
    return why === 'create-only' ? [{ ...rule, when: 'create' as const }] : []
  })
  const typeOf: TypeOf = (path) => {
    const found = lookUpAttribute(path, schema)
    return typeof found === 'string' ? null : (found.type ?? null)
  }
  return { mapping: { rules }, unplanned, missing: requiredBy(schema), typeOf }
}

/** What a schema says against setting an attribute; null when nothing. What is not described is not spoken against. */
function objectionTo(path: ScimPath, schema: UserSchema): Unplanned['why'] | null {
  if (path.schema === null && always.includes(path.attribute.toLowerCase())) return null
  const found = lookUpAttribute(path, schema)
  if (found === 'not-described') return null
  return found === 'not-defined' ? found : objectionOf(found)
}

function objectionOf({ mutability }: SchemaAttribute): Unplanned['why'] | null {
  if (mutability === 'readOnly') return 'read-only'
  // What is never shown can't be compared: it would be planned anew for ever.
  return mutability === 'readWrite' ? null : 'create-only'
}

/** Prepares the check of new accounts against what the schema requires. */
function requiredBy({ schemas }: UserSchema): Heeded['missing'] {
  const required = schemas.flatMap((schema) =>
    (schema.attributes ?? [])
      .filter(({ required: is, mutability }) => is && mutability !== 'readOnly')
      .map((attribute) => requirementOf(schema, attribute)),
  )
  if (required.length === 0) return () => []
  return (desired) => {
    // A rule that clears wants nothing to be there.
    const paths = desired.flatMap(({ path, value }) => (value === null ? [] : [parsePath(path)]))
    return required.flatMap((is) => (is.missing(paths) ? [reasonOf(is.path)] : []))
  }
}

const reasonOf = (path: string): BlockedReason => ({ code: 'missing-required', where: path, detail: null })

/** What has to be there for one required attribute. */
function requirementOf({ urn, core, required }: AccountSchema, { name }: SchemaAttribute) {
  const [attribute = '', sub = null] = name.split('.', 2)
  const path = core ? name : `${urn}:${name}`
  const isHeld = (one: ScimPath): boolean => (core ? one.schema === null : isNamed(one.schema ?? '', urn))
  const ofWhole = (one: ScimPath): boolean => isHeld(one) && isNamed(one.attribute, attribute)
  const missing = (paths: readonly ScimPath[]): boolean => {
    if (core && notAsked.includes(attribute.toLowerCase())) return false
    if (sub !== null) {
      // A part is required of every element that is there (RFC 7643 section 7), and of none that is not.
      const elements = Map.groupBy(paths.filter(ofWhole), ({ text, filter }) => (filter ? text.split(']')[0] : ''))
      return [...elements.values()].some((parts) => !parts.some((part) => names(part, sub)))
    }
    const applies = required || paths.some(isHeld)
    return applies && !paths.some(ofWhole)
  }
  return { path, missing }
}

/** Whether a path gives a part: as its own, by its filter, or within the whole. */
function names({ sub, filter }: ScimPath, part: string): boolean {
  if (sub === null) return true
  return isNamed(sub, part) || (filter?.some(({ attribute }) => isNamed(attribute, part)) ?? false)
}
