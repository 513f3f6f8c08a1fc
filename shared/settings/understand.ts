import { MusterError } from '../errors.ts'
import type { Identity, ScimSettings, UnderstoodField } from '../model/connection.ts'
import { t } from '../words/text.ts'
import { flatten } from './flatten.ts'
import { judgeAuthority, judgeClientId, judgeClientSecret, judgeRedirectUri } from './identity-fields.ts'
import { invalid, type Judgement } from './judgement.ts'
import { isSecret, maskIn, maskText, maskToken } from './mask.ts'
import { type Candidate, type FieldName, scan } from './scan.ts'
import { type BaseUrl, judgeBaseUrl, judgeToken } from './scim-fields.ts'
import { grantOf, judgeClientScope, judgeScope } from './scope-field.ts'

/** What a settings document says. Only `token`, `clientSecret` and `secrets` hold secrets; they never leave main. */
export interface Understanding {
  /** One entry a field, in the order the screen lists them. */
  readonly fields: UnderstoodField[]
  /** The text with every secret hidden by dots. */
  readonly shown: string
  readonly suggestedName: string
  readonly grant: Identity['grant']
  /** Nothing is missing or invalid: `identity`, `scim` and `token` are all there, and `clientSecret` where it is needed. */
  readonly complete: boolean
  readonly identity: Identity | null
  readonly scim: ScimSettings | null
  /** The path token, as soon as it can be used. */
  readonly token: string | null
  /** The client secret, as soon as it can be used; null where the admin signs in. */
  readonly clientSecret: string | null
  /** Every secret value in the text, for the redactor. */
  readonly secrets: readonly string[]
}

/** What the screen lists for each way of signing in, in this order. */
const listed = {
  'authorization-code': ['authority', 'clientId', 'redirectUri', 'scope', 'baseUrl', 'token'],
  'client-credentials': ['authority', 'clientId', 'clientSecret', 'scope', 'baseUrl', 'token'],
} as const

/** Nintex’s document has a dozen lines, in characters; a text beyond this is something else. */
const longest = 50_000

/**
 * Reads the settings that Nintex sent, in any of the three shapes of k2.md and however they were copied. It looks for the
 * known fields instead of parsing JSON: the mailed shape is not JSON, and the secrets have to be found in the text as it is.
 * @param held the token Muster has already, and `heldSecret` the client secret, for a text that shows them as dots.
 * @throws MusterError `settings-empty`; `settings-unreadable` when no known field is in the text.
 */
export function understand(text: string, held: string | null = null, heldSecret: string | null = null): Understanding {
  if (text.trim() === '') throw new MusterError('settings-empty')
  if (text.length > longest) throw new MusterError('settings-unreadable', { detail: t('The text is far too long.') })
  const flat = flatten(text)
  const candidates = scan(flat)
  const meant = candidates.filter(({ commented }) => !commented)
  if (!isDocument(meant)) throw new MusterError('settings-unreadable')

  const read = <T>(field: FieldName, judge: (value: string) => Judgement<T>): Judgement<T> => {
    const values = valuesOf(meant, field)
    if (values.length <= 1) return judge(values[0] ?? '')
    const shown = isSecret({ field }) ? null : values.join(' · ')
    return invalid(shown, t('it is there twice with different values; paste one document at a time'))
  }
  const baseUrl = read('baseUrl', judgeBaseUrl)
  const hasSecret = valuesOf(meant, 'clientSecret').length > 0
  const grant = grantOf(valuesOf(meant, 'scope').join(' '), hasSecret)
  const byClient = grant === 'client-credentials'
  const judged = {
    authority: read('authority', judgeAuthority),
    clientId: withSecretNote(read('clientId', judgeClientId), hasSecret && !byClient),
    clientSecret: read('clientSecret', (value) => judgeClientSecret(value, heldSecret)),
    redirectUri: read('redirectUri', judgeRedirectUri),
    scope: read('scope', byClient ? judgeClientScope : judgeScope),
    baseUrl,
    token: tokenOf(read, baseUrl.value, held),
  }
  if (judged.token.value !== null && judged.authority.value?.toLowerCase().includes(judged.token.value.toLowerCase())) {
    judged.token = invalid(null, t('it is the tenant id; the SCIM token is another one'))
  }
  const secrets = secretsOf(candidates, baseUrl.value, [held, heldSecret])
  const fields = listed[grant].map((field): UnderstoodField => {
    const { status, shown, note } = judged[field]
    const value = shown === null || field === 'token' || field === 'clientSecret' ? shown : maskIn(shown, secrets)
    return { field, status, value, note: note === null ? null : maskIn(note, secrets) }
  })
  const { authority, token } = judged
  const identity = identityOf(grant, judged)
  const scim = baseUrl.value?.scim ?? null
  return {
    fields,
    shown: maskIn(maskText(text, flat, candidates), secrets),
    suggestedName: maskIn(nameOf(authority.value), secrets),
    grant,
    complete: identity !== null && scim !== null && token.value !== null,
    identity,
    scim,
    token: token.value,
    clientSecret: byClient ? judged.clientSecret.value : null,
    secrets,
  }
}

