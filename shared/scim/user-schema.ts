import type { Json, JsonObject } from '../model/json.ts'
import { type AccountSchema, attributeTypes, type SchemaAttribute, type UserSchema } from '../model/service-schema.ts'
import { flagOf } from './messages.ts'
import { attributeOf, isJsonObject } from './path.ts'
import type { ScimPage } from './schemas.ts'
import { userUrn } from './urn.ts'

/** Schemas, and attributes of one, beyond which a description is not a description any more. */
const most = { schemas: 50, attributes: 1000, letters: 200 }

/** What a service says of its kinds of resource (RFC 7643 section 6). */
export interface ResourceTypes {
  /** URN of the core schema of accounts, and the extensions they may or must have. */
  readonly user: { readonly core: string; readonly extensions: ReadonlyMap<string, boolean> } | null
  readonly hasGroups: boolean
}

/** Reads the resource types; null where none of them can be understood. */
export function resourceTypesOf({ resources }: ScimPage<JsonObject>): ResourceTypes | null {
  const endpoints = resources.map((type) => [textAt(type, 'endpoint')?.toLowerCase() ?? '', type] as const)
  const at = (name: RegExp) => endpoints.find(([endpoint]) => name.test(endpoint))?.[1]
  const user = at(/(^|\/)users\/?$/)
  if (endpoints.every(([endpoint]) => endpoint === '')) return null
  const core = user === undefined ? null : textAt(user, 'schema')
  const listed = user === undefined ? null : attributeOf(user, 'schemaExtensions')
  const extensions = new Map<string, boolean>()
  for (const one of Array.isArray(listed) ? listed : []) {
    const urn = isJsonObject(one) ? textAt(one, 'schema') : null
    if (urn !== null && isJsonObject(one)) extensions.set(urn, flagAt(one, 'required') === true)
  }
  return { user: core === null ? null : { core, extensions }, hasGroups: at(/(^|\/)groups\/?$/) !== undefined }
}

/**
 * Reads what a service says of the attributes of its accounts (RFC 7643 section 7), whatever else it describes. Null where
 * the core schema is missing, has no userName, or is of a size that nobody can mean: nothing follows from those.
 * @param types null where the service does not describe its resource types.
 */
export function userSchemaOf(
  { resources, notes, totalResults }: ScimPage<JsonObject>,
  types: ResourceTypes | null,
): UserSchema | null {
  if (resources.length > most.schemas) return null
  const user = types?.user ?? null
  const described = new Map<string, SchemaAttribute[] | null>()
  for (const schema of resources) {
    const urn = textAt(schema, 'id')
    if (urn !== null) described.set(urn.toLowerCase(), attributesOf(attributeOf(schema, 'attributes')))
  }
  const coreUrn = [user?.core ?? userUrn, userUrn].find((urn) => described.has(urn.toLowerCase())) ?? userUrn
  const core = described.get(coreUrn.toLowerCase()) ?? null
  if (core === null || !core.some(({ name }) => name.toLowerCase() === 'username')) return null
  // Resource types that leave out an extension which is described are sloppy more often than right.
  const named = [...(user?.extensions ?? [])]
  const known = new Set(named.map(([urn]) => urn.toLowerCase()))
  const others = extensionUrns(resources, coreUrn).filter((urn) => !known.has(urn.toLowerCase()))
  const extensions = [...named, ...others.map((urn) => [urn, false] as const)]
  const schemas: AccountSchema[] = [
    { urn: coreUrn, core: true, required: true, attributes: core },
    ...extensions.map(([urn, required]) => ({
      urn,
      core: false,
      required,
      attributes: described.get(urn.toLowerCase()) ?? null,
    })),
  ]
  // A list that is cut off, or partly unreadable, says nothing about what is not in it.
  const whole = notes.length === 0 && (totalResults === null || totalResults <= resources.length)
  return { schemas, whole }
}

/** Every schema that is neither of SCIM's own kinds of resource nor a message may be an extension of an account. */
function extensionUrns(resources: readonly JsonObject[], core: string): string[] {
  return resources.flatMap((schema) => {
    const urn = textAt(schema, 'id')
    const isOther = urn === null || urn.toLowerCase() === core.toLowerCase() || /:(core|messages):2\.0:/i.test(urn)
    return isOther ? [] : [urn]
  })
}

/** Null where they are none, or more than anybody can mean. */
function attributesOf(listed: Json): SchemaAttribute[] | null {
  if (!Array.isArray(listed) || listed.length > most.attributes) return null
  const attributes = listed.flatMap((one) => {
    const attribute = isJsonObject(one) ? attributeFrom(one, null) : null
    if (attribute === null || !isJsonObject(one)) return []
    const subs = attributeOf(one, 'subAttributes')
    return [
      attribute,
      ...(Array.isArray(subs) ? subs : []).flatMap((sub) =>
        isJsonObject(sub) ? (attributeFrom(sub, attribute) ?? []) : [],
      ),
    ]
  })
  return attributes.length === 0 || attributes.length > most.attributes ? null : attributes
}

function attributeFrom(raw: JsonObject, parent: SchemaAttribute | null): SchemaAttribute | null {
  const name = textAt(raw, 'name')
  if (name === null) return null
  const said = textAt(raw, 'mutability')?.toLowerCase()
  const hidden = textAt(raw, 'returned')?.toLowerCase() === 'never'
  const named = textAt(raw, 'type')?.toLowerCase()
  const type = attributeTypes.find((one) => one.toLowerCase() === named)
  const own =
    said === 'readonly'
      ? 'readOnly'
      : said === 'writeonly' || hidden
        ? 'writeOnly'
        : said === 'immutable'
          ? 'immutable'
          : 'readWrite'
  return {
    name: parent === null ? name : `${parent.name}.${name}`,
    required: flagAt(raw, 'required') === true,
    // What holds for the whole holds for its parts, where they do not say otherwise.
    mutability: own === 'readWrite' && parent !== null ? parent.mutability : own,
    multiValued: flagAt(raw, 'multiValued') === true,
    ...(type === undefined ? {} : { type }),
    caseExact: flagAt(raw, 'caseExact'),
  }
}

function textAt(object: JsonObject, name: string): string | null {
  const value = attributeOf(object, name)
  return typeof value === 'string' && value.trim() !== '' && value.length <= most.letters ? value.trim() : null
}

const flagAt = (object: JsonObject, name: string): boolean | null => flagOf(attributeOf(object, name))
