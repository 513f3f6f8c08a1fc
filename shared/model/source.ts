import { z } from 'zod'
import { personAttributes } from './person.ts'
import { ldapSummarySchema, scimSummarySchema } from './source-read.ts'

/** Which product's export a file was recognised as, by its columns. */
export const fileProducts = ['entra', 'active-directory', 'generic'] as const

/** One column of a file and what it was recognised as. `attribute` is null for a column that is not used. */
export const columnSchema = z.object({
  /** 0-based position in the file. */
  index: z.number().int(),
  title: z.string(),
  attribute: z.enum(personAttributes).nullable(),
  /** The first value found in it, cut to 80 characters. */
  example: z.string().nullable(),
})
/** See {@link columnSchema}. */
export type Column = z.infer<typeof columnSchema>

/**
 * One problem in the source. `error` rows are not usable; a `warning` leaves the person usable, with `effect` saying
 * what was done about it.
 */
export const problemSchema = z.object({
  /** 1-based line of the file; a quoted field may span several, then the first. */
  line: z.number().int().nullable(),
  column: z.string().nullable(),
  severity: z.enum(['error', 'warning']),
  /** What is wrong, one sentence. */
  reason: z.string(),
  /** What Muster did about it, one sentence. */
  effect: z.string(),
})
/** See {@link problemSchema}. */
export type Problem = z.infer<typeof problemSchema>

/** What was read from a file. */
export const fileSummarySchema = z.object({
  kind: z.literal('file'),
  /** File name without its folder. */
  name: z.string(),
  product: z.enum(fileProducts),
  encoding: z.string(),
  delimiter: z.string(),
  columns: z.array(columnSchema),
  /** Data rows in the file. */
  rows: z.number().int(),
  people: z.number().int(),
  problems: z.number().int(),
  /** Unix milliseconds. */
  readAt: z.number().int(),
})
/** See {@link fileSummarySchema}. */
export type FileSummary = z.infer<typeof fileSummarySchema>

/** What was read, as the People screen's facts line and the source settings show it. */
export const sourceSummarySchema = z.discriminatedUnion('kind', [
  fileSummarySchema,
  ldapSummarySchema,
  scimSummarySchema,
])
/** See {@link sourceSummarySchema}. */
export type SourceSummary = z.infer<typeof sourceSummarySchema>
