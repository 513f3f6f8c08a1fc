import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import { MusterError } from '../../shared/errors.ts'
import { t } from '../../shared/words/text.ts'
import type { Redactor } from '../ports.ts'
import { clockSkewWords } from './clock-skew.ts'

/** What Muster was doing when the provider or openid-client failed; the same failure means different things. */
export type Step = 'discovery' | 'callback' | 'refresh' | 'client' | 'revocation'

/** How far the clocks of this computer and of the provider may differ, in seconds. */
export const clockTolerance = 300

/**
 * A failure of openid-client, or of the network under it, in the catalogue's words. The error itself is not kept as the
 * cause: it carries whole replies, and with them tokens.
 * @param ahead how far this computer's clock is ahead of the provider's, in milliseconds; null while nobody knows.
 */
export function oidcError(
  error: unknown,
  step: Step,
  redactor: Pick<Redactor, 'clean'>,
  ahead: number | null = null,
): unknown {
  const muster = musterError(error)
  if (muster) return atAuthority(muster)
  if (error instanceof DOMException || isTimeout(error)) return new MusterError('timeout')
  const detail = (text: string | null | undefined) => (text ? { detail: redactor.clean(text) } : {})

  if (error instanceof AuthorizationResponseError) {
    const code = error.error === 'access_denied' ? 'signin-declined' : 'signin-refused'
    return new MusterError(code, detail(spoken(error.error, error.error_description)))
  }
  if (error instanceof ResponseBodyError) {
    const code = refusal(step, error.error)
    return new MusterError(code, { ...detail(spoken(error.error, error.error_description)), status: error.status })
  }
  if (error instanceof WWWAuthenticateChallengeError) {
    return new MusterError(step === 'client' ? 'client-refused' : 'signin-refused', { status: error.status })
  }
  // openid-client itself trips over a part of a reply that has another form than any it expects.
  if (error instanceof TypeError) {
    const code = step === 'discovery' ? 'authority-invalid' : 'signin-reply'
    return new MusterError(code, { detail: t('A part of the reply has a form that it can’t have.') })
  }
  if (!(error instanceof ClientError)) return error
  if (error.code === timesDontFit && ahead !== null && Math.abs(ahead) > clockTolerance * 1000) {
    return new MusterError('signin-clock', { detail: clockSkewWords(ahead) })
  }

  const status = error.cause instanceof Response ? error.cause.status : null
  const code = status !== null && status >= 500 ? 'authority-unreachable' : meaning(error, step, status)
  return new MusterError(code, {
    ...detail(status === null || status === 200 ? reason(error) : `HTTP ${status}`),
    ...(status === null ? {} : { status }),
  })
}

/** openid-client's code for an id token that is too old, or not valid yet. */
const timesDontFit = 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED'

/** The provider's own words: its error code (RFC 6749 section 5.2) and the description, where there is one. */
const spoken = (code: string, description: string | undefined) => (description ? `${code}: ${description}` : code)

/** What an OAuth error of the token endpoint (RFC 6749 section 5.2) means at a step. */
function refusal(step: Step, code: string) {
  if (step === 'refresh' && code === 'invalid_grant') return 'session-expired' as const
  if (step === 'client' && (code === 'invalid_client' || code === 'unauthorized_client')) {
    return 'client-refused' as const
  }
  return 'signin-refused' as const
}

function meaning(error: ClientError, step: Step, status: number | null) {
  if (step === 'discovery') return 'authority-invalid' as const
  // A 4xx that holds no OAuth error: a proxy's or a web server's page.
  if (status !== null && status >= 400) return 'signin-refused' as const
  if (error.code === 'OAUTH_INVALID_SERVER_METADATA' || error.code === 'OAUTH_MISSING_SERVER_METADATA') {
    return 'authority-invalid' as const
  }
  return 'signin-reply' as const
}

/** Which check failed. These are openid-client's own words and names of claims, never values. */
function reason(error: ClientError): string {
  if (error.code === timesDontFit) {
    return t('The times in the reply do not fit the clock of this computer; check its date and time.')
  }
  const { cause } = error
  return cause instanceof Error ? cause.message : error.message
}

/** A MusterError that openid-client wrapped on its way through `customFetch`. */
function musterError(error: unknown): MusterError | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof MusterError) return current
  }
  return null
}

function atAuthority(error: MusterError): MusterError {
  if (error.code !== 'unreachable') return error
  return new MusterError('authority-unreachable', {
    ...(error.where ? { where: error.where } : {}),
    ...(error.detail ? { detail: error.detail } : {}),
    cause: error.cause,
  })
}

const isTimeout = (error: unknown) => error instanceof ClientError && error.code === 'OAUTH_TIMEOUT'
