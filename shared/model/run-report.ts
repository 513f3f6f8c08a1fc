import { z } from 'zod'
import { failureSchema } from '../errors.ts'
import { connectionSchema } from './connection.ts'
import { changeSchema, planSummarySchema, skippedPersonSchema } from './plan.ts'
import { exchangeSchema, runChangeSchema, runSummarySchema } from './run.ts'

/** A time in ISO 8601, UTC, to the millisecond: `2026-11-25T14:03:27.512Z`. */
const timeSchema = z.iso.datetime({ precision: 3 })

const plannedChangeSchema = changeSchema.omit({ personId: true, leftOut: true }).strict()

const exchangeReportSchema = exchangeSchema
  .omit({ duration: true })
  .extend({ at: timeSchema, milliseconds: z.number().int().nullable() })
  .strict()

const changeReportSchema = plannedChangeSchema
  .extend({
    outcome: runChangeSchema.shape.outcome,
    status: runChangeSchema.shape.status,
    attempts: runChangeSchema.shape.attempts,
    /** When the first request for it left; null when none did. */
    startedAt: timeSchema.nullable(),
    /** When its last reply was there. */
    endedAt: timeSchema.nullable(),
    milliseconds: z.number().int().nullable(),
    note: z.string().nullable(),
    failure: failureSchema.nullable(),
    offer: runChangeSchema.shape.offer,
    /** Attributes that were not as intended when read back: `before` is what was found, `after` what was intended. */
    drift: runChangeSchema.shape.drift,
    /** Accepted by K2, and not to be seen there when it was read back. */
    pending: z.boolean(),
    exchanges: z.array(exchangeReportSchema),
  })
  .strict()

/**
 * A run as JSON, as `Export → Everything (JSON)` writes it. `version` grows when a field changes its meaning or goes; new
 * fields may come without. Described for readers in docs/exports.md.
 */
export const runReportSchema = z.strictObject({
  format: z.literal('muster-run'),
  version: z.literal(1),
  writtenAt: timeSchema,
  connection: connectionSchema
    .pick({ id: true, name: true, environment: true })
    .extend({ service: connectionSchema.shape.scim.shape.baseUrl })
    .strict(),
  run: runSummarySchema
    .omit({ connection: true, planHash: true })
    .extend({
      startedAt: timeSchema,
      endedAt: timeSchema.nullable(),
      verified: runSummarySchema.shape.verified.unwrap().extend({ at: timeSchema }).nullable(),
    })
    .strict(),
  plan: planSummarySchema
    .omit({ connection: true, undoes: true })
    .extend({
      frozenAt: timeSchema,
      expiresAt: timeSchema,
      blocked: z.array(planSummarySchema.shape.blocked.element.omit({ personId: true })),
      skipped: z.array(skippedPersonSchema.omit({ personId: true })),
    })
    .strict(),
  changes: z.array(changeReportSchema),
  leftOut: z.array(plannedChangeSchema),
})
/** See {@link runReportSchema}. */
export type RunReport = z.infer<typeof runReportSchema>
/** A change of a {@link RunReport}. */
export type ReportedChange = RunReport['changes'][number]
/** A change of a {@link RunReport} that was left out. */
export type ReportedPlannedChange = RunReport['leftOut'][number]
