import { z } from 'zod'
import { MusterError } from '../errors.ts'
import { parsePath } from '../scim/path-syntax.ts'
import { readHost, readServiceAddress } from '../settings/address.ts'
import { t } from '../words/text.ts'
import { authorityInputSchema, authoritySchema } from './authority.ts'
import { isSecretName, longestName, whyNotKept } from './kept-attribute.ts'
import { personAttributes } from './person.ts'

/** Where people can come from. */
export const sourceKinds = ['file', 'ldap', 'scim'] as const
/** See {@link sourceKinds}. */
export type SourceKind = (typeof sourceKinds)[number]

/** Further attributes to keep of each person, under these names. Settings of an earlier version have none. */
const moreField = z.array(z.string().trim().min(1).max(longestName)).max(100).default([])

const ldapFields = {
  kind: z.literal('ldap'),
  /** Name or address of the server, without scheme and port. */
  host: z.string().trim().max(255),
  port: z.number().int().min(1).max(65_535),
  /** `none` is taken for this computer only. */
  encryption: z.enum(['ldaps', 'starttls', 'none']),
  /** DN, or what the server takes for one (`jane@contoso.com`); empty to sign in as nobody. */
  bindName: z.string().trim().max(1_000),
  /** DN to search below; empty for the directory’s own first naming context. */
  base: z.string().trim().max(2_000),
  /** Everything below the base, or only what lies directly in it. */
  scope: z.enum(['sub', 'one']),
  /** RFC 4515; empty for the people of that kind of directory. */
  filter: z.string().trim().max(10_000),
  /** Which attributes people are read from. `recognise` asks the server. */
  layout: z.enum(['recognise', 'active-directory', 'ldap']),
  /** Attributes that the admin has chosen otherwise; an empty text leaves the attribute out. */
  attributes: z.partialRecord(z.enum(personAttributes), z.string().trim().max(200)),
  more: moreField,
  groups: z.boolean(),
}

/** How people are read from a directory over LDAP. The password is not here: it lives in the vault. */
export const ldapSettingsSchema = z.object({
  ...ldapFields,
  /** Trusted instead of those that the system knows. */
  authority: authoritySchema.nullable(),
})
/** See {@link ldapSettingsSchema}. */
export type LdapSettings = z.infer<typeof ldapSettingsSchema>

/** How Muster signs in to a SCIM service. The secret is not here. */
const scimSignInSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('bearer') }),
  z.object({ by: z.literal('basic'), user: z.string().trim().max(400) }),
  /** OAuth client credentials (RFC 6749 section 4.4). */
  z.object({
    by: z.literal('client'),
    tokenUrl: z.string().trim().max(2_000),
    clientId: z.string().trim().max(400),
    scope: z.string().trim().max(2_000),
  }),
])

/** How people are read from a SCIM 2.0 service. */
export const scimSourceSettingsSchema = z.object({
  kind: z.literal('scim'),
  /** The address that `/Users` follows. */
  baseUrl: z.string().trim().max(2_000),
  signIn: scimSignInSchema,
  /** RFC 7644 section 3.4.2.2; empty for everybody. */
  filter: z.string().trim().max(10_000),
  /** Which of the two ids of a person becomes their identifier. */
  identifier: z.enum(['id', 'externalId']),
  /** Attribute paths (RFC 7644 section 3.10), those of extensions with their URN. */
  more: moreField,
  groups: z.boolean(),
})
/** See {@link scimSourceSettingsSchema}. */
export type ScimSourceSettings = z.infer<typeof scimSourceSettingsSchema>

/** The settings of a source that is not a file. */
export type SourceSettings = LdapSettings | ScimSourceSettings

/** The same as the window sends it. */
export const sourceInputSchema = z.discriminatedUnion('kind', [
  z.object({ ...ldapFields, authority: authorityInputSchema }),
  scimSourceSettingsSchema,
])
/** See {@link sourceInputSchema}. */
export type SourceInput = z.infer<typeof sourceInputSchema>

