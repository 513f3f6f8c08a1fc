import SCIMMY from 'scimmy'
import type { Json, JsonObject } from '../../../shared/model/json.ts'
import { Refusal } from './refusal.ts'

/** The kinds of resource that K2 has. */
export type Kind = 'User' | 'Group'

/** URN of the extension with department, manager and the like (RFC 7643 section 4.3). */
export const enterpriseUrn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

/** URN of an extension of the tenant's own, which the switch `custom-schema` turns on. */
export const customUrn = 'urn:ietf:params:scim:schemas:extension:contoso:2.0:User'
const custom = new SCIMMY.Types.SchemaDefinition('HrUser', customUrn, 'What Contoso keeps of its people', [
  new SCIMMY.Types.Attribute('string', 'costCenter'),
  new SCIMMY.Types.Attribute('integer', 'level'),
  new SCIMMY.Types.Attribute('boolean', 'remote'),
  new SCIMMY.Types.Attribute('string', 'badge', { mutable: false, direction: 'out' }),
])

SCIMMY.Schemas.User.definition.extend(SCIMMY.Schemas.EnterpriseUser.definition).extend(custom)

/** The schemas by the kind of resource they describe; the enterprise extension is part of User. */
const definitions = { User: SCIMMY.Schemas.User.definition, Group: SCIMMY.Schemas.Group.definition }
/** Every schema with its own description, as `/Schemas` lists them. */
export const describedSchemas = [definitions.User, definitions.Group, SCIMMY.Schemas.EnterpriseUser.definition, custom]
/** URN of the schema of each kind. */
export const coreUrns: Readonly<Record<Kind, string>> = { User: definitions.User.id, Group: definitions.Group.id }

/** What the service needs to know of one attribute. */
export interface AttributeFacts {
  /** The name as the schema writes it. */
  readonly name: string
  readonly multiValued: boolean
  readonly complex: boolean
  readonly readOnly: boolean
  /** By lower-case name. */
  readonly subAttributes: ReadonlyMap<string, AttributeFacts>
}

type Definition = typeof definitions.User
type Attribute = InstanceType<typeof SCIMMY.Types.Attribute>

function factsOf(attributes: readonly unknown[]): Map<string, AttributeFacts> {
  const facts = new Map<string, AttributeFacts>()
  for (const attribute of attributes) {
    if (!(attribute instanceof SCIMMY.Types.Attribute)) continue
    facts.set(attribute.name.toLowerCase(), {
      name: attribute.name,
      multiValued: attribute.config.multiValued === true,
      complex: String(attribute.type) === 'complex',
      readOnly: attribute.config.mutable === false || attribute.config.direction === 'out',
      subAttributes: factsOf(subAttributesOf(attribute)),
    })
  }
  return facts
}

const subAttributesOf = (attribute: Attribute): readonly unknown[] => attribute.subAttributes ?? []

const describeKind = (definition: Definition) => {
  const facts = factsOf(definition.attributes)
  const extensions = definition.attributes.filter((one) => one instanceof SCIMMY.Types.SchemaDefinition)
  return {
    attributes: facts,
    extensions: new Map(extensions.map((extension) => [extension.id.toLowerCase(), extension.id])),
    extensionAttributes: new Map(extensions.map((extension) => [extension.id, factsOf(extension.attributes)])),
  }
}

const kinds = { User: describeKind(definitions.User), Group: describeKind(definitions.Group) }

/** The attributes of a kind by lower-case name; `extension` is the URN of one, null for the core schema. */
export function attributesOf(kind: Kind, extension: string | null): ReadonlyMap<string, AttributeFacts> {
  return (extension === null ? kinds[kind].attributes : kinds[kind].extensionAttributes.get(extension)) ?? new Map()
}

