import { z } from 'zod'

/** Random UUID of a connection; names its database file and its vault entries. */
export const connectionIdSchema = z.uuid()

/** The coloured edge of a connection in the rail; red is offered first for production. */
export const connectionColours = ['red', 'orange', 'yellow', 'teal', 'blue', 'violet', 'gray'] as const

/** What both ways of signing in have. */
const anyIdentity = {
  authority: z.url(),
  clientId: z.string().min(1).max(200),
  scopes: z.array(z.string().min(1)).min(1),
}

/**
 * The admin signs in: OpenID Connect code flow with PKCE as a public client (RFC 6749, RFC 7636, RFC 8252). Settings that
 * name no grant mean this one. `redirectUri` is kept exactly as Nintex registered it; a missing port or port 0 means any
 * free port.
 */
const adminIdentitySchema = z.object({
  grant: z.literal('authorization-code').default('authorization-code'),
  ...anyIdentity,
  redirectUri: z.string().min(1).max(500),
})
/** Muster signs in by itself, with a client secret (RFC 6749 section 4.4). The secret is not here: it lives in the vault. */
const clientIdentitySchema = z.object({ grant: z.literal('client-credentials'), ...anyIdentity })

/** How a connection signs in, and where. */
export const identitySchema = z.union([adminIdentitySchema, clientIdentitySchema])
/** See {@link identitySchema}. */
export type Identity = z.infer<typeof identitySchema>

/**
 * Where the SCIM service is. The path token is not here: it is a secret and lives in the vault.
 * `path` is the part after `baseUrl`, with `{token}` where the path token goes; k2.md knows two layouts.
 * `lowerCase` writes `users` and `groups`, as Nintex's public sample does.
 */
export const scimSettingsSchema = z.object({
  baseUrl: z.url(),
  path: z.enum(['/tokens/{token}/scim/v2', '/tokens/{token}']),
  lowerCase: z.boolean(),
})
/** See {@link scimSettingsSchema}. */
export type ScimSettings = z.infer<typeof scimSettingsSchema>

/** Limits on destructive changes of one plan; above either of them the admin has to type the number. */
export const safetyLimitsSchema = z.object({
  /** Most deactivations and deletions in one plan, as a number of accounts. */
  number: z.number().int().min(0).max(1_000_000),
  /** The same as a percentage of the active accounts in K2. */
  percent: z.number().min(0).max(100),
})
/** See {@link safetyLimitsSchema}. */
export type SafetyLimits = z.infer<typeof safetyLimitsSchema>

/** The limits a new connection starts with. */
export const defaultSafetyLimits: SafetyLimits = { number: 10, percent: 2 }

/** One K2 endpoint the admin can push to. Holds no secret. */
export const connectionSchema = z.object({
  id: connectionIdSchema,
  name: z.string().trim().min(1).max(80),
  /** What the admin calls this stage: Production, Test, … Shown under the name. */
  environment: z.string().trim().max(40),
  colour: z.enum(connectionColours),
  identity: identitySchema,
  scim: scimSettingsSchema,
  safety: safetyLimitsSchema,
  /** Nothing can be pushed, undone or retried through it: it is there to look. Main holds to that, not only the window. */
  readOnly: z.boolean().default(false),
  /** Which of these a policy of the computer decides; nobody else can change them. In the settings file there is none. */
  managed: z.array(z.enum(['safety', 'readOnly'])).default([]),
  /** Last four characters of the path token, so that two connections can be told apart: `••••f7f4`. */
  tokenHint: z.string().max(4),
  /** Unix time in milliseconds. */
  createdAt: z.number().int(),
})
/** See {@link connectionSchema}. */
export type Connection = z.infer<typeof connectionSchema>

/** The fields of the Nintex document. Which of them the Welcome screen lists depends on the way of signing in. */
export const settingsFields = [
  'authority',
  'clientId',
  'clientSecret',
  'redirectUri',
  'scope',
  'baseUrl',
  'token',
] as const

/**
 * What Muster made of one field. `given`: as it stood there. `completed`: something was added, `note` says what and why.
 * `missing`: it has to come from Nintex. `invalid`: it is there but can't be used, `note` says why.
 * The token's `value` is only ever its hint, that of a client secret dots.
 */
export const understoodFieldSchema = z.object({
  field: z.enum(settingsFields),
  status: z.enum(['given', 'completed', 'missing', 'invalid']),
  value: z.string().nullable(),
  note: z.string().nullable(),
})
/** See {@link understoodFieldSchema}. */
export type UnderstoodField = z.infer<typeof understoodFieldSchema>

/** A settings document as main holds it until the connection is made; the token is held in the vault already. */
export const settingsDraftSchema = z.object({
  /** Also the id the connection will get. */
  id: connectionIdSchema,
  /** The text as the window may show it: the path token replaced by dots and its last four characters. */
  shown: z.string(),
  fields: z.array(understoodFieldSchema),
  /** Which of the two ways of signing in the document is for. */
  grant: z.enum(['authorization-code', 'client-credentials']),
  /** True when nothing is missing or invalid. */
  complete: z.boolean(),
  /** Where the token, and the client secret if there is one, went; null while there is none. */
  tokenStored: z.enum(['keychain', 'memory']).nullable(),
  /** A name worth suggesting. */
  suggestedName: z.string(),
})
/** See {@link settingsDraftSchema}. */
export type SettingsDraft = z.infer<typeof settingsDraftSchema>
