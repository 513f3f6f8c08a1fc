/** Runs the real vault on the real keytar in a process of its own: one JSON call a line on stdin, one JSON reply a line. */
import { createInterface } from 'node:readline'
import { systemClock } from '../../../electron/clock.ts'
import { createVault } from '../../../electron/session/vault.ts'
import { silentLog } from '../../support/silent-log.ts'

const { chunkBytes, timeout }: { chunkBytes?: number; timeout?: number } = JSON.parse(process.argv[2] ?? '{}')
const vault = createVault({
  load: async () => (await import('keytar')).default,
  platform: 'linux',
  service: 'Muster test',
  clock: systemClock,
  log: silentLog,
  ...(chunkBytes ? { chunkBytes } : {}),
  ...(timeout ? { timeout } : {}),
})

const calls: Record<string, (name: string, value: string) => unknown> = {
  get: (name) => vault.get(name),
  set: (name, value) => vault.set(name, value),
  delete: (name) => vault.delete(name),
  keptIn: (name) => vault.keptIn(name),
  probe: () => vault.probe(),
  status: () => vault.status(),
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, call, name, value }: { id: number; call: string; name: string; value: string } = JSON.parse(line)
  process.stdout.write(`${JSON.stringify({ id, reply: (await calls[call]?.(name, value)) ?? null })}\n`)
}
