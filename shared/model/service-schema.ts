import { z } from 'zod'

/** Kinds of value (RFC 7643 section 2.3). */
export const attributeTypes = [
  'string',
  'boolean',
  'decimal',
  'integer',
  'dateTime',
  'binary',
  'reference',
  'complex',
] as const
/** See {@link attributeTypes}. */
export type AttributeType = (typeof attributeTypes)[number]

/** One attribute of an account, as a service describes it (RFC 7643 section 7). */
export const schemaAttributeSchema = z.object({
  /** Name within its schema, a sub-attribute behind a dot: `name.givenName`. */
  name: z.string(),
  required: z.boolean(),
  /** `immutable` can be set on create only; `writeOnly` is never shown, so it can't be compared. */
  mutability: z.enum(['readWrite', 'readOnly', 'immutable', 'writeOnly']),
  multiValued: z.boolean(),
  /** Left out where the service does not say, or names one that is not SCIM's. */
  type: z.enum(attributeTypes).optional(),
  /** Whether upper and lower case count; null where the service does not say. */
  caseExact: z.boolean().nullable(),
})
/** See {@link schemaAttributeSchema}. */
export type SchemaAttribute = z.infer<typeof schemaAttributeSchema>

/** One schema of an account: the core one, or an extension. */
const accountSchemaSchema = z.object({
  urn: z.string(),
  core: z.boolean(),
  /** Every account has to hold something of it. */
  required: z.boolean(),
  /** Null where the service has the schema and does not describe it. */
  attributes: z.array(schemaAttributeSchema).nullable(),
})
/** See {@link accountSchemaSchema}. */
export type AccountSchema = z.infer<typeof accountSchemaSchema>

/** What a service says of the attributes of an account: the core schema, which it always describes, and the extensions. */
export const userSchemaSchema = z.object({
  schemas: z.array(accountSchemaSchema),
  /** Whether an extension that is not among them certainly does not exist. */
  whole: z.boolean(),
})
/** See {@link userSchemaSchema}. */
export type UserSchema = z.infer<typeof userSchemaSchema>

/** A rule of the mapping that the service's schema speaks against, so that it is not pushed, or not always. */
export const unplannedSchema = z.object({
  /** SCIM attribute path, see Diff. */
  path: z.string(),
  /** `not-defined`, `read-only`: never pushed. `create-only`: only for new accounts. */
  why: z.enum(['not-defined', 'read-only', 'create-only']),
})
/** See {@link unplannedSchema}. */
export type Unplanned = z.infer<typeof unplannedSchema>