/** What the window may know of the settings: without certificates, and of a secret only where it is kept. */
export const shownSourceSchema = z.object({
  /** What `source.refresh` reads. */
  use: z.enum(sourceKinds),
  ldap: z.object({ ...ldapFields, authority: authoritySchema.pick({ name: true }).nullable() }).nullable(),
  scim: scimSourceSettingsSchema.nullable(),
  secrets: z.object({
    ldap: z.enum(['keychain', 'memory']).nullable(),
    scim: z.enum(['keychain', 'memory']).nullable(),
  }),
})
/** See {@link shownSourceSchema}. */
export type ShownSource = z.infer<typeof shownSourceSchema>

/** What is wrong with one field, in a sentence; `field` is its name in the settings, `secret` for the secret. */
interface FieldProblem {
  readonly field: string
  readonly reason: string
}

/** The first field that can’t be used; null when all can. The same rules hold in the form, on save and on every reading. */
export function fieldProblem(settings: SourceInput | SourceSettings): FieldProblem | null {
  const own = settings.kind === 'ldap' ? ldapProblem(settings) : scimProblem(settings)
  return own ?? moreProblem(settings)
}

/** The name of an attribute, with or without options, or its number (RFC 4512 section 2.5). */
const ldapName = /^(?:[a-z][\w-]*|\d+(?:\.\d+)+)(?:;[\w-]+)*$/i

function moreProblem({ kind, more }: SourceInput | SourceSettings): FieldProblem | null {
  const reasonOf = kind === 'ldap' ? whyNotLdapName : whyNotPath
  const [reason] = more.map((name) => whyNotKept(name) ?? reasonOf(name)).filter((each) => each !== null)
  return reason === undefined ? null : { field: 'more', reason }
}

const whyNotLdapName = (name: string): string | null =>
  ldapName.test(name) ? null : t('“{name}” is no name of an attribute.', { name })

function whyNotPath(path: string): string | null {
  try {
    parsePath(path)
    return null
  } catch (error) {
    const why = error instanceof MusterError ? error.detail : null
    return [t('“{path}” is no path of an attribute.', { path }), why].filter(Boolean).join(' ')
  }
}

function ldapProblem({
  host,
  encryption,
  attributes,
}: Pick<LdapSettings, 'host' | 'encryption' | 'attributes'>): FieldProblem | null {
  const server = readHost(host)
  if ('refused' in server)
    return { field: 'host', reason: t('The server can’t be used: {why}.', { why: server.refused }) }
  if (encryption === 'none' && !server.loopback)
    return { field: 'encryption', reason: t('An unencrypted connection is allowed to this computer only.') }
  const secret = Object.values(attributes).find(isSecretName)
  return secret === undefined ? null : { field: 'attributes', reason: whyNotKept(secret) ?? '' }
}

function scimProblem({ baseUrl, signIn }: ScimSourceSettings): FieldProblem | null {
  const service = readServiceAddress(baseUrl)
  if ('refused' in service)
    return { field: 'baseUrl', reason: t('The address can’t be used: {why}.', { why: service.refused }) }
  if (signIn.by === 'bearer') return null
  if (signIn.by === 'basic')
    return signIn.user === '' || signIn.user.includes(':')
      ? { field: 'user', reason: t('A user name is needed, without a colon.') }
      : null
  const tokens = readServiceAddress(signIn.tokenUrl)
  if ('refused' in tokens)
    return { field: 'tokenUrl', reason: t('The address can’t be used: {why}.', { why: tokens.refused }) }
  return signIn.clientId === '' ? { field: 'clientId', reason: t('A client id is needed.') } : null
}

/**
 * Where a secret goes to, in one text. A kept secret is used for the place it was given for and no other, so that changed
 * settings can’t carry it elsewhere.
 */
export function secretPlace(settings: SourceInput | SourceSettings): string {
  if (settings.kind === 'ldap') {
    const { host, port, encryption, bindName } = settings
    return `${encryption} ${host.toLowerCase()}:${port} ${bindName}`
  }
  const { baseUrl, signIn } = settings
  if (signIn.by === 'bearer') return `bearer ${baseUrl}`
  if (signIn.by === 'basic') return `basic ${baseUrl} ${signIn.user}`
  return `client ${signIn.tokenUrl} ${signIn.clientId} ${baseUrl}`
}

/** Whether signing in takes a secret at all. */
export const needsSecret = (settings: SourceInput | SourceSettings): boolean =>
  settings.kind === 'scim' || settings.bindName !== ''
