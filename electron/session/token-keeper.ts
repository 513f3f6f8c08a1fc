import { type Failure, MusterError } from '../../shared/errors.ts'
import type { AccessTokens, Clock, Redactor, Vault } from '../ports.ts'
import type { Renewal } from './renewal.ts'
import {
  type Access,
  accessOf,
  readSessionEntry,
  renewedEntry,
  type SessionEntry,
  signedInEntry,
} from './session-entry.ts'
import type { SignedIn } from './sign-in.ts'

/** Whether there is a session to work with. */
export type Standing = 'signed-out' | 'signed-in' | 'expired'

/** What a {@link TokenKeeper} needs. */
export interface TokenKeeperParts {
  readonly renewal: Renewal
  readonly vault: Vault
  /** Name of the session's entry in the vault. */
  readonly entryName: string
  readonly clock: Clock
  readonly redactor: Redactor
  /** Logs a failure and gives it in the form the window shows. */
  readonly report: (message: string, error: unknown) => Failure
  /** Told whenever anything that the window sees has changed. */
  readonly onChange: () => void
}

/**
 * Holds the tokens of one connection. One refresh at a time; a rotated refresh token is in the vault before the access token
 * that came with it is handed out; `invalid_grant` ends the session, any other failure of a refresh does not.
 */
export class TokenKeeper {
  readonly #parts: TokenKeeperParts
  #access: Access | null = null
  /** The token that is being fetched or stored right now; null in the end when the caller has to look again. */
  #coming: Promise<string | null> | null = null
  #restoring: Promise<void> | null = null
  /** Counts sign-ins and sign-outs: what began before one must not take effect after it. */
  #era = 0
  standing: Standing = 'signed-out'
  entry: SessionEntry | null = null
  /** Why the last sign-in or refresh did not work; cleared by the next success. */
  failure: Failure | null = null

