import { MusterError } from '../../shared/errors.ts'
import { t } from '../../shared/words/text.ts'
import type { Clock, OpenUrl } from '../ports.ts'
import type { Ending } from './callback-page.ts'
import { type Loopback, openLoopback } from './loopback.ts'
import type { Authorization, Oidc } from './oidc.ts'
import { parseRedirectUri } from './redirect-uri.ts'

/** What a trip through the browser needs. */
export interface SignInParts {
  readonly oidc: Oidc
  readonly openUrl: OpenUrl
  readonly clock: Clock
  /** As registered; see {@link parseRedirectUri}. */
  readonly redirectUri: string
  /** Unix milliseconds at which to give up. */
  readonly deadline: number
  /** Who listens on a port of this computer, as the end of a sentence; null where the system does not tell. */
  readonly portOwner: (port: number) => Promise<string | null>
  /** Cancels the trip; its reason is what the trip ends with. */
  readonly signal: AbortSignal
  /** Told the address once it is known, so that it can be copied. */
  readonly onAddress: (url: string) => void
  /** Told when the browser did not open; the trip goes on, for the address may be opened by hand. */
  readonly onBrowserFailure: (error: MusterError) => void
  /** Told of the listener, which outlives the trip by the moment that the browser needs for its last page. */
  readonly onListening: (loopback: Loopback) => void
}

/** What a trip brings home. */
export type SignedIn = Awaited<ReturnType<Authorization['finish']>>

/**
 * One sign-in through the system browser: discovery, then the listener, then the browser; back with a code, which is
 * exchanged before the browser is told how it ended.
 * @throws MusterError every `signin-…` code and those of {@link Oidc}; the signal's reason.
 */
export async function signInThroughBrowser(parts: SignInParts): Promise<SignedIn> {
  const { oidc, clock, redirectUri, deadline, signal } = parts
  const { port } = parseRedirectUri(redirectUri)
  await oidc.discover(signal)
  signal.throwIfAborted()
  const loopback = await openLoopback(redirectUri, clock).catch(async (error) => {
    if (!(error instanceof MusterError) || error.code !== 'signin-port-busy' || port === 0) throw error
    const owner = await parts.portOwner(port)
    const detail = owner === null ? t('The system does not tell which program it is.') : t('It is {owner}.', { owner })
    throw new MusterError('signin-port-busy', { where: t('port {port}', { port: String(port) }), detail, cause: error })
  })
  parts.onListening(loopback)
  let answered = false
  try {
    const authorization = await oidc.authorize(loopback.redirectUri, signal)
    const returning = loopback.callback({ state: authorization.state, deadline, signal })
    parts.onAddress(authorization.url)
    // Not awaited: some systems report back only when the browser closes.
    parts
      .openUrl(authorization.url)
      .catch((cause) => parts.onBrowserFailure(new MusterError('signin-browser', { cause })))
    const callback = await returning
    let ending: Ending = 'failed'
    try {
      const signedIn = await authorization.finish(callback.url, signal)
      ending = 'signed-in'
      return signedIn
    } catch (error) {
      if (error instanceof MusterError && error.code === 'signin-declined') ending = 'declined'
      throw error
    } finally {
      callback.answer(ending)
      answered = true
    }
  } finally {
    // Once answered, the listener closes by itself when the browser has its last page.
    if (!answered) await loopback.close()
  }
}
