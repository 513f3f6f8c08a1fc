import { z } from 'zod'
import { personAttributes } from './person.ts'

/** One attribute of a person and what it was read from. */
export const readAttributeSchema = z.object({
  attribute: z.enum(personAttributes),
  /** The source’s own name of it: `sAMAccountName`, `name.givenName`. */
  from: z.string(),
  /** How many people have it. */
  filled: z.number().int(),
  /** The first value found, cut to 80 characters. */
  example: z.string().nullable(),
})
/** See {@link readAttributeSchema}. */
export type ReadAttribute = z.infer<typeof readAttributeSchema>

/** A further attribute that the admin has the source keep, under the source’s own name. */
export const keptAttributeSchema = readAttributeSchema
  .omit({ attribute: true, from: true })
  .extend({ name: z.string() })
/** See {@link keptAttributeSchema}. */
export type KeptAttribute = z.infer<typeof keptAttributeSchema>

const shared = {
  /** Host of the server. */
  name: z.string(),
  attributes: z.array(readAttributeSchema),
  /** All that are kept, also those that nobody has. */
  more: z.array(keptAttributeSchema).default([]),
  /** What the source gave, people or not. */
  entries: z.number().int(),
  people: z.number().int(),
  /** Groups that at least one person is in; null when groups were not asked for, or the source tells of none. */
  groups: z.number().int().nullable(),
  problems: z.number().int(),
  /** Unix milliseconds. */
  readAt: z.number().int(),
}

/** Which kind of directory a server was recognised as: its attributes and the default mapping follow from it. */
export const directoryProducts = ['active-directory', 'ldap'] as const

/** What was read from a directory over LDAP. */
export const ldapSummarySchema = z.object({
  kind: z.literal('ldap'),
  product: z.enum(directoryProducts),
  /** The server’s own name of itself, else what its answers fit: `Active Directory`, `OpenLDAP`, `LDAP directory`. */
  software: z.string(),
  base: z.string(),
  filter: z.string(),
  ...shared,
})
/** See {@link ldapSummarySchema}. */
export type LdapSummary = z.infer<typeof ldapSummarySchema>

/** What was read from a SCIM 2.0 service. */
export const scimSummarySchema = z.object({
  kind: z.literal('scim'),
  product: z.literal('scim'),
  filter: z.string(),
  ...shared,
})
/** See {@link scimSummarySchema}. */
export type ScimSummary = z.infer<typeof scimSummarySchema>

/** How far reading, or counting, has come. `of` is null where nobody can tell; bytes of a file, else entries. */
export const readingSchema = z.object({ done: z.number().int(), of: z.number().int().nullable() })
/** See {@link readingSchema}. */
export type Reading = z.infer<typeof readingSchema>
