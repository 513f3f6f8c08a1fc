import { randomUUID } from 'node:crypto'
import { type Failure, MusterError, toFailure } from '../../shared/errors.ts'
import type { Identity } from '../../shared/model/connection.ts'
import type { SessionState } from '../../shared/model/session.ts'
import type { AccessTokens, Clock, Http, Log, OpenUrl, Redactor, Vault } from '../ports.ts'
import type { Loopback } from './loopback.ts'
import { createOidc } from './oidc.ts'
import { portOwner } from './port-owner.ts'
import { byClientSecret, byRefreshToken } from './renewal.ts'
import { type SignedIn, type SignInParts, signInThroughBrowser } from './sign-in.ts'
import { TokenKeeper } from './token-keeper.ts'
import { sessionEntry } from './vault.ts'

/** What {@link createSession} needs. */
export interface SessionParts {
  /** Id of the connection. */
  readonly id: string
  readonly identity: Identity
  /** The client secret, where the connection signs in with one. @throws MusterError `vault-value-missing` */
  readonly clientSecret: () => Promise<string>
  readonly http: Http
  readonly vault: Vault
  readonly clock: Clock
  readonly openUrl: OpenUrl
  readonly log: Log
  readonly redactor: Redactor
  /** Who listens on a port; asks the system when left out. */
  readonly portOwner?: SignInParts['portOwner']
  /** Told every new state. */
  readonly onChange: (state: SessionState) => void
}

/** The signed-in state of one connection. Only `tokens` gives a secret out. */
export interface Session {
  /** The access token, for the SCIM client. */
  readonly tokens: AccessTokens
  /** The state as the window sees it. */
  state(): SessionState
  /**
   * Takes up the session that the vault kept, without a browser and without the network. May be called again when the
   * keychain has come back.
   */
  restore(): Promise<SessionState>
  /**
   * Signs in, through the browser or with the client secret, and gives the state it ended in, with the failure in it; never rejects. A second call joins
   * the first. A session that is signed in stays usable meanwhile, and also when this fails.
   */
  signIn(): Promise<SessionState>
  /** The address of the sign-in under way, to be copied; null when there is none. */
  signInAddress(): string | null
  /**
   * Goes on with the sign-in under way from the address that a browser elsewhere ended at; gives the state it ends in.
   * @throws MusterError `signin-address`, and it waits on; `signin-not-waiting`.
   */
  comeBack(address: string): Promise<SessionState>
  /** Ends the sign-in under way, if there is one. */
  cancel(): Promise<SessionState>
  /**
   * Forgets the session here, then gives its token back to the provider. Being offline does not hinder it; the state then
   * says with `signout-unrevoked` what could not be done. A client secret stays: it belongs to the settings.
   */
  signOut(): Promise<SessionState>
  /** Resolves when the connection is signed in, at once if it is; rejects with the signal's reason. */
  whenSignedIn(signal: AbortSignal): Promise<void>
  /** Before the app quits: ends a sign-in, frees its port, and waits for a refresh whose new token has to be stored. */
  close(): Promise<void>
}

/** Milliseconds that a sign-in may take. */
const signInLimit = 5 * 60_000

interface Attempt {
  readonly deadline: number
  readonly abort: AbortController
  /** Null until the browser can be sent there, and where none is needed. */
  address: string | null
  /** The browser did not open; the attempt goes on. */
  failure: Failure | null
}

