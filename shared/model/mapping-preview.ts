import { z } from 'zod'
import { mappingSchema } from './mapping.ts'
import { personIdSchema } from './person.ts'

/** The mapping of a connection, and what the editor needs beside it. */
export const mappingStateSchema = z.object({
  /** What is in use. */
  saved: mappingSchema,
  /** What the admin has changed and not saved; null when nothing. Its rules may be half written. */
  draft: mappingSchema.nullable(),
  /** What this source starts with. */
  usual: mappingSchema,
})
/** See {@link mappingStateSchema}. */
export type MappingState = z.infer<typeof mappingStateSchema>

/**
 * What one rule would do to one person's account. `sets`: there is no account, and a new one gets it. `kept`: only filled on
 * create, and the account is there; or the source has disabled the person. `nothing`: the person has nothing, K2's value stays. `waits`: the manager has no account
 * yet. `not-pushed`: the service's schema speaks against it. `invalid`: the rule can't be used, or its value can't.
 */
export const ruleEffects = [
  'same',
  'changes',
  'sets',
  'clears',
  'kept',
  'nothing',
  'waits',
  'not-pushed',
  'invalid',
] as const
/** See {@link ruleEffects}. */
export type RuleEffect = (typeof ruleEffects)[number]

/** What a mapping would do to one person, a value for each rule in their order. Values are text, null where there is none. */
export const mappingPreviewSchema = z.object({
  person: z.object({
    id: personIdSchema,
    name: z.string(),
    userName: z.string().nullable(),
    /** False when the source has disabled them: such an account is deactivated and otherwise left as it is. */
    active: z.boolean(),
    /** Whether there is an account in K2 that is theirs. */
    hasAccount: z.boolean(),
  }),
  /** The people before and after, in the order of the list; null at its ends. */
  before: personIdSchema.nullable(),
  after: personIdSchema.nullable(),
  /** Place in the list, counted from 1, and its length. */
  place: z.number().int(),
  people: z.number().int(),
  values: z.array(
    z.object({
      /** What the rule fills. */
      to: z.string(),
      value: z.string().nullable(),
      /** What K2 has now. */
      now: z.string().nullable(),
      effect: z.enum(ruleEffects),
    }),
  ),
})
/** See {@link mappingPreviewSchema}. */
export type MappingPreview = z.infer<typeof mappingPreviewSchema>

/** What a mapping would do to everybody whom the source has as active. */
export const mappingCountsSchema = z.object({
  people: z.number().int(),
  /** Who of them has an account. */
  accounts: z.number().int(),
  /** Accounts that would change, and how many would with the mapping that is in use. */
  changes: z.number().int(),
  changesNow: z.number().int(),
  /** People with a value that can't be pushed. */
  invalid: z.number().int(),
  /** For each rule in their order: accounts it would change, and people it gives nothing. */
  rules: z.array(z.object({ to: z.string(), changes: z.number().int(), nothing: z.number().int() })),
  /** Names of the further attributes that the source has, each once, at most 500. */
  further: z.array(z.string()),
})
/** See {@link mappingCountsSchema}. */
export type MappingCounts = z.infer<typeof mappingCountsSchema>