/** The identity of what was judged; null while something of it is missing or invalid. */
function identityOf(
  grant: Identity['grant'],
  judged: Readonly<Record<'authority' | 'clientId' | 'clientSecret' | 'redirectUri', Judgement<string>>> & {
    readonly scope: Judgement<Identity['scopes']>
  },
): Identity | null {
  const [authority, clientId, scopes] = [judged.authority.value, judged.clientId.value, judged.scope.value]
  if (authority === null || clientId === null || scopes === null) return null
  const whoAndWhere = { authority, clientId, scopes }
  if (grant === 'client-credentials') return judged.clientSecret.value === null ? null : { grant, ...whoAndWhere }
  const redirectUri = judged.redirectUri.value
  return redirectUri === null ? null : { grant, ...whoAndWhere, redirectUri }
}

/** One field in quotes is enough; words that only begin a line have to come in pairs. */
function isDocument(candidates: readonly Candidate[]): boolean {
  const known = candidates.filter(({ field }) => field !== 'secret')
  return known.some(({ quoted }) => quoted) || new Set(known.map(({ field }) => field)).size > 1
}

/** The different values of a field; those in quotes count first, and empty ones only when there is no other. */
function valuesOf(candidates: readonly Candidate[], field: FieldName): string[] {
  const filled = candidates.filter((candidate) => candidate.field === field && candidate.value !== '')
  const quoted = filled.filter((candidate) => candidate.quoted)
  const values = (quoted.length > 0 ? quoted : filled).map(({ value }) => bare(value))
  return values.filter(
    (value, index) => values.findIndex((other) => other.toLowerCase() === value.toLowerCase()) === index,
  )
}

/** An address as mail programs wrap it, `<https://…>`, `https://…<https://…>` or `[https://…](https://…)`, as it was. */
function bare(value: string): string {
  return value
    .replace(/\[([^\]\s]*)\]\(([^)\s]*)\)/g, '$1')
    .replace(/(\S)<https?:[^>]*>/gi, '$1')
    .replace(/<(https?:[^>]*)>/gi, '$1')
    .trim()
}

/** The token of its own field, or the one inside a whole SCIM address. */
function tokenOf(
  read: <T>(field: FieldName, judge: (value: string) => Judgement<T>) => Judgement<T>,
  baseUrl: BaseUrl | null,
  held: string | null,
): Judgement<string> {
  const known = held === null ? null : { token: held, masked: maskToken(held) }
  const inAddress = baseUrl?.token ?? null
  const judged = read('token', (value) => judgeToken(value === '' ? (inAddress ?? '') : value, known))
  if (judged.value === null || inAddress === null) return judged
  const same = judged.value.toLowerCase() === judgeToken(inAddress, known).value?.toLowerCase()
  return same ? judged : invalid(null, t('the SCIM address holds another token'))
}

function withSecretNote<T>(clientId: Judgement<T>, hasSecret: boolean): Judgement<T> {
  if (!hasSecret) return clientId
  const note = t(
    'A client secret was given too, but the scopes are those of an admin’s own sign-in: you sign in yourself, and the secret is not kept',
  )
  return { ...clientId, note: clientId.note === null ? note : [clientId.note, note].join('. ') }
}

function secretsOf(
  candidates: readonly Candidate[],
  baseUrl: BaseUrl | null,
  held: readonly (string | null)[],
): string[] {
  const values = candidates.filter(isSecret).flatMap(({ value }) => [value, bare(value)])
  const all = [...values, baseUrl?.token ?? '', ...held.map((secret) => secret ?? '')]
  return [...new Set(all.filter((value) => value !== '' && !value.includes('•')))]
}

/** Tells connections apart before the admin names them: by tenant on K2, by host elsewhere. */
function nameOf(authority: string | null): string {
  const tenant = /^https:\/\/login\.onk2\.com\/([0-9a-f]{8})-/.exec(authority ?? '')?.[1]
  if (tenant !== undefined) return `K2 Cloud ${tenant}`
  const host = /^https?:\/\/([^/:]+)/.exec(authority ?? '')?.[1]
  return host === undefined ? 'K2 Cloud' : host.slice(0, 80)
}
