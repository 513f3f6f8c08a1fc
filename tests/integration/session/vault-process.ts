import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { KeptIn, Vault } from '../../../electron/ports.ts'
import type { VaultStatus } from '../../../shared/model/session.ts'

/** A vault on the keychain of a given environment. The process is needed because libsecret looks at it once only. */
export interface VaultProcess extends Vault {
  probe(): Promise<VaultStatus>
  status(): Promise<VaultStatus>
  end(): Promise<void>
}

/** Starts a process that sees exactly this environment. */
export function startVault(
  env: Readonly<Record<string, string>>,
  options: { readonly chunkBytes?: number; readonly timeout?: number } = {},
): VaultProcess {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./vault-child.ts', import.meta.url)), JSON.stringify(options)],
    {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const waiting = new Map<number, (reply: unknown) => void>()
  const kept = new Map<string, KeptIn>()
  let next = 0
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, reply }: { id: number; reply: unknown } = JSON.parse(line)
    waiting.get(id)?.(reply)
    waiting.delete(id)
  })

  /** What comes back is what the vault in the other process gave, so its type is the vault's own. */
  function ask<T>(call: string, name = '', value = ''): Promise<T> {
    const id = next++
    const { promise, resolve } = Promise.withResolvers<T>()
    waiting.set(id, resolve as (reply: unknown) => void)
    child.stdin.write(`${JSON.stringify({ id, call, name, value })}\n`)
    return promise
  }

  return {
    get: async (name) => {
      const value = await ask<string | null>('get', name)
      kept.set(name, await ask('keptIn', name))
      return value
    },
    set: async (name, value) => {
      const keptIn = await ask<KeptIn>('set', name, value)
      kept.set(name, keptIn)
      return keptIn
    },
    delete: (name) => ask('delete', name),
    keptIn: (name) => kept.get(name) ?? 'memory',
    probe: () => ask('probe'),
    status: () => ask('status'),
    end: async () => {
      child.stdin.end()
      await ended
    },
  }
}
