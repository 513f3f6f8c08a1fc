import { z } from 'zod'
import { accountRowSchema } from './account.ts'
import { blockedReasonSchema, changeKindSchema } from './change.ts'

/**
 * What the admin has decided about one person, instead of what matching found.
 * `link`: this account is theirs, whatever identifier and sign-in name say; nobody else can match it.
 * `create`: none of the accounts in `not`, which are those the admin was shown, is theirs. What turns up later is matched
 * as ever, so the account that a push makes is found again.
 * `skip`: the person is left alone.
 */
export const decisionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link'), account: z.string().min(1).max(4096) }),
  z.object({ kind: z.literal('create'), not: z.array(z.string().min(1).max(4096)).max(10_000) }),
  z.object({ kind: z.literal('skip') }),
])
/** See {@link decisionSchema}. What Muster itself decides of a person is a Decision of provisioning/decide.ts. */
export type AdminDecision = z.infer<typeof decisionSchema>

/** A decision that holds, and when it was made, Unix milliseconds. */
export const madeDecisionSchema = z.object({ decision: decisionSchema, at: z.number().int() })
/** See {@link madeDecisionSchema}. */
export type MadeDecision = z.infer<typeof madeDecisionSchema>

/** What leads from a person to an account that could be theirs. An e-mail address is only ever a hint, never a match. */
export const candidateReasons = ['link', 'externalId', 'userName', 'email'] as const
/** See {@link candidateReasons}. */
export type CandidateReason = (typeof candidateReasons)[number]

/** What a push would do for the person after a decision, and all that would still stand against it. */
const effectSchema = z.object({ would: changeKindSchema, blocked: z.array(blockedReasonSchema) })
/** See {@link candidatesSchema}. */
export type Effect = z.infer<typeof effectSchema>

/** An account that could be a person's, held against the person. */
export const candidateSchema = z.object({
  account: accountRowSchema.omit({ person: true }),
  why: z.array(z.enum(candidateReasons)),
  /** Other people who match it, or whom the admin has linked to it; at most twenty. */
  claimedBy: z.array(
    z.object({ id: z.number().int(), name: z.string(), line: z.number().int().nullable(), linked: z.boolean() }),
  ),
  /** Attribute by attribute, in the mapping's order: what the person has, what the account has. */
  compared: z.array(
    z.object({ path: z.string(), person: z.string(), account: z.string().nullable(), same: z.boolean() }),
  ),
  /** What linking to it would do; null while another person is linked to it, so that it can't be done. */
  link: effectSchema.nullable(),
})
/** See {@link candidateSchema}. */
export type Candidate = z.infer<typeof candidateSchema>

/** Everything the admin needs to decide about one person. */
export const candidatesSchema = z.object({
  name: z.string(),
  /** The decision that holds now; null when there is none. */
  decided: madeDecisionSchema.nullable(),
  /** Most likely first, at most twenty. */
  candidates: z.array(candidateSchema),
  /** How many more there are. */
  more: z.number().int(),
  /** What making a new account would do. */
  create: effectSchema,
})
/** See {@link candidatesSchema}. */
export type Candidates = z.infer<typeof candidatesSchema>
