import { randomBytes, randomUUID } from 'node:crypto'
import { type Failure, MusterError, toFailure } from '../../shared/errors.ts'
import type { VaultStatus } from '../../shared/model/session.ts'
import { t } from '../../shared/words/text.ts'
import type { Clock, KeptIn, Log, Vault } from '../ports.ts'
import { createKeychain, type Keytar } from './keychain.ts'
import { isVaultError, keychainNames, type Platform, type VaultErrorCode, vaultAdvice } from './vault-errors.ts'

export { pathTokenEntry, sessionEntry } from '../vault-entries.ts'

/** What {@link createVault} needs. */
export interface VaultParts {
  /** Loads keytar, at the first use and not before. */
  readonly load: () => Promise<Keytar>
  readonly platform: Platform
  readonly log: Log
  readonly clock: Clock
  /** Told when the keychain fails, and when it works again. */
  readonly emit?: (event: 'app.vault', status: VaultStatus) => void
  /** The service name of all entries; `Muster` when left out. */
  readonly service?: string
  /** Milliseconds that one call to the keychain may take; 10,000 when left out. */
  readonly timeout?: number
  /** Most bytes of one entry; 2,400 on Windows and no limit elsewhere when left out. */
  readonly chunkBytes?: number
}

/** A {@link Vault} that can say whether there is a keychain behind it. */
export interface KeychainVault extends Vault {
  /** What is known now. Before the first use nothing is, and `keptIn` is `memory` without a failure. */
  status(): VaultStatus
  /**
   * Tries the keychain by writing, reading and deleting a value. When it works again, everything that was kept in memory
   * moves into it.
   */
  probe(): Promise<VaultStatus>
}

/** Windows takes 2,560 bytes; some are left for what wraps the value. */
const windowsBytes = 2_400
/** Milliseconds after which storing something is a reason to try a failed keychain again. */
const retryAfter = 60_000
const probeEntry = 'probe'

/**
 * The vault: the system's keychain where there is one, else memory until the app ends. Never a file.
 * Once the keychain has failed it is left alone, so that no prompt nags, until {@link KeychainVault.probe} or, a minute
 * later at the earliest, the next value to store.
 */
export function createVault(parts: VaultParts): KeychainVault {
  const { platform, log, clock } = parts
  const keychain = createKeychain({
    load: parts.load,
    service: parts.service ?? 'Muster',
    timeout: parts.timeout ?? 10_000,
    chunkBytes: parts.chunkBytes ?? (platform === 'win32' ? windowsBytes : Number.POSITIVE_INFINITY),
  })
  /** What the keychain should hold but does not; null for an entry that should be gone. */
  const owed = new Map<string, string | null>()
  let usable: boolean | null = null
  let problem: { readonly code: VaultErrorCode; readonly failure: Failure; readonly at: number } | null = null
  let queue: Promise<unknown> = Promise.resolve()

  /** One at a time, in order: a value and its successor must not overtake each other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work)
    queue = turn.catch(() => {})
    return turn
  }

  function fail(error: unknown): void {
    const known = error instanceof MusterError ? error : new MusterError('vault-missing', { cause: error })
    const code = isVaultError(known.code) ? known.code : 'vault-missing'
    const failure = toFailure(known, randomUUID().slice(0, 8))
    usable = false
    problem = { code, failure, at: clock.now() }
    parts.emit?.('app.vault', status())
    log.warn('The keychain can’t be used; secrets stay in memory', { id: failure.id, code, detail: known.detail })
  }

  async function tryOut(): Promise<void> {
    try {
      const value = randomBytes(12).toString('hex')
      await keychain.set(probeEntry, value)
      const back = await keychain.get(probeEntry)
      await keychain.delete(probeEntry)
      if (back !== value) throw new MusterError('vault-missing', { detail: t('It did not give back what was stored.') })
      for (const [name, owedValue] of owed) {
        await (owedValue === null ? keychain.delete(name) : keychain.set(name, owedValue))
        owed.delete(name)
      }
      usable = true
      const recovered = problem !== null
      problem = null
      if (recovered) parts.emit?.('app.vault', status())
    } catch (error) {
      fail(error)
    }
  }

  async function ready(): Promise<boolean> {
    if (usable === null) await tryOut()
    return usable === true
  }

  /** Stores or removes (null), in the keychain if it can be, else in memory. */
  async function put(name: string, value: string | null): Promise<KeptIn> {
    owed.set(name, value)
    if (problem && clock.now() - problem.at >= retryAfter) await tryOut()
    else if ((await ready()) && owed.has(name)) {
      try {
        await (value === null ? keychain.delete(name) : keychain.set(name, value))
        owed.delete(name)
      } catch (error) {
        fail(error)
      }
    }
    return keptIn(name)
  }

  /** What the keychain is not owed it has: it was stored before, or read from there. */
  const keptIn = (name: string): KeptIn => (typeof owed.get(name) === 'string' ? 'memory' : 'keychain')

  const status = (): VaultStatus => ({
    keptIn: usable ? 'keychain' : 'memory',
    name: keychainNames[platform],
    failure: problem?.failure ?? null,
    advice: problem ? vaultAdvice(platform, problem.code) : null,
  })

  return {
    status,
    keptIn,
    probe: () => inTurn(tryOut).then(status),
    set: (name, value) => inTurn(() => put(name, value)),
    delete: (name) => inTurn(() => put(name, null)).then(() => undefined),
    get: (name) =>
      inTurn(async () => {
        const kept = owed.get(name)
        if (kept !== undefined) return kept
        if (!(await ready())) return owed.get(name) ?? null
        try {
          return await keychain.get(name)
        } catch (error) {
          fail(error)
          return null
        }
      }),
  }
}
