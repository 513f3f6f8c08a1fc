import { z } from 'zod'
import { userSchemaSchema } from './service-schema.ts'

/** The numbers among the capabilities, with the most that an admin can set. */
export const capabilityNumbers = { pageSize: 1000, bulkOperations: 10_000, bulkBytes: 100_000_000 } as const
const answerSchema = z.enum(['yes', 'no', 'unknown'])
/** What an admin can set instead of an answer that was learnt. */
const setAnswerSchema = answerSchema.exclude(['unknown'])

/** One thing a service can or cannot do, and how Muster knows. */
const learntSchema = <V extends z.ZodType>(value: V) =>
  z.object({
    /** What Muster goes by. */
    value,
    /** One sentence: read where, or probed how. */
    from: z.string(),
    /** Only where the admin has set `value`: when, Unix milliseconds, and what was learnt, which `from` is about. */
    byHand: z.object({ at: z.number().int(), learnt: value }).optional(),
  })
const answer = learntSchema(answerSchema)
const number = learntSchema(z.number().int())

const answers = {
  patch: answer,
  put: answer,
  delete: answer,
  /** `filter=userName eq "…"` gives the right account. */
  filter: answer,
  /** `userName` is compared without regard to case in filters. */
  filterIgnoresCase: answer,
  /** `filter=externalId eq "…"` gives the right account. */
  filterExternalId: answer,
  /** Lists go on past the first page, by `startIndex` or by cursor. */
  paging: answer,
  /** Lists are paged by cursor (RFC 9865). */
  cursor: answer,
  etag: answer,
  bulk: answer,
  /** There are groups. */
  groups: answer,
  /** `userSchema` says which attributes an account has, and is heeded. */
  schema: answer,
} as const
const numbers = {
  /** Most resources the service puts on one page. */
  pageSize: number,
  /** Most operations in one bulk request; 0 where bulk is not supported. */
  bulkOperations: number,
  /** Most bytes in one bulk request; 0 where bulk is not supported. */
  bulkBytes: number,
} as const satisfies Record<keyof typeof capabilityNumbers, typeof number>

/** A capability that is an answer. */
export type CapabilityAnswer = keyof typeof answers
/** A capability that is a number. */
export type CapabilityNumber = keyof typeof numbers
/** Names of the capabilities that are answers. */
const capabilityAnswers = Object.keys(answers) as CapabilityAnswer[]

/**
 * What a SCIM service supports, discovered when connecting and kept with the connection. Everywhere but in the store, the
 * values are the ones to go by: what the admin has set stands in place of what was learnt.
 */
export const capabilitiesSchema = z.object({
  /** Unix milliseconds. */
  learntAt: z.number().int(),
  ...answers,
  ...numbers,
  /** What the service says of the attributes of an account; null where it says nothing that can be relied on. */
  userSchema: userSchemaSchema.nullable(),
})
/** See {@link capabilitiesSchema}. */
export type Capabilities = z.infer<typeof capabilitiesSchema>

const set = <V extends z.ZodType>(value: V) => z.object({ value, /** Unix milliseconds. */ at: z.number().int() })
/** What the admin has set instead of what was learnt. */
export const overridesSchema = z.object({
  answers: z.partialRecord(z.enum(capabilityAnswers), set(setAnswerSchema)),
  numbers: z.partialRecord(z.enum(Object.keys(numbers) as CapabilityNumber[]), set(z.number().int().positive())),
})
/** See {@link overridesSchema}. */
export type Overrides = z.infer<typeof overridesSchema>

/** One capability to be set by hand, or, by null, to be as it was learnt again. */
export const overrideSchema = z.union([
  z.object({ what: z.enum(capabilityAnswers), value: setAnswerSchema.nullable() }),
  ...(Object.keys(capabilityNumbers) as CapabilityNumber[]).map((what) =>
    z.object({ what: z.literal(what), value: z.number().int().min(1).max(capabilityNumbers[what]).nullable() }),
  ),
])
/** See {@link overrideSchema}. */
export type Override = z.infer<typeof overrideSchema>
