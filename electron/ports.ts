/**
 * What the parts of main take as constructor arguments, so that they run in plain Node and their tests choose the world
 * they live in. Only the composition root (compose.ts) knows which implementation stands behind each.
 */

/** The time, and waiting. All times are Unix milliseconds. */
export interface Clock {
  now(): number
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** The log. Every line goes through the redactor; `data` is JSON. */
export interface Log {
  info(message: string, data?: Record<string, unknown>): void
  warn(message: string, data?: Record<string, unknown>): void
  error(message: string, data?: Record<string, unknown>): void
}

/** Knows every secret value that is in use and takes it out of any text. */
export interface Redactor {
  /** Remembers a secret of at least six characters; shorter ones would black out ordinary text. */
  learn(secret: string): void
  /** The text with every known secret replaced by dots, URL-encoded and JSON-escaped forms included. */
  clean(text: string): string
}

/** One request to a service. */
export interface HttpRequest {
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Milliseconds until the whole reply has to be there; 30,000 when left out. */
  readonly timeout?: number
  readonly signal?: AbortSignal
}

/** A reply, read to its end. */
export interface HttpReply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/**
 * Sends one request and reads the whole reply, whatever its status. No cookies, no redirects followed.
 * @throws MusterError `offline`, `unreachable`, `timeout`, `tls`, `redirect-refused`, `reply-too-large`.
 */
export type Http = (request: HttpRequest) => Promise<HttpReply>

/** Where a secret came to rest. */
export type KeptIn = 'keychain' | 'memory'

/** Secrets by name. Never throws for a broken keychain: it falls back to memory and says so. */
export interface Vault {
  get(name: string): Promise<string | null>
  /** Stores a secret and tells where it is kept now. */
  set(name: string, value: string): Promise<KeptIn>
  /** Where a secret that is stored is kept now; it moves when a keychain comes back. */
  keptIn(name: string): KeptIn
  delete(name: string): Promise<void>
}

/** The access token of a connection, as the SCIM client uses it. */
export interface AccessTokens {
  /**
   * A token that is valid for at least another 30 seconds, refreshed when needed, one refresh at a time.
   * @throws MusterError `signed-out`, `session-expired`, or a network code.
   */
  current(): Promise<string>
  /** A newer token than `rejected`, which the service answered with 401. Same errors as `current`. */
  renew(rejected: string): Promise<string>
}

/** Opens an address in the system browser. */
export type OpenUrl = (url: string) => Promise<void>
