import type { Quirks } from '../quirks.ts'
import { Refusal } from './refusal.ts'

/** Requests within a second before the rate limits say stop. */
const requestsPerSecond = 20
/** Every how many requests or writes trouble comes. */
const everyNth = 5
const retryAfterSeconds = 1
const serverErrors = [500, 502, 503, 504]

/** What happens to the reply of a write that was stored. */
export type ReplyFate = 'sent' | 'dropped' | 'timed-out'

/** The switches that make a service slow, busy or unreliable. Counts, rather than dice, decide: runs can be repeated. */
export class Trouble {
  readonly #quirks: Quirks
  #windowStart = 0
  #inWindow = 0
  #requests = 0
  #writes = 0
  #serverErrors = 0

  constructor(quirks: Quirks) {
    this.#quirks = quirks
  }

  /** Milliseconds by which the reply is late. */
  get delay(): number {
    return this.#quirks.has('slow') ? 200 : 0
  }

  /**
   * Called for every request before it is looked at.
   * @throws Refusal 429, or a 5xx.
   */
  enter(): void {
    this.#limitRate()
    this.#requests += 1
    if (!this.#quirks.has('flaky-5xx') || this.#requests % everyNth !== 0) return
    const status = serverErrors[this.#serverErrors % serverErrors.length] ?? 500
    this.#serverErrors += 1
    throw new Refusal(status, 'The service has an internal problem.')
  }

  /** Called for every write that was stored. */
  afterWrite(): ReplyFate {
    this.#writes += 1
    if (this.#writes % everyNth !== 0) return 'sent'
    if (this.#quirks.has('drop-after-store')) return 'dropped'
    return this.#quirks.has('timeout-after-store') ? 'timed-out' : 'sent'
  }

  #limitRate(): void {
    const names = ['rate-limit', 'rate-limit-date', 'rate-limit-bare'] as const
    const on = names.find((name) => this.#quirks.has(name))
    if (!on) return
    const now = Date.now()
    if (now - this.#windowStart >= 1000) {
      this.#windowStart = now
      this.#inWindow = 0
    }
    this.#inWindow += 1
    if (this.#inWindow <= requestsPerSecond) return
    const headers: Partial<Record<typeof on, Record<string, string>>> = {
      'rate-limit': { 'retry-after': String(retryAfterSeconds) },
      // An HTTP date has whole seconds, so one is added lest it lie in the past.
      'rate-limit-date': { 'retry-after': new Date(now + (retryAfterSeconds + 1) * 1000).toUTCString() },
    }
    throw new Refusal(429, 'Too many requests.', null, headers[on] ?? {})
  }
}
