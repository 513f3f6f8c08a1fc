import { z } from 'zod'
import { failureSchema } from '../errors.ts'

/**
 * What a test of a connection does, one after the other. The first four are done for each server that the connection needs,
 * the others are real requests.
 */
export const connectionSteps = ['proxy', 'name', 'tcp', 'tls', 'discovery', 'token', 'config', 'read'] as const
/** See {@link connectionSteps}. */
export type ConnectionStepName = (typeof connectionSteps)[number]

/** The servers of a connection; `both` where the two are one. */
const testedServices = ['identity', 'scim', 'both'] as const

/** A certificate of a chain, as it was shown. */
export const shownCertificateSchema = z.object({
  subject: z.string(),
  issuer: z.string(),
  /** Unix milliseconds. */
  validUntil: z.number(),
  /** SHA-256, in hexadecimal pairs with colons. */
  fingerprint: z.string(),
})
/** See {@link shownCertificateSchema}. */
export type ShownCertificate = z.infer<typeof shownCertificateSchema>

/** Which step of which server. */
const stepPlaceSchema = z.object({
  step: z.enum(connectionSteps),
  service: z.enum(testedServices),
  /** Name and port of the server: `login.onk2.com:443`. */
  host: z.string(),
})
/** See {@link stepPlaceSchema}. */
export type StepPlace = z.infer<typeof stepPlaceSchema>

/** What came of one step. */
export const connectionStepSchema = stepPlaceSchema.extend({
  /** `skipped`: a step that it needs did not work, or there is nothing to do; `said` tells which. */
  outcome: z.enum(['worked', 'failed', 'skipped']),
  /** Milliseconds. */
  took: z.number(),
  /** What was found, one sentence. Empty for a step that failed. */
  said: z.string(),
  /** The certificates that were shown, the server's own first; also where they are not trusted. */
  chain: z.array(shownCertificateSchema),
  failure: failureSchema.nullable(),
})
/** See {@link connectionStepSchema}. */
export type ConnectionStep = z.infer<typeof connectionStepSchema>

/** What a test of a connection found so far. Holds no secret. */
export const connectionTestSchema = z.object({
  /** When it began, Unix milliseconds. */
  at: z.number().int(),
  steps: z.array(connectionStepSchema),
  /** The step under way; null when the test has ended. */
  running: stepPlaceSchema.nullable(),
})
/** See {@link connectionTestSchema}. */
export type ConnectionTest = z.infer<typeof connectionTestSchema>
