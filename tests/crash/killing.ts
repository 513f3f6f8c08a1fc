import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Order, Said } from './messages.ts'

/** When a process is killed: so many requests after it began, and some milliseconds later; or so long after it began. */
export type Moment =
  | { readonly after: 'requests'; readonly requests: number; readonly ms: number }
  | { readonly after: 'start'; readonly ms: number }

/** How a process went. */
export interface Life {
  readonly killed: boolean
  readonly said: readonly Said[]
}

/**
 * Starts a pusher and kills it, process and all, at the moment given; null lets it come to its end.
 * @param requests how many requests the service has had.
 * @throws Error when it ends by itself and not in order.
 */
export async function live(order: Order, moment: Moment | null, requests: () => number): Promise<Life> {
  const child = fork(join(import.meta.dirname, 'pusher.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const said: Said[] = []
  child.on('message', (one: Said) => said.push(one))
  const exited = once(child, 'exit')
  const over = exited.then(() => true as const)
  const stop = new AbortController()
  try {
    child.send(order)
    if (moment !== null) await Promise.race([reached(moment, requests, child, stop.signal), over])
    if (moment !== null && child.exitCode === null) child.kill('SIGKILL')
    const [code, signal] = await exited
    if (signal === 'SIGKILL') return { killed: true, said }
    if (code !== 0) throw new Error(`The pusher ended by itself with ${signal ?? code}.`)
    return { killed: false, said }
  } finally {
    stop.abort()
    if (child.exitCode === null) child.kill('SIGKILL')
  }
}

async function reached(
  moment: Moment,
  requests: () => number,
  child: ChildProcess,
  signal: AbortSignal,
): Promise<void> {
  if (moment.after === 'requests') {
    const enough = requests() + moment.requests
    while (requests() < enough && child.exitCode === null && !signal.aborted) await sleep(1)
  }
  await sleep(moment.ms)
}
