import { MusterError } from '../../shared/errors.ts'
import { chunkNames, maxChunks, needsChunks, otherSet, readIndex, splitBytes, writeIndex } from './chunks.ts'
import { vaultErrorCode } from './vault-errors.ts'

/** The part of keytar that Muster uses. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>
  setPassword(service: string, account: string, password: string): Promise<void>
  deletePassword(service: string, account: string): Promise<boolean>
}

/** What {@link createKeychain} needs. */
export interface KeychainParts {
  /** Loads keytar; may fail where its system library (libsecret) is not installed. */
  readonly load: () => Promise<Keytar>
  /** The service name that all entries carry in the keychain. */
  readonly service: string
  /** Milliseconds that one call may take. */
  readonly timeout: number
  /** Most bytes of one entry. */
  readonly chunkBytes: number
}

/** Parts are never made smaller than this many bytes, however short a keychain wants them. */
const fewest = 256

/** Secrets by name in the system's keychain. One call at a time has to be seen to by the caller. */
export interface Keychain {
  /** @throws MusterError one of the `vault-…` codes of {@link file://./vault-errors.ts}, as all of these do. */
  get(name: string): Promise<string | null>
  set(name: string, value: string): Promise<void>
  delete(name: string): Promise<void>
}

/** The keychain through keytar: time limit, named failures, long values in parts. */
export function createKeychain({ load, service, timeout, chunkBytes }: KeychainParts): Keychain {
  let hanging = 0
  /** Most bytes of one entry, less once the keychain has found an entry too long. */
  let most = chunkBytes

  /**
   * A call that is past its limit still holds a thread of Node's pool, which has four; while one does, no other is started,
   * or files and DNS would stand still with the keychain.
   */
  async function call<T>(work: (keytar: Keytar) => Promise<T>): Promise<T> {
    if (hanging > 0) throw new MusterError('vault-timeout')
    let late = false
    const { promise, reject, resolve } = Promise.withResolvers<T>()
    const timer = setTimeout(() => {
      late = true
      hanging += 1
      reject(new MusterError('vault-timeout'))
    }, timeout)
    load()
      .then(work)
      .then(resolve, (error) => reject(named(error)))
      .finally(() => {
        clearTimeout(timer)
        if (late) hanging -= 1
      })
    return promise
  }

  const read = (name: string) => call((keytar) => keytar.getPassword(service, name))
  const write = (name: string, value: string) => call((keytar) => keytar.setPassword(service, name, value))
  const remove = (name: string) => call((keytar) => keytar.deletePassword(service, name))

  return {
    async get(name) {
      const entry = await read(name)
      const index = readIndex(entry)
      if (!index) return entry
      const parts: string[] = []
      for (const part of chunkNames(name, index)) {
        const value = await read(part)
        if (value === null) return null
        parts.push(value)
      }
      return parts.join('')
    },

    async set(name, value) {
      for (;;) {
        try {
          return await store(name, value)
        } catch (error) {
          if (!(error instanceof MusterError) || error.code !== 'vault-too-long' || most <= fewest) throw error
          most = Math.max(fewest, Math.floor(Math.min(most, Buffer.byteLength(value)) / 2))
        }
      }
    },

    async delete(name) {
      const index = Number.isFinite(most) ? readIndex(await read(name)) : null
      await remove(name)
      for (const part of index ? chunkNames(name, index) : []) await remove(part)
    },
  }

  async function store(name: string, value: string): Promise<void> {
    // Where nothing is ever cut there is nothing old to look for: one call instead of two.
    const old = Number.isFinite(most) ? readIndex(await read(name)) : null
    if (needsChunks(value, most)) {
      const parts = splitBytes(value, most)
      if (parts.length > maxChunks) throw new MusterError('vault-too-long')
      const index = { set: otherSet(old), count: parts.length }
      for (const [part, partName] of chunkNames(name, index).entries()) await write(partName, parts[part] ?? '')
      await write(name, writeIndex(index))
    } else {
      await write(name, value)
    }
    for (const part of old ? chunkNames(name, old) : []) await remove(part)
  }
}

/** A keychain's own error with a code. Its text holds names of entries at most, never a value. */
function named(error: unknown): MusterError {
  const text = error instanceof Error ? error.message : 'unknown'
  return new MusterError(vaultErrorCode(text), { detail: text })
}
