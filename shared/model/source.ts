import { z } from 'zod'
import { personAttributes } from './person.ts'
import { keptAttributeSchema, ldapSummarySchema, scimSummarySchema } from './source-read.ts'

/** Which product's export a file was recognised as, by its columns. */
const fileProducts = [
  'entra',
  'active-directory',
  'okta',
  'google-workspace',
  'jumpcloud',
  'keycloak',
  'generic',
] as const

/** How a file is written. */
export const fileFormats = ['csv', 'xlsx', 'json', 'json-lines', 'ldif'] as const
/** See {@link fileFormats}. */
export type FileFormat = (typeof fileFormats)[number]

/** How a text file's bytes become text. */
export const fileEncodings = ['UTF-8', 'UTF-8 with BOM', 'UTF-16 LE', 'UTF-16 BE', 'Windows-1252'] as const
/** See {@link fileEncodings}. */
export type FileEncoding = (typeof fileEncodings)[number]

/** What may stand between two values of a row. */
export const fileDelimiters = [',', ';', '\t', '|', ':'] as const
/** See {@link fileDelimiters}. */
export type FileDelimiter = (typeof fileDelimiters)[number]

/** What may stand around a value; empty for nothing. */
export const fileQuotes = ['"', "'", ''] as const
/** See {@link fileQuotes}. */
export type FileQuote = (typeof fileQuotes)[number]

/**
 * What a column can fill: an attribute of a person, the names of their groups, or, `kept`, a further attribute that is called
 * as the column is. Any number of columns can be kept, but none that `whyNotKept` refuses.
 */
export const columnAttributes = [...personAttributes, 'groups', 'kept'] as const
/** See {@link columnAttributes}. */
export type ColumnAttribute = (typeof columnAttributes)[number]

/** One column of a file and what it was recognised as. `attribute` is null for a column that is not used. */
export const columnSchema = z.object({
  /** 0-based position in the file. */
  index: z.number().int(),
  title: z.string(),
  attribute: z.enum(columnAttributes).nullable(),
  /** The first value found in it, cut to 80 characters; never one that looks like a secret. */
  example: z.string().nullable(),
})
/** See {@link columnSchema}. */
export type Column = z.infer<typeof columnSchema>

/** How the admin wants a file to be read. Null leaves a part to what Muster recognises. */
export const fileReadingSchema = z.object({
  encoding: z.enum(fileEncodings).nullable(),
  delimiter: z.enum(fileDelimiters).nullable(),
  quote: z.enum(fileQuotes).nullable(),
  /** Line of the header, 1-based; 0 for a table without one. */
  header: z.number().int().min(0).max(1_000_000).nullable(),
  /** The sheet of a workbook, or the list of a JSON document. */
  sheet: z.string().max(500).nullable(),
  /** The columns whose use was changed, found again by their title. */
  columns: z.array(columnSchema.pick({ index: true, title: true, attribute: true })).max(2_000),
})
/** See {@link fileReadingSchema}. */
export type FileReading = z.infer<typeof fileReadingSchema>

/** Everything left to what Muster recognises. */
export const recognised: FileReading = {
  encoding: null,
  delimiter: null,
  quote: null,
  header: null,
  sheet: null,
  columns: [],
}

/**
 * One problem in the source. `error` rows are not usable; a `warning` leaves the person usable, with `effect` saying
 * what was done about it.
 */
export const problemSchema = z.object({
  /** 1-based line of the file; a quoted field may span several, then the first. */
  line: z.number().int().nullable(),
  column: z.string().nullable(),
  /** The cell of a workbook, `C14`. */
  cell: z.string().optional(),
  severity: z.enum(['error', 'warning']),
  /** What is wrong, one sentence. */
  reason: z.string(),
  /** What Muster did about it, one sentence. */
  effect: z.string(),
})
/** See {@link problemSchema}. */
export type Problem = z.infer<typeof problemSchema>

/** What a file was taken for. Parts that its format does not have are null. */
export const fileFactsSchema = z.object({
  /** File name without its folder. */
  name: z.string(),
  format: z.enum(fileFormats).default('csv'),
  product: z.enum(fileProducts),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  quote: z.enum(fileQuotes).nullable().default('"'),
  /** Line of the header; 0 where there is none. */
  header: z.number().int().nullable().default(1),
  /** The sheet of a workbook, or the list of a JSON document, that was read, and all there are. */
  sheet: z.string().nullable().default(null),
  sheets: z.array(z.string()).default([]),
  columns: z.array(columnSchema),
  /** What of it the admin has chosen. */
  reading: fileReadingSchema.default(recognised),
})
/** See {@link fileFactsSchema}. */
export type FileFacts = z.infer<typeof fileFactsSchema>

/** What was read from a file. */
export const fileSummarySchema = fileFactsSchema.extend({
  kind: z.literal('file'),
  /** Data rows in the file. */
  rows: z.number().int(),
  /** The columns that are kept as they are, and how many people have something in them. */
  more: z.array(keptAttributeSchema).default([]),
  people: z.number().int(),
  problems: z.number().int(),
  /** Unix milliseconds. */
  readAt: z.number().int(),
  /** When the file was written last before it was read, Unix milliseconds; null where that is not known. */
  modifiedAt: z.number().nullable().default(null),
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

/** That the file has been written since it was read. */
export const fileChangeSchema = z.object({ name: z.string(), modifiedAt: z.number() })
/** See {@link fileChangeSchema}. */
export type FileChange = z.infer<typeof fileChangeSchema>
