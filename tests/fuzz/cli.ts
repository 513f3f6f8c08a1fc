import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { boundaries } from './boundaries.ts'
import type { Verdict } from './boundary.ts'

/** What a thread is told to try. */
interface Task {
  readonly name: string
  readonly inputs: number
  readonly seed: number
  /** Counts the inputs that were begun, where the main thread can see it. */
  readonly begun: SharedArrayBuffer
}

/** Milliseconds after which an input counts as one that never ends. Many times what the dearest takes on a busy machine. */
const patience = 180_000

/** Tries one boundary in a thread of its own, so that an input that never ends can be noticed and named. */
async function tryApart(name: string, inputs: number, seed: number): Promise<Verdict> {
  const begun = new SharedArrayBuffer(4)
  const count = new Int32Array(begun)
  const task: Task = { name, inputs, seed, begun }
  const worker = new Worker(new URL(import.meta.url), { workerData: task })
  const { promise, resolve } = Promise.withResolvers<Verdict>()
  worker.once('message', resolve)
  worker.once('error', (error) => resolve({ inputs: Atomics.load(count, 0), broken: error.stack ?? String(error) }))
  let [seen, since] = [-1, Date.now()]
  const watch = setInterval(() => {
    const now = Atomics.load(count, 0)
    if (now !== seen) [seen, since] = [now, Date.now()]
    else if (Date.now() - since > patience) resolve({ inputs: now, broken: `Input ${now} did not end.` })
  }, 1_000)
  try {
    return await promise
  } finally {
    clearInterval(watch)
    await worker.terminate()
  }
}

/** `npm run fuzz [-- --inputs 100000 --only ipc-people,scim-pages --seed 1]` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      inputs: { type: 'string', default: '100000' },
      only: { type: 'string' },
      seed: { type: 'string', default: String(randomInt(1, 1_000_000)) },
    },
  })
  const only = values.only?.split(',') ?? null
  const unknown = only?.filter((name) => !boundaries.some((one) => one.name === name)) ?? []
  const [inputs, seed] = [Number(values.inputs), Number(values.seed)]
  if (unknown.length > 0 || !Number.isInteger(inputs) || !Number.isInteger(seed)) {
    const names = boundaries.map(({ name }) => name).join(', ')
    process.stderr.write(`${unknown.join(', ') || 'That number'} is not known. The boundaries are: ${names}.\n`)
    process.exitCode = 2
    return
  }
  for (const { name } of boundaries.filter((one) => only?.includes(one.name) ?? true)) {
    const began = performance.now()
    const { inputs: tried, broken } = await tryApart(name, inputs, seed)
    const seconds = Math.round((performance.now() - began) / 1000)
    process.stdout.write(`${name}: seed ${seed}, ${tried} inputs, ${broken ? 'BROKEN' : 'all held'}, ${seconds} s\n`)
    if (broken === null) continue
    process.stdout.write(`${broken}\n`)
    process.exitCode = 1
  }
}

/** The other side of {@link tryApart}. */
async function tryHere({ name, inputs, seed, begun }: Task): Promise<void> {
  const count = new Int32Array(begun)
  const found = boundaries.find((one) => one.name === name)
  const verdict = await found?.attempt({ inputs, seed, onInput: () => Atomics.add(count, 0, 1) })
  parentPort?.postMessage(verdict)
}

await (isMainThread ? main() : tryHere(workerData as Task))
