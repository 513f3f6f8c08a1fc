import { z } from 'zod'
import { jsonSchema } from './json.ts'

/** One row of the K2 accounts grid. */
export const accountRowSchema = z.object({
  /** The service's id; opaque, may hold `/` and `@`. */
  id: z.string(),
  userName: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  externalId: z.string().nullable(),
  active: z.boolean(),
  /** The person of the source this account is matched with. */
  person: z.object({ id: z.number().int(), name: z.string() }).nullable(),
})
/** See {@link accountRowSchema}. */
export type AccountRow = z.infer<typeof accountRowSchema>

/** One account with its whole resource, as the service sent it. */
export const accountDetailSchema = z.object({ row: accountRowSchema, resource: z.record(z.string(), jsonSchema) })
/** See {@link accountDetailSchema}. */
export type AccountDetail = z.infer<typeof accountDetailSchema>

/** What is known about the accounts that were read last. */
export const accountsStateSchema = z.object({
  /** Unix milliseconds; null when they were never read. */
  readAt: z.number().int().nullable(),
  total: z.number().int(),
  active: z.number().int(),
  /** False when the service showed only part of its accounts. */
  complete: z.boolean(),
  /** Whether people who are not in an incomplete list are looked up one by one before anything is planned for them. */
  looksUp: z.boolean(),
  /** While reading: how many have come; `of` is null when the service does not say. */
  reading: z.object({ done: z.number().int(), of: z.number().int().nullable() }).nullable(),
})
/** See {@link accountsStateSchema}. */
export type AccountsState = z.infer<typeof accountsStateSchema>

/** The columns of the K2 accounts grid; it can be sorted by each. */
export const accountColumns = ['userName', 'name', 'email', 'externalId', 'person', 'active', 'id'] as const

/** What to show of the K2 accounts grid. */
export const accountQuerySchema = z.object({
  search: z.string().max(200),
  show: z.enum(['all', 'active', 'inactive', 'unmatched']),
  sort: z.object({ by: z.enum(accountColumns), descending: z.boolean() }),
})
/** See {@link accountQuerySchema}. */
export type AccountQuery = z.infer<typeof accountQuerySchema>
