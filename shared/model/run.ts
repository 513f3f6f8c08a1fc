import { z } from 'zod'
import { failureSchema } from '../errors.ts'
import { changeKindSchema, diffSchema } from './change.ts'
import { connectionIdSchema } from './connection.ts'
import { kindCountsSchema, planIdSchema } from './plan.ts'

/** Id of a run: the id of its plan. A plan is pushed at most once, so a run needs no name of its own. */
export const runIdSchema = planIdSchema

/** What a run is doing. The two waits end by themselves; `paused` and `stopped` were asked for. */
export const runStatuses = [
  'running',
  'paused',
  'waiting-for-sign-in',
  'waiting-for-network',
  'stopping',
  'stopped',
  'done',
] as const
/** See {@link runStatuses}. */
export type RunStatus = (typeof runStatuses)[number]

/**
 * What became of one change. `stale`: the account changed after the review, nothing was sent.
 * `not-sent`: the run was stopped before it.
 */
export const outcomes = ['waiting', 'under-way', 'done', 'failed', 'stale', 'not-sent'] as const
/** See {@link outcomes}. */
export type Outcome = (typeof outcomes)[number]

/** A number for each outcome. */
export const outcomeCountsSchema = z.record(z.enum(outcomes), z.number().int())
/** See {@link outcomeCountsSchema}. */
export type OutcomeCounts = z.infer<typeof outcomeCountsSchema>

/** One run without its changes. */
export const runSummarySchema = z.object({
  id: runIdSchema,
  connection: connectionIdSchema,
  planHash: z.string(),
  status: z.enum(runStatuses),
  /** Name of the admin who pushed. */
  by: z.string(),
  startedAt: z.number().int(),
  endedAt: z.number().int().nullable(),
  total: z.number().int(),
  kinds: kindCountsSchema,
  outcomes: outcomeCountsSchema,
  /** The run this one undoes. */
  undoes: z.string().nullable(),
  /** The run that undid this one. */
  undoneBy: z.string().nullable(),
  /** The last verification: how many changes were read back, and how many are as intended or gone as intended. */
  verified: z
    .object({
      at: z.number().int(),
      checked: z.number().int(),
      asIntended: z.number().int(),
      pending: z.number().int(),
      /** Memberships beyond what the service shows of a group: nobody can tell. */
      unseen: z.number().int(),
      /** Accounts that the service said it deleted and still has, inactive; in none of the other numbers but `checked`. */
      keptInactive: z.number().int().default(0),
    })
    .nullable(),
})
/** See {@link runSummarySchema}. */
export type RunSummary = z.infer<typeof runSummarySchema>

/** One change of a run, as the outcome list shows it. */
export const runChangeSchema = z.object({
  id: z.number().int().positive(),
  kind: changeKindSchema,
  resource: z.enum(['User', 'Group']),
  name: z.string(),
  userName: z.string().nullable(),
  accountId: z.string().nullable(),
  outcome: z.enum(outcomes),
  /** HTTP status of the last reply. */
  status: z.number().int().nullable(),
  attempts: z.number().int(),
  /** Milliseconds from the first request to the last reply. */
  duration: z.number().int().nullable(),
  /** What is going on, one short text: `asked to wait 3 s, second try`, `looked up after a restart: already there`. */
  note: z.string().nullable(),
  failure: failureSchema.nullable(),
  /** After a conflict: the account that has the sign-in name, offered as a match until the admin has decided about it. */
  offer: z
    .object({ accountId: z.string(), userName: z.string(), active: z.boolean(), externalId: z.string().nullable() })
    .nullable(),
  /** After verification: attributes that are not as intended; empty when all are, null when not checked. */
  drift: z.array(diffSchema).nullable(),
})
/** See {@link runChangeSchema}. */
export type RunChange = z.infer<typeof runChangeSchema>

/**
 * One request and its reply, redacted, as evidence of what was sent. Of a change that shared a Bulk request with others, it
 * holds its own part alone: `path` ends in `/Bulk`, `method` is what the operation asks for, the bodies are the operation
 * and what the reply says of it, and `status` is the operation's own.
 */
export const exchangeSchema = z.object({
  at: z.number().int(),
  attempt: z.number().int(),
  method: z.string(),
  /** Path with the path token redacted. */
  path: z.string(),
  /** How many changes the Bulk request carried; left out where the change had a request of its own. */
  bulk: z.number().int().min(1).optional(),
  requestBody: z.string().nullable(),
  /** Null when no reply came, or a Bulk reply did not mention the change. */
  status: z.number().int().nullable(),
  /** Cut to 4,000 characters. */
  responseBody: z.string().nullable(),
  /** Milliseconds. */
  duration: z.number().int().nullable(),
})
/** See {@link exchangeSchema}. */
export type Exchange = z.infer<typeof exchangeSchema>

/** One change of a run with everything kept about it. */
export const runChangeDetailSchema = z.object({
  change: runChangeSchema,
  /** The person it is about; null for an account that nobody of the source has. */
  personId: z.number().int().nullable(),
  diff: z.array(diffSchema),
  exchanges: z.array(exchangeSchema),
})
/** See {@link runChangeDetailSchema}. */
export type RunChangeDetail = z.infer<typeof runChangeDetailSchema>

/** Sent at most ten times a second while a run goes on. */
export const runProgressSchema = z.object({
  run: runSummarySchema,
  /** Changes ended a second, over the last five seconds. */
  rate: z.number(),
  /** Seconds; null while nobody can tell. */
  secondsLeft: z.number().int().nullable(),
  /** The changes whose outcome is new since the last event, at most 200, newest last. */
  latest: z.array(runChangeSchema),
})
/** See {@link runProgressSchema}. */
export type RunProgress = z.infer<typeof runProgressSchema>

/** What to show of a run's changes. */
export const runQuerySchema = z.object({
  search: z.string().max(200),
  /** `drifted`: not as intended when read back. `pending`: accepted, and not to be seen when read back. */
  show: z.enum(['all', 'failed', 'stale', 'done', 'drifted', 'pending', 'waiting', 'not-sent']),
})
/** See {@link runQuerySchema}. */
export type RunQuery = z.infer<typeof runQuerySchema>

/** A run that a search has found: by its own words, or by whom it changed. */
export const foundRunSchema = z.object({
  run: runIdSchema,
  /** Changes of it that are about somebody the search names. */
  hits: z.number().int(),
  /** What to look for inside the run to see just those; empty when there are none. */
  within: z.string(),
})
/** See {@link foundRunSchema}. */
export type FoundRun = z.infer<typeof foundRunSchema>
