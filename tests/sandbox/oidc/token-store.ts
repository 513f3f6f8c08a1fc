import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Stored {
  readonly model: string
  readonly payload: AdapterPayload
  /** Unix seconds after which the record may be swept; Infinity for records without an end. */
  readonly sweepAfter: number
}

const nowSeconds = () => Math.floor(Date.now() / 1000)
/** An expired token is kept this long, so that the provider can say “expired” rather than “unknown”. */
const keepExpired = 3600
const sweepEvery = 10_000
const secretModels = new Set(['AccessToken', 'RefreshToken', 'AuthorizationCode', 'ClientCredentials'])

/**
 * Everything the provider remembers (sessions, grants, tokens), in memory. Unlike the provider's own memory adapter it
 * has no limit of 1,000 entries, can be looked into without waiting, and lets a test end tokens early.
 */
export class TokenStore {
  readonly #stored = new Map<string, Stored>()
  readonly #sessionByUid = new Map<string, string>()
  readonly #keysByGrant = new Map<string, Set<string>>()
  readonly #issued = new Map<string, string>()
  #writes = 0

  /** The storage of one of the provider's models, as `oidc-provider` wants it. */
  adapter(model: string): Adapter {
    const key = (id: string) => `${model}:${id}`
    return {
      upsert: async (id, payload, expiresIn) => this.#put(model, key(id), payload, expiresIn),
      find: async (id) => this.#stored.get(key(id))?.payload,
      findByUid: async (uid) => this.#stored.get(this.#sessionByUid.get(uid) ?? '')?.payload,
      findByUserCode: async () => undefined,
      consume: async (id) => {
        const found = this.#stored.get(key(id))
        if (found) found.payload.consumed = nowSeconds()
      },
      destroy: async (id) => this.#drop(key(id)),
      revokeByGrantId: async (grantId) => {
        for (const member of [...(this.#keysByGrant.get(grantId) ?? [])]) this.#drop(member)
      },
    }
  }

  /** The payload of a token that has neither ended nor been revoked. */
  live(model: string, id: string): AdapterPayload | undefined {
    const payload = this.#stored.get(`${model}:${id}`)?.payload
    return payload && (payload.exp ?? Number.POSITIVE_INFINITY) > nowSeconds() ? payload : undefined
  }

  /** Every token and code that was ever given out, revoked and ended ones included, by a name that is no secret. */
  issued(): { name: string; value: string }[] {
    return [...this.#issued].map(([value, model], index) => ({ name: `${model} ${index + 1}`, value }))
  }

  /** Sets the end of every token of a model, in Unix seconds. */
  endAll(model: string, at: number): void {
    for (const stored of this.#stored.values()) if (stored.model === model) stored.payload.exp = at
  }

  /** Forgets every token of a model, as if each had been revoked. */
  dropAll(model: string): void {
    for (const [key, stored] of [...this.#stored]) if (stored.model === model) this.#drop(key)
  }

  #put(model: string, key: string, payload: AdapterPayload, expiresIn: number | undefined): void {
    const sweepAfter = expiresIn === undefined ? Number.POSITIVE_INFINITY : nowSeconds() + expiresIn + keepExpired
    this.#stored.set(key, { model, payload, sweepAfter })
    if (secretModels.has(model) && payload.jti) this.#issued.set(payload.jti, model)
    if (model === 'Session' && payload.uid) this.#sessionByUid.set(payload.uid, key)
    if (payload.grantId && model !== 'Session') {
      const members = this.#keysByGrant.get(payload.grantId) ?? new Set()
      this.#keysByGrant.set(payload.grantId, members.add(key))
    }
    this.#writes += 1
    if (this.#writes % sweepEvery === 0) this.#sweep()
  }

  #drop(key: string): void {
    const payload = this.#stored.get(key)?.payload
    this.#stored.delete(key)
    if (payload?.grantId) this.#keysByGrant.get(payload.grantId)?.delete(key)
    if (payload?.uid && this.#sessionByUid.get(payload.uid) === key) this.#sessionByUid.delete(payload.uid)
  }

  #sweep(): void {
    const now = nowSeconds()
    for (const [key, stored] of [...this.#stored]) if (stored.sweepAfter < now) this.#drop(key)
  }
}