/** The extension of a kind that a URN names, whatever its case, as the schema writes it. */
export const extensionOf = (kind: Kind, urn: string): string | undefined =>
  kinds[kind].extensions.get(urn.toLowerCase())

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Copies a value without nulls and empty lists, which both mean “no value” (RFC 7643 section 2.5). */
function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.filter((one) => one !== null).map(withoutNulls)
  if (!isObject(value)) return value
  const kept: JsonObject = {}
  for (const [key, one] of Object.entries(value)) {
    if (one === null || (Array.isArray(one) && one.length === 0)) continue
    kept[key] = withoutNulls(one)
  }
  return kept
}

function refuseUnknown(kind: Kind, resource: JsonObject): void {
  const check = (object: JsonObject, known: ReadonlyMap<string, AttributeFacts>, where: string) => {
    for (const [key, value] of Object.entries(object)) {
      const facts = known.get(key.toLowerCase())
      if (!facts) throw new Refusal(400, `Attribute ${where}${key} is not defined.`, 'invalidSyntax')
      if (!facts.complex) continue
      for (const one of Array.isArray(value) ? value : [value]) {
        if (isObject(one)) check(one, facts.subAttributes, `${where}${key}.`)
      }
    }
  }
  for (const [key, value] of Object.entries(resource)) {
    const extension = extensionOf(kind, key)
    if (extension === undefined) check({ [key]: value }, attributesOf(kind, null), '')
    else if (isObject(value)) check(value, attributesOf(kind, extension), `${extension}:`)
  }
}

function refuseTwoPrimaries(resource: JsonObject): void {
  for (const [name, value] of Object.entries(resource)) {
    if (!Array.isArray(value)) continue
    if (value.filter((one) => isObject(one) && one.primary === true).length > 1) {
      throw new Refusal(400, `Attribute ${name} has more than one primary value.`, 'invalidValue')
    }
  }
}

/**
 * A resource as it came, checked against the real schema and brought to the schema's spelling; attributes that the
 * client may not set (`id`, `meta`, `groups`) and unknown ones are left out.
 * @throws Refusal 400 when the resource breaks its schema.
 */
export function validate(
  kind: Kind,
  resource: JsonObject,
  rules: { refuseUnknown: boolean; custom: boolean },
): JsonObject {
  if (rules.refuseUnknown) refuseUnknown(kind, resource)
  const given = withoutNulls(resource)
  if (!isObject(given)) throw new Refusal(400, 'The body is not a resource.', 'invalidSyntax')
  if (!rules.custom && Object.keys(given).some((key) => extensionOf(kind, key) === customUrn)) {
    throw new Refusal(400, `The schema ${customUrn} is not supported.`, 'invalidSyntax')
  }
  const { schemas } = given
  if (!Array.isArray(schemas) || !schemas.includes(coreUrns[kind])) {
    throw new Refusal(400, `The schemas do not include ${coreUrns[kind]}.`, 'invalidSyntax')
  }
  for (const urn of schemas) {
    const extension = extensionOf(kind, String(urn))
    if (urn !== coreUrns[kind] && (extension === undefined || (extension === customUrn && !rules.custom))) {
      throw new Refusal(400, `The schema ${String(urn)} is not supported.`, 'invalidSyntax')
    }
  }
  let coerced: JsonObject
  try {
    // A round trip, because scimmy wraps lists in proxies that are slow to read.
    coerced = JSON.parse(JSON.stringify(definitions[kind].coerce(given, 'in')))
  } catch (error) {
    throw new Refusal(400, error instanceof Error ? error.message : 'The resource is not valid.', 'invalidValue')
  }
  for (const name of ['id', 'meta', 'password']) delete coerced[name]
  if (coerced.externalId === undefined && typeof given.externalId === 'string') coerced.externalId = given.externalId
  if (kind === 'User' && String(coerced.userName).trim() === '') {
    throw new Refusal(400, 'userName is empty.', 'invalidValue')
  }
  refuseTwoPrimaries(coerced)
  return coerced
}