/** A session that knows nothing until `restore` reads what the vault kept. */
export function createSession(parts: SessionParts): Session {
  const { id, identity, vault, clock, openUrl, log } = parts
  const oidc = createOidc(parts)
  const entryName = sessionEntry(id)
  const byClient = identity.grant === 'client-credentials'
  const renewal = byClient ? byClientSecret(oidc, parts.clientSecret) : byRefreshToken(oidc)
  const keeper = new TokenKeeper({ ...parts, renewal, entryName, report, onChange: changed })
  const waiting = new Set<() => void>()
  let attempt: Attempt | null = null
  let signingIn: Promise<SessionState> | null = null
  let loopback: Loopback | null = null

  function state(): SessionState {
    const { entry } = keeper
    return {
      connection: id,
      status: attempt ? 'signing-in' : keeper.standing,
      admin: entry?.admin ?? null,
      signedInAt: entry?.signedInAt ?? null,
      endsAt: entry?.endsAt ?? null,
      deadline: attempt?.address ? attempt.deadline : null,
      keptIn: entry ? vault.keptIn(entryName) : null,
      failure: attempt ? attempt.failure : keeper.failure,
    }
  }

  function changed(): void {
    const now = state()
    if (keeper.standing === 'signed-in') for (const go of waiting) go()
    parts.onChange(now)
  }

  function report(message: string, error: unknown): Failure {
    const failure = toFailure(error, randomUUID().slice(0, 8))
    const unexpected =
      error instanceof MusterError ? {} : { error: error instanceof Error ? error.stack : typeof error }
    const { code, where, detail, status } = failure
    log.warn(message, { id: failure.id, connection: id, code, where, detail, status, ...unexpected })
    return failure
  }

  async function goThroughBrowser(
    redirectUri: string,
    { deadline, abort }: Attempt,
    told: Pick<SignInParts, 'onAddress' | 'onBrowserFailure'>,
  ): Promise<SignedIn> {
    await loopback?.close()
    return signInThroughBrowser({
      oidc,
      openUrl,
      clock,
      redirectUri,
      portOwner: parts.portOwner ?? portOwner,
      deadline,
      signal: abort.signal,
      ...told,
      onListening: (listening) => {
        loopback = listening
      },
    })
  }

  /** Whoever holds the secret is the client itself: there is no admin to name. */
  async function signInAsClient(signal: AbortSignal): Promise<SignedIn> {
    const tokens = await oidc.withSecret(await parts.clientSecret(), signal)
    signal.throwIfAborted()
    return { ...tokens, refreshToken: null, admin: { name: identity.clientId, email: null } }
  }

  async function signIn(): Promise<SessionState> {
    const mine: Attempt = {
      deadline: clock.now() + signInLimit,
      abort: new AbortController(),
      address: null,
      failure: null,
    }
    attempt = mine
    changed()
    try {
      const told: Pick<SignInParts, 'onAddress' | 'onBrowserFailure'> = {
        onAddress: (url) => {
          mine.address = url
          if (attempt === mine) changed()
        },
        onBrowserFailure: (error) => {
          mine.failure = report('The browser did not open', error)
          if (attempt === mine) changed()
        },
      }
      const signedIn =
        identity.grant === 'client-credentials'
          ? await signInAsClient(mine.abort.signal)
          : await goThroughBrowser(identity.redirectUri, mine, told)
      await keeper.begin(signedIn)
      log.info('Signed in', { connection: id, keptIn: vault.keptIn(entryName) })
    } catch (error) {
      keeper.failure = report('The sign-in failed', error)
    }
    attempt = null
    changed()
    return state()
  }

  async function cancel(): Promise<SessionState> {
    attempt?.abort.abort(new MusterError('signin-cancelled'))
    await signingIn
    return state()
  }

  return {
    tokens: keeper.tokens,
    state,
    cancel,
    signInAddress: () => attempt?.address ?? null,
    comeBack: async (address) => {
      if (!attempt || !loopback) throw new MusterError('signin-not-waiting')
      loopback.take(address)
      return signingIn ?? state()
    },
    restore: async () => {
      await keeper.restore()
      changed()
      return state()
    },
    signIn: () => {
      signingIn ??= signIn().finally(() => {
        signingIn = null
      })
      return signingIn
    },
    signOut: async () => {
      await cancel()
      await keeper.restore()
      const left = await keeper.forget()
      changed()
      const unrevoked = left ? await keeper.revoke(left) : null
      // Whoever has signed in meanwhile has other things to read.
      if (unrevoked && !attempt && keeper.standing === 'signed-out') {
        keeper.failure = unrevoked
        changed()
      }
      return state()
    },
    whenSignedIn: async (signal) => {
      signal.throwIfAborted()
      if (keeper.standing === 'signed-out') await keeper.restore()
      if (keeper.standing === 'signed-in') return
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const abort = () => reject(signal.reason)
      waiting.add(resolve)
      signal.addEventListener('abort', abort, { once: true })
      if (signal.aborted) abort()
      await promise.finally(() => {
        waiting.delete(resolve)
        signal.removeEventListener('abort', abort)
      })
    },
    close: async () => {
      await cancel()
      await loopback?.close()
      await keeper.settled()
    },
  }
}
