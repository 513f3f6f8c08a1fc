import * as openid from 'openid-client'
import { MusterError } from '../../../shared/errors.ts'
import type { ScimSourceSettings } from '../../../shared/model/source-settings.ts'
import { isLoopbackHost } from '../../../shared/settings/address.ts'
import { t } from '../../../shared/words/text.ts'
import { fetchOn } from '../../net/fetch.ts'
import type { AccessTokens, Clock, Http, Redactor } from '../../ports.ts'

/** What {@link scimTokens} needs. */
export interface ScimTokenParts {
  readonly http: Http
  readonly redactor: Redactor
  readonly clock: Clock
}

type SignIn = ScimSourceSettings['signIn']
type ByClient = Extract<SignIn, { by: 'client' }>

/** What stands behind `Basic` or `Bearer` in every request to a SCIM source. @throws MusterError `source-credentials`, … */
export function scimTokens(signIn: SignIn, secret: string, parts: ScimTokenParts): AccessTokens {
  if (signIn.by === 'client') return byClientCredentials(signIn, secret, parts)
  const given = signIn.by === 'bearer' ? secret : Buffer.from(`${signIn.user}:${secret}`).toString('base64')
  return {
    current: async () => given,
    // A secret that is refused once will not do better the second time.
    renew: async () => {
      throw new MusterError('source-credentials', { status: 401 })
    },
  }
}

/** Milliseconds before its end at which an access token is not used any more. */
const margin = 30_000

/** OAuth client credentials (RFC 6749 section 4.4): the secret in the header, else in the body, whichever the provider takes. */
function byClientCredentials(signIn: ByClient, secret: string, parts: ScimTokenParts): AccessTokens {
  const { clock, redactor } = parts
  let ways = [openid.ClientSecretBasic, openid.ClientSecretPost]
  let held: { token: string; until: number } | null = null
  let asking: Promise<string> | null = null

  async function ask(): Promise<string> {
    for (;;) {
      const [way] = ways
      if (way === undefined) throw new MusterError('source-credentials', { where: hostOf(signIn.tokenUrl) })
      try {
        const askedAt = clock.now()
        const reply = await openid.clientCredentialsGrant(configuration(signIn, secret, way, parts), scopeOf(signIn))
        redactor.learn(reply.access_token)
        held = { token: reply.access_token, until: askedAt + (reply.expires_in ?? 3600) * 1000 - margin }
        return reply.access_token
      } catch (error) {
        // Not this way of naming the client; the other is the last.
        if (!isOtherWay(error) || ways.length < 2) throw tokenError(error, signIn, redactor)
        ways = ways.slice(1)
      }
    }
  }
  const fresh = (): Promise<string> => {
    asking ??= ask().finally(() => {
      asking = null
    })
    return asking
  }
  return {
    current: async () => (held !== null && held.until > clock.now() ? held.token : fresh()),
    renew: async (rejected) => (held !== null && held.token !== rejected ? held.token : fresh()),
  }
}

function configuration(
  { tokenUrl, clientId }: ByClient,
  secret: string,
  way: (secret: string) => openid.ClientAuth,
  { http }: ScimTokenParts,
): openid.Configuration {
  const { origin, hostname } = new URL(tokenUrl)
  const made = new openid.Configuration({ issuer: origin, token_endpoint: tokenUrl }, clientId, {}, way(secret))
  made[openid.customFetch] = fetchOn(http)
  if (isLoopbackHost(hostname)) openid.allowInsecureRequests(made)
  return made
}

const scopeOf = ({ scope }: ByClient): Record<string, string> => (scope === '' ? {} : { scope })

const hostOf = (url: string): string => new URL(url).host

function isOtherWay(error: unknown): boolean {
  if (error instanceof openid.WWWAuthenticateChallengeError) return true
  return error instanceof openid.ResponseBodyError && error.error === 'invalid_client'
}

/** Without the error itself as the cause: it carries whole replies. */
function tokenError(error: unknown, { tokenUrl }: ByClient, redactor: Pick<Redactor, 'clean'>): MusterError {
  const where = hostOf(tokenUrl)
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof MusterError) return cause
  if (error instanceof openid.WWWAuthenticateChallengeError) {
    return new MusterError('source-credentials', { where, status: error.status })
  }
  if (error instanceof openid.ResponseBodyError) {
    const said = error.error_description ? `${error.error}: ${error.error_description}` : error.error
    const code = error.error === 'invalid_client' ? 'source-credentials' : 'source-refused'
    return new MusterError(code, { where, status: error.status, detail: redactor.clean(said) })
  }
  return new MusterError('source-reply', { where, detail: t('It is not an OAuth token endpoint.') })
}
