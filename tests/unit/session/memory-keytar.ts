import type { Keytar } from '../../../electron/session/keychain.ts'

/** A keychain in memory that can be made to fail, to hang, and to refuse long values as Windows does. */
export class MemoryKeytar implements Keytar {
  readonly entries = new Map<string, string>()
  readonly calls: string[] = []
  /** Thrown by every call while set. */
  failure: Error | null = null
  /** While set, calls do not end before it resolves. */
  gate: Promise<void> | null = null
  /** Most bytes of a value. */
  limit = Number.POSITIVE_INFINITY
  /** Counts down with each write; at zero the process is gone and nothing is written any more. */
  writesLeft = Number.POSITIVE_INFINITY

  async #enter(call: string): Promise<void> {
    this.calls.push(call)
    await this.gate
    if (this.failure) throw this.failure
  }

  async getPassword(_service: string, account: string): Promise<string | null> {
    await this.#enter(`get ${account}`)
    return this.entries.get(account) ?? null
  }

  async setPassword(_service: string, account: string, password: string): Promise<void> {
    await this.#enter(`set ${account}`)
    if (Buffer.byteLength(password) > this.limit) throw new Error('The stub received bad data.')
    if (this.writesLeft-- <= 0) throw new Error('killed')
    this.entries.set(account, password)
  }

  async deletePassword(_service: string, account: string): Promise<boolean> {
    await this.#enter(`delete ${account}`)
    if (this.writesLeft-- <= 0) throw new Error('killed')
    return this.entries.delete(account)
  }
}
