import { z } from 'zod'
import { readRedirectAddress, readServiceAddress } from '../settings/address.ts'
import { t } from '../words/text.ts'
import { connectionSchema, safetyLimitsSchema } from './connection.ts'

const serviceAddress = z
  .string()
  .max(500)
  .refine((text) => !('refused' in readServiceAddress(text)), { error: () => t('This address can’t be used.') })

/** As `openssl x509 -fingerprint -sha256` or a certificate viewer shows it; kept in pairs with colons. */
const fingerprint = z
  .string()
  .max(200)
  .transform((text) => text.replaceAll(/[\s:]/g, '').toUpperCase())
  .pipe(z.string().regex(/^[0-9A-F]{64}$/, { error: () => t('This is not a SHA-256 fingerprint.') }))
  .transform((digits) => digits.replaceAll(/(..)(?!$)/g, '$1:'))

/** A connection that an administrator prepares. It holds no secret: the SCIM token is entered by whoever uses it. */
const presetSchema = z.strictObject({
  name: connectionSchema.shape.name,
  environment: connectionSchema.shape.environment.default(''),
  authority: serviceAddress,
  clientId: z.string().min(1).max(200),
  redirectUri: z
    .string()
    .max(500)
    .refine((text) => !('refused' in readRedirectAddress(text)), { error: () => t('This address can’t be used.') }),
  baseUrl: serviceAddress,
  /** Nothing can be pushed over it. */
  readOnly: z.boolean().default(false),
  /**
   * The certificate of the computer that is presented to its servers, by its SHA-256 fingerprint, or by its subject (the common
   * name), which a renewed one keeps. Nobody can choose another.
   */
  clientCertificate: z
    .union([z.strictObject({ fingerprint }), z.strictObject({ subject: z.string().trim().min(1).max(200) })])
    .nullable()
    .default(null),
})
/** See {@link presetSchema}. */
export type ConnectionPreset = z.infer<typeof presetSchema>

/**
 * The managed settings file: what an administrator of the computer decides for everybody who uses Muster on it. A name that
 * is not known is an error, so that a slip of the pen can't leave open what was meant to be locked.
 */
export const policySchema = z.strictObject({
  version: z.literal(1),
  /** Nothing can be pushed over any connection. */
  readOnly: z.boolean().default(false),
  /** The safety limits of every connection; nobody can change them. */
  safety: z.strictObject(safetyLimitsSchema.shape).nullable().default(null),
  /** False: Muster never updates itself. */
  updates: z.boolean().default(true),
  connections: z.array(presetSchema).max(100).default([]),
})
/** See {@link policySchema}. */
export type Policy = z.infer<typeof policySchema>

/** What holds where the file can't be used: nothing is opened that it may have locked. */
export const strictestPolicy: Policy = {
  version: 1,
  readOnly: true,
  safety: { number: 0, percent: 0 },
  updates: false,
  connections: [],
}

/** What the window shows of the policy. */
export const shownPolicySchema = z.object({
  /** Where the file is, or would be. */
  file: z.string(),
  /** `locked`: there is a file that can’t be used, so the strictest policy holds; `problem` says why. */
  state: z.enum(['none', 'in-force', 'locked']),
  problem: z.string().nullable(),
  /** Whether it was checked that only administrators can write the file. */
  checked: z.boolean(),
  readOnly: z.boolean(),
  safety: safetyLimitsSchema.nullable(),
  updates: z.boolean(),
  connections: z.array(z.object({ name: z.string(), environment: z.string(), readOnly: z.boolean() })),
})
/** See {@link shownPolicySchema}. */
export type ShownPolicy = z.infer<typeof shownPolicySchema>