  /** The access token, for the SCIM client. */
  readonly tokens: AccessTokens = {
    current: () => this.#token(),
    renew: (rejected) => {
      if (this.#access?.token === rejected) this.#access = null
      return this.#token()
    },
  }

  constructor(parts: TokenKeeperParts) {
    this.#parts = parts
  }

  /** Takes up what the vault kept, unless there is a session already. No network. */
  restore(): Promise<void> {
    this.#restoring ??= this.#restore().finally(() => {
      this.#restoring = null
    })
    return this.#restoring
  }

  /** Starts the session of a sign-in. Ends when its refresh token is stored. */
  async begin(signedIn: SignedIn): Promise<void> {
    const now = this.#parts.clock.now()
    const { endless } = this.#parts.renewal
    const entry = { ...signedInEntry(signedIn, signedIn.admin, now), ...(endless ? { endsAt: null } : {}) }
    this.#era += 1
    this.#access = null
    this.entry = entry
    this.standing = 'signed-in'
    this.failure = null
    await this.#comes(async () => {
      await this.#store(entry)
      this.#access = accessOf(signedIn, now)
      return signedIn.accessToken
    })
  }

  /** Ends the session on this computer and gives the token that may be revoked. */
  async forget(): Promise<string | null> {
    const left = this.#parts.renewal.left(this.entry, this.#access?.token ?? null)
    this.#era += 1
    this.#access = null
    this.entry = null
    this.standing = 'signed-out'
    this.failure = null
    await this.#parts.vault.delete(this.#parts.entryName)
    return left
  }

  /**
   * Gives a token back to the provider. Never throws, for the token ends by itself as well: what stood in the way
   * comes back, null when nothing did.
   */
  async revoke(token: string): Promise<Failure | null> {
    try {
      await this.#parts.renewal.giveBack(token)
      return null
    } catch (error) {
      const detail = error instanceof MusterError ? error.message : undefined
      const unrevoked = new MusterError('signout-unrevoked', { ...(detail ? { detail } : {}), cause: error })
      return this.#parts.report('A token could not be given back; it ends by itself', unrevoked)
    }
  }

  /** Resolves when no refresh is under way and no new token is on its way into the vault. */
  async settled(): Promise<void> {
    await this.#coming?.catch(() => {})
  }

  async #restore(): Promise<void> {
    if (this.standing !== 'signed-out') return
    const era = this.#era
    const text = await this.#parts.vault.get(this.#parts.entryName)
    if (text === null || era !== this.#era) return
    const entry = readSessionEntry(text)
    if (!entry) {
      this.failure = this.#parts.report('The session in the vault can’t be read', new MusterError('session-expired'))
      return
    }
    this.entry = entry
    if (!this.#parts.renewal.lives(entry)) {
      this.standing = 'expired'
      this.failure = this.#parts.report('The session has expired', new MusterError('session-expired'))
      return
    }
    if (entry.refreshToken !== null) this.#parts.redactor.learn(entry.refreshToken)
    this.standing = 'signed-in'
    // Past its expected end only the provider can tell; asking now saves the admin from finding out in the middle of a push.
    if (entry.endsAt !== null && entry.endsAt <= this.#parts.clock.now()) this.#token().catch(() => {})
  }

  async #token(): Promise<string> {
    if (this.standing === 'signed-out') await this.restore()
    for (;;) {
      const token = this.#usable() ?? (await (this.#coming ?? this.#comes(() => this.#refresh())))
      if (token !== null) return token
    }
  }

  /** The token at hand, null when a new one has to come. */
  #usable(): string | null {
    if (this.standing === 'signed-out') throw new MusterError('signed-out')
    if (this.standing === 'expired') throw new MusterError('session-expired')
    return this.#access && this.#parts.clock.now() < this.#access.until ? this.#access.token : null
  }

  /** Makes everyone who asks for a token wait for this work. */
  #comes(work: () => Promise<string | null>): Promise<string | null> {
    const coming = work().finally(() => {
      if (this.#coming === coming) this.#coming = null
    })
    this.#coming = coming
    return coming
  }

  async #refresh(): Promise<string | null> {
    const era = this.#era
    const { entry } = this
    const askedAt = this.#parts.clock.now()
    try {
      if (!entry) throw new MusterError('session-expired')
      const reply = await this.#parts.renewal.renew(entry)
      if (era !== this.#era) {
        // Whoever signed out meanwhile does not want this one either. After a new sign-in it may share that one's grant.
        if (this.standing === 'signed-out' && reply.refreshToken) await this.revoke(reply.refreshToken)
        return null
      }
      const renewed = renewedEntry(entry, reply, this.#parts.clock.now())
      const failedBefore = this.failure !== null
      const keptBefore = this.#keptIn()
      this.entry = renewed
      if (renewed.refreshToken !== entry.refreshToken || renewed.endsAt !== entry.endsAt) await this.#store(renewed)
      if (era !== this.#era) return null
      this.#access = accessOf(reply, askedAt)
      this.failure = null
      if (failedBefore || keptBefore !== this.#keptIn() || renewed.endsAt !== entry.endsAt) this.#parts.onChange()
      return reply.accessToken
    } catch (error) {
      if (era !== this.#era) return null
      this.failure = this.#parts.report('The access token could not be refreshed', error)
      const code = error instanceof MusterError ? error.code : null
      if (code === 'session-expired') await this.#expire()
      // The entry stays in the vault: with another secret the next start is signed in again.
      else if (code === 'client-refused') this.standing = 'signed-out'
      this.#parts.onChange()
      throw error
    }
  }

  /** The refresh token is dead. That much is kept, so that after a restart the app still asks to sign in again. */
  async #expire(): Promise<void> {
    this.standing = 'expired'
    this.#access = null
    if (!this.entry) return
    this.entry = { ...this.entry, refreshToken: null }
    await this.#store(this.entry)
  }

  async #store(entry: SessionEntry): Promise<void> {
    await this.#parts.vault.set(this.#parts.entryName, JSON.stringify(entry))
  }

  #keptIn() {
    return this.#parts.vault.keptIn(this.#parts.entryName)
  }
}
