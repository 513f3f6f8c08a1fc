import { z } from 'zod'
import {
  blockedReasonSchema,
  changeKindSchema,
  changeReasonSchema,
  changeWarningSchema,
  diffSchema,
  matchReasonSchema,
} from './change.ts'
import { connectionIdSchema, safetyLimitsSchema } from './connection.ts'
import { groupProblemSchema } from './group.ts'
import { personIdSchema } from './person.ts'

/** How long a plan may be pushed after it was frozen, in milliseconds. */
export const planLifetime = 15 * 60_000

/** First six hex digits of a random id, as people read it out: `7f3a91`. */
export const planIdSchema = z.string().regex(/^[0-9a-f]{6,32}$/)

/**
 * One change of a plan, as Review lists it. The diff of a membership has one line a member: path
 * `members[value eq "account id"]`, and the member's name before or after. A member whose account this plan makes stands in it as
 * `new:` and the person's id.
 */
export const changeSchema = z.object({
  /** 1-based position in the plan. */
  id: z.number().int().positive(),
  kind: changeKindSchema,
  resource: z.enum(['User', 'Group']),
  /** 1: accounts. 2: managers, once both accounts exist, and new groups. 3: group membership. */
  pass: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  personId: personIdSchema.nullable(),
  /** The account or group it is for; null for a create, and for members of a group that this plan makes. */
  accountId: z.string().nullable(),
  /** Number of the change that makes the group, where this plan makes it. Null everywhere else. */
  group: z.number().int().positive().nullable(),
  /** Of the account or group. */
  name: z.string(),
  userName: z.string().nullable(),
  match: matchReasonSchema,
  reason: changeReasonSchema,
  diff: z.array(diffSchema),
  warnings: z.array(changeWarningSchema),
  /** True when the admin has left it out of the push. */
  leftOut: z.boolean(),
})
/** See {@link changeSchema}. */
export type Change = z.infer<typeof changeSchema>

/** A person or an account that was picked and for which nothing can be done, and why. */
export const blockedEntrySchema = z.object({
  /** The person; of an account, the one who has it, null where nobody does. */
  personId: personIdSchema.nullable(),
  /** The account that was picked; null where a person was. */
  accountId: z.string().nullable().default(null),
  name: z.string(),
  reasons: z.array(blockedReasonSchema),
})
/** See {@link blockedEntrySchema}. */
export type BlockedEntry = z.infer<typeof blockedEntrySchema>

/** A picked person whom the admin has decided to leave alone. */
export const skippedPersonSchema = z.object({ personId: personIdSchema, name: z.string() })
/** See {@link skippedPersonSchema}. */
export type SkippedPerson = z.infer<typeof skippedPersonSchema>

/** A number for each kind of change. */
export const kindCountsSchema = z.record(changeKindSchema, z.number().int())
/** See {@link kindCountsSchema}. */
export type KindCounts = z.infer<typeof kindCountsSchema>

/** A frozen plan without its changes. `hash` covers every change and what is left out; a push has to name it. */
export const planSummarySchema = z.object({
  id: planIdSchema,
  connection: connectionIdSchema,
  hash: z.string(),
  /** Unix milliseconds. */
  frozenAt: z.number().int(),
  /** Unix milliseconds; after this it cannot be pushed. */
  expiresAt: z.number().int(),
  /** Changes that would be sent, by kind; what is left out is not counted here. */
  counts: kindCountsSchema,
  /** Changes that would be sent. */
  total: z.number().int(),
  leftOut: z.number().int(),
  /** Picked people and accounts for whom nothing has to happen. */
  unchanged: z.number().int(),
  blocked: z.array(blockedEntrySchema),
  /** Groups whose members can't be planned, each with its reason. */
  groupProblems: z.array(groupProblemSchema),
  /** How many of the changes that would be sent are about groups. */
  groupChanges: z.number().int(),
  /** Picked people who are left alone by the admin's decision. */
  skipped: z.array(skippedPersonSchema).default([]),
  /** True once the admin has decided about people after it was frozen: it has to be made anew. An undo never is. */
  outdated: z.boolean().default(false),
  /** How many changes carry each warning. */
  warnings: z.partialRecord(changeWarningSchema, z.number().int()),
  /** Deactivations and deletions in the push, measured against the connection's limits. */
  safety: z.object({
    destructive: z.number().int(),
    /** Null while nobody knows: the service showed only part of its accounts, or they were never read. */
    activeAccounts: z.number().int().nullable(),
    limits: safetyLimitsSchema,
    /** Above a limit, or perhaps above one, or a deletion: the admin has to type this text to push. */
    typeToConfirm: z.string().nullable(),
  }),
  /** The run it undoes, null for an ordinary plan. */
  undoes: z.string().nullable(),
})
/** See {@link planSummarySchema}. */
export type PlanSummary = z.infer<typeof planSummarySchema>
