import { z } from 'zod'
import { blockedReasonSchema, changeKindSchema, changeWarningSchema, diffSchema, matchReasonSchema } from './change.ts'
import { madeDecisionSchema } from './decision.ts'
import { membershipSchema } from './group.ts'
import { unplannedSchema } from './service-schema.ts'

/**
 * The attributes every source is normalised to, in the order screens show them.
 * `externalId` is the source's own stable identifier (objectGUID, Entra object id, employee number …).
 * `manager` is a reference to another person of the same source: their key, sign-in name or distinguished name.
 * `organizationalUnit` is a path from the top, as Google writes it: `/Sales/East`. A stroke that belongs to a name has a
 * backslash in front (`/R\/D`), so that whoever is below a unit has its path and `/` in front of theirs.
 */
export const personAttributes = [
  'externalId',
  'userName',
  'displayName',
  'givenName',
  'familyName',
  'email',
  'title',
  'department',
  'company',
  'organizationalUnit',
  'employeeNumber',
  'manager',
  'phone',
  'mobile',
  'office',
  'street',
  'city',
  'region',
  'postalCode',
  'country',
  'userType',
  'active',
] as const
/** See {@link personAttributes}. */
export type PersonAttribute = (typeof personAttributes)[number]

/** A user as a source has it, normalised. Absent attributes are left out, never empty strings. */
export const personSchema = z.object({
  /** Identifies the person within the source across reads: externalId, else the lower-case sign-in name, else the line. */
  key: z.string(),
  /** Line of the file (1-based, the header is line 1), null for sources without lines. */
  line: z.number().int().nullable(),
  /** False when the source has disabled the person. */
  active: z.boolean(),
  /** The attributes other than `active`. */
  attributes: z.partialRecord(z.enum(personAttributes), z.string()),
  /**
   * Further attributes that the admin has the source keep, under the source's own names; absent ones are left out. Several
   * values stand in one text with `; ` between them. No name is one that `whyNotKept` refuses.
   */
  more: z.record(z.string(), z.string()).optional(),
  /** Names of the groups the source has the person in, each once; left out when the source does not tell of groups. */
  groups: z.array(z.string()).optional(),
})
/** See {@link personSchema}. */
export type Person = z.infer<typeof personSchema>

/** Integer id of a person within one connection's roster; stays the same when the person is read again. */
export const personIdSchema = z.number().int().positive()
/** See {@link personIdSchema}. */
export type PersonId = z.infer<typeof personIdSchema>

/**
 * Where a person stands towards K2. `unknown` while the accounts have not been read.
 * `inactive` is a person whom the source has disabled, `left-out` one whom the admin has decided to leave alone.
 */
export const personStates = ['not-in-k2', 'differs', 'in-sync', 'inactive', 'blocked', 'left-out', 'unknown'] as const
/** See {@link personStates}. */
export type PersonState = (typeof personStates)[number]

/** A person in short. */
export const personRowSchema = z.object({
  id: personIdSchema,
  name: z.string(),
  userName: z.string().nullable(),
  email: z.string().nullable(),
  department: z.string().nullable(),
  title: z.string().nullable(),
  state: z.enum(personStates),
  /** How many attributes differ; 0 unless the state is `differs`. */
  differences: z.number().int(),
  /** What a push would do for this person. */
  would: changeKindSchema,
})
/** See {@link personRowSchema}. */
export type PersonRow = z.infer<typeof personRowSchema>

/** One row of the People grid: who it is, where they stand, and the values of the columns that are shown. */
export const listedPersonSchema = personRowSchema.omit({ email: true, department: true, title: true }).extend({
  /** By attribute, as `attributeNameSchema` has it; what the person has no value for is left out. */
  values: z.record(z.string(), z.string()),
})
/** See {@link listedPersonSchema}. */
export type ListedPerson = z.infer<typeof listedPersonSchema>

/** What the side panel shows: the person, the account beside it, why they match and what would change. */
export const personDetailSchema = z.object({
  row: personRowSchema,
  line: z.number().int().nullable(),
  active: z.boolean(),
  attributes: personSchema.shape.attributes,
  /** Further attributes that the source keeps. */
  more: personSchema.shape.more,
  match: matchReasonSchema,
  /** The matched account: its id and its attributes by SCIM path, as text. */
  account: z.object({ id: z.string(), attributes: z.record(z.string(), z.string()) }).nullable(),
  /** What would change. */
  diff: z.array(diffSchema),
  /** SCIM paths whose values are equal on both sides, with the value as text. */
  same: z.array(z.object({ path: z.string(), value: z.string() })),
  /** What the source has and the service's schema keeps from being pushed, with the value as text. */
  unplanned: z.array(unplannedSchema.extend({ value: z.string() })),
  blocked: z.array(blockedReasonSchema),
  /** Memberships of groups that would change. */
  memberships: z.array(membershipSchema),
  /** What to look at before pushing the person; of somebody who is blocked, nothing is pushed. */
  warnings: z.array(changeWarningSchema),
  /** What the admin has decided about the person; null when nothing. */
  decided: madeDecisionSchema.nullable(),
  /** The last run that pushed this person, null when there was none. */
  lastPush: z.object({ runId: z.string(), at: z.number().int(), outcome: z.string() }).nullable(),
})
/** See {@link personDetailSchema}. */
export type PersonDetail = z.infer<typeof personDetailSchema>

/** Somebody whom the source no longer has, but had at the reading before. */
export const gonePersonSchema = z.object({ id: personIdSchema, name: z.string(), userName: z.string().nullable() })
/** See {@link gonePersonSchema}. */
export type GonePerson = z.infer<typeof gonePersonSchema>

/** How many are new, changed and gone since the reading before the last; null when there was only one. */
export const sinceCountsSchema = z
  .object({ new: z.number().int(), changed: z.number().int(), gone: z.number().int() })
  .nullable()
/** See {@link sinceCountsSchema}. */
export type SinceCounts = z.infer<typeof sinceCountsSchema>
