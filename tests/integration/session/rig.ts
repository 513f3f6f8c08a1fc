import { afterAll, afterEach, beforeAll } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { createHttp, type Fetch } from '../../../electron/net/http.ts'
import type { Clock, OpenUrl, Redactor, Vault } from '../../../electron/ports.ts'
import { createRedactor } from '../../../electron/redact.ts'
import { createSession, type Session, type SessionParts } from '../../../electron/session/session.ts'
import { createVault } from '../../../electron/session/vault.ts'
import type { SessionState } from '../../../shared/model/session.ts'
import { type ApproveOptions, approve } from '../../sandbox/browse.ts'
import { writeScope } from '../../sandbox/oidc/configuration.ts'
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts'
import { MemoryKeytar } from '../../unit/session/memory-keytar.ts'

/** What a test may choose about a {@link SessionRig}. */
export interface RigOptions {
  readonly clock?: Clock
  readonly vault?: Vault
  readonly openUrl?: OpenUrl
  readonly fetch?: Fetch
  readonly browser?: ApproveOptions
  /** What of the settings is another; a client secret means that the sandbox's confidential client signs in. */
  readonly identity?: { readonly authority?: string; readonly redirectUri?: string; readonly scopes?: string[] }
  readonly clientSecret?: () => string
}

/** A session on the sandbox's real provider, with everything that left it on record. */
export interface SessionRig {
  readonly session: Session
  readonly vault: Vault
  readonly keytar: MemoryKeytar
  readonly redactor: Redactor
  readonly states: SessionState[]
  readonly lines: string[]
  /** The addresses the browser was asked to open. */
  readonly opened: string[]
  /** Ends this session and starts another one on the same vault, as a restart of the app does. */
  restarted(options?: RigOptions): SessionRig
}

/** The id that all sessions of a rig have. */
export const connectionId = '6f9f2f57-4d8a-4a7c-9a53-0d3f0c1c1f10'

function identityOn({ settings, confidential }: Sandbox, options: RigOptions): SessionParts['identity'] {
  const { authority, clientId, redirectUri, scope } = settings.client
  if (options.clientSecret) {
    return { grant: 'client-credentials', authority, clientId: confidential.clientId, scopes: [writeScope] }
  }
  return {
    grant: 'authorization-code',
    authority,
    clientId,
    redirectUri,
    scopes: scope.split(' '),
    ...options.identity,
  }
}

/** A session against a sandbox; the browser signs in and agrees unless told otherwise. */
function sessionOn(sandbox: Sandbox, options: RigOptions = {}, kept = new MemoryKeytar()): SessionRig {
  const clock = options.clock ?? systemClock
  const redactor = createRedactor()
  const lines: string[] = []
  const states: SessionState[] = []
  const opened: string[] = []
  const line = (message: string, data?: unknown) =>
    void lines.push(redactor.clean(`${message} ${JSON.stringify(data)}`))
  const log = { info: line, warn: line, error: line }
  const vault = options.vault ?? createVault({ load: async () => kept, platform: 'linux', timeout: 1_000, clock, log })
  const browse: OpenUrl = async (url) => {
    await approve(url, sandbox.login, options.browser)
  }
  const session = createSession({
    id: connectionId,
    identity: identityOn(sandbox, options),
    clientSecret: async () => options.clientSecret?.() ?? '',
    http: createHttp({ fetch: options.fetch ?? fetch, redactor }),
    vault,
    clock,
    log,
    redactor,
    openUrl: (url) => {
      opened.push(url)
      return (options.openUrl ?? browse)(url)
    },
    onChange: (state) => void states.push(state),
  })
  return {
    session,
    vault,
    keytar: kept,
    redactor,
    states,
    lines,
    opened,
    restarted: (changed = {}) => sessionOn(sandbox, { ...options, ...changed }, kept),
  }
}

/** How often a request to the token endpoint with this grant was sent through `fetch`. */
export function countingFetch(grant: string): { readonly fetch: Fetch; count(): number } {
  let count = 0
  return {
    count: () => count,
    fetch: (url, init) => {
      if (typeof init.body === 'string' && new URLSearchParams(init.body).get('grant_type') === grant) count += 1
      return fetch(url, init)
    },
  }
}

/** For a file of tests, or a describe: one sandbox for all of them, and every session closed after its test. */
export function sessionTests() {
  let sandbox: Sandbox | null = null
  const rigs: SessionRig[] = []
  const running = (): Sandbox => {
    if (!sandbox) throw new Error('The sandbox starts before the first test.')
    return sandbox
  }
  const keep = (rig: SessionRig): SessionRig => {
    rigs.push(rig)
    return rig
  }
  beforeAll(async () => {
    sandbox = await startSandbox({ people: 0, accounts: 0 })
  })
  afterEach(async () => {
    running().setQuirks([])
    await Promise.all(rigs.splice(0).map(({ session }) => session.close()))
  })
  afterAll(() => sandbox?.stop())
  return {
    sandbox: running,
    /** Sees to it that a session is closed. */
    keep,
    /** Starts a session; the browser signs in and agrees unless told otherwise. */
    start: (options: RigOptions = {}) => keep(sessionOn(running(), options)),
  }
}
