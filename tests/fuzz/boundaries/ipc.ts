import type { IpcMainInvokeEvent } from 'electron'
import fc from 'fast-check'
import type { z } from 'zod'
import { registerCalls } from '../../../electron/ipc/register.ts'
import { createSealing, type Sealing } from '../../../electron/ipc/sealed.ts'
import { createRedactor } from '../../../electron/redact.ts'
import { seal } from '../../../renderer/seal.ts'
import { channelOf, contract, type Handlers } from '../../../shared/contract.ts'
import { errorCodes } from '../../../shared/errors.ts'
import type { Result } from '../../../shared/result.ts'
import { silentLog } from '../../support/silent-log.ts'
import { type Boundary, boundary } from '../boundary.ts'
import { inputsOf } from '../from-schema.ts'
import { anyJson, anyText } from '../inputs.ts'
import { type MainWorld, mainWorld, vaultSecrets } from '../main-world.ts'
import { holdsNoSecret, must } from '../refusal.ts'

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<Result<unknown>>

const origin = 'app://muster'
const windowId = 7
const ours = { sender: { id: windowId }, senderFrame: { url: `${origin}/index.html`, parent: null } }

function listenersOf(handlers: Handlers, redactor = createRedactor()): Map<string, Listener> {
  const listeners = new Map<string, Listener>()
  registerCalls(
    {
      ipc: {
        handle: (channel, listener) => void listeners.set(channel, listener as Listener),
        removeAllListeners: () => ({}) as never,
      },
      windowId: () => windowId,
      origin,
      log: silentLog,
      redactor,
    },
    handlers,
  )
  return listeners
}

/** What every call has to give, whatever it was given. */
function judged(name: string, result: Result<unknown>): void {
  const text = JSON.stringify(result)
  holdsNoSecret(text, vaultSecrets)
  if (result.ok) return
  must(errorCodes.includes(result.error.code), `${name} failed with a code of its own.`)
  // Main's own words for “this must not happen”.
  must(!['internal', 'ipc-output'].includes(result.error.code), `${name} failed inside: ${text}`)
}

const cyclic: { self?: unknown } = {}
cyclic.self = cyclic
let deep: unknown = 'bottom'
for (let level = 0; level < 5_000; level++) deep = level % 2 === 0 ? [deep] : { deep }

/** What the structured clone algorithm lets through, and no schema expects. */
const hostile = fc.oneof(
  anyJson,
  anyText,
  fc.constantFrom<unknown>(
    cyclic,
    deep,
    'x'.repeat(100_000),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    2n ** 70n,
    new Date(Number.NaN),
    new Map([['a', cyclic]]),
    new Set([1]),
    new Uint8Array(9),
    /x/,
    new Error('x'),
    undefined,
    null,
    { length: 2 ** 40 },
    JSON.parse('{"__proto__":{"ok":true},"constructor":{"prototype":{}}}'),
  ),
)

/** Names of what is there, so that calls get beyond the first check, and texts that are nothing. */
const texts = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('@connection', '@connection', '@plan', '@hash', '@run', '@grant', '@account'),
  },
  fc.constantFrom('ann@contoso.example', 'Ann', '1', 'title', 'https://scim.contoso.example', 'localhost', '@sealed'),
  anyText,
  fc.uuid(),
)

/** Puts in what the names stand for, and seals what is to be sealed. */
async function meant(value: unknown, names: Readonly<Record<string, string>>, sealing: Sealing): Promise<unknown> {
  if (typeof value === 'string') return Object.hasOwn(names, value) ? names[value] : value
  if (Object.prototype.toString.call(value) !== '[object Object]' && !Array.isArray(value)) return value
  if (value === cyclic || value === deep) return value
  const entries = await Promise.all(
    Object.entries(value as object).map(async ([key, one]) => [key, await meant(one, names, sealing)] as const),
  )
  if (Array.isArray(value)) return entries.map(([, one]) => one)
  const made: Record<string, unknown> = Object.fromEntries(entries)
  const toSeal = typeof made.key === 'string' && typeof made.data === 'string' && typeof made.iv === 'string'
  return toSeal && made.iv === '@sealed' ? seal(String(made.data), sealing.publicKey) : made
}

/** After so many calls the world is made anew, so that the last call costs no more than the first. */
const callsOfWorld = 300

const ofGroup = (group: keyof typeof contract): Boundary =>
  boundary({
    name: `ipc-${group}`,
    cost: 12,
    inputs: fc.oneof(
      ...Object.entries(contract[group] as Record<string, { input: z.ZodType }>).map(([name, { input }]) =>
        fc.record({ name: fc.constant(name), args: inputsOf(input, { texts, hostile }).map((one) => [one]) }),
      ),
    ),
    open: async () => {
      const sealing = await createSealing()
      let world: MainWorld | null = null
      let listeners = new Map<string, Listener>()
      let calls = 0
      return {
        holds: async ({ name, args }: { name: string; args: unknown[] }) => {
          if (world === null || calls++ % callsOfWorld === 0) {
            await world?.close()
            world = await mainWorld(sealing)
            listeners = listenersOf(world.handlers, world.redactor)
          }
          await world.mend()
          const names = await world.names()
          const given = await Promise.all(args.map((one) => meant(one, names, sealing)))
          const listener = listeners.get(channelOf(group, name))
          must(listener !== undefined, `${group}.${name} is not answered.`)
          judged(`${group}.${name}`, await listener(ours as unknown as IpcMainInvokeEvent, ...given))
          holdsNoSecret(JSON.stringify(world.emitted.splice(0)), vaultSecrets)
        },
        close: () => world?.close(),
      }
    },
  })

/** Every call of the contract, group by group, on main's own parts. */
export const ipcCalls: readonly Boundary[] = (Object.keys(contract) as (keyof typeof contract)[]).map(ofGroup)

const frame = fc.oneof(
  fc.constant(null),
  fc.record({
    url: fc.oneof(
      anyText,
      fc.constantFrom(`${origin}/index.html`, 'app://muster.example/', 'https://muster/', 'about:blank', 'data:,', ''),
    ),
    parent: fc.constantFrom<unknown>(null, {}, undefined),
  }),
)

/** Who may call: nobody but the main frame of our window at our origin, and with one argument of a bearable size. */
export const ipcSenders: Boundary = boundary({
  name: 'ipc-senders',
  inputs: fc.record({
    channel: fc.nat(),
    frame,
    sender: fc.constantFrom(windowId, windowId, windowId + 1, 0, -1, Number.NaN),
    args: fc.array(hostile, { maxLength: 3 }),
  }),
  open: () => {
    let ran = 0
    const counting = Object.fromEntries(
      Object.entries(contract).map(([group, calls]) => [
        group,
        Object.fromEntries(Object.keys(calls).map((name) => [name, () => void ran++])),
      ]),
    )
    const listeners = [...listenersOf(counting as unknown as Handlers).entries()]
    return {
      holds: async ({ channel, frame: given, sender, args }) => {
        const [name, listener] = listeners[channel % listeners.length] ?? []
        const before = ran
        const event = { sender: { id: sender }, senderFrame: given } as unknown as IpcMainInvokeEvent
        const result = await listener?.(event, ...args)
        must(result !== undefined, 'Nobody answers.')
        const url = given === null ? null : URL.parse(given.url)
        const isOurs =
          given?.parent === null && sender === windowId && url?.protocol === 'app:' && url.host === 'muster'
        if (!isOurs) {
          must(ran === before, `${name} ran for a stranger.`)
          must(!result.ok && result.error.code === 'ipc-sender', `${name} does not refuse a stranger as one.`)
        }
        if (args.length > 1) must(ran === before, `${name} ran with two arguments.`)
      },
    }
  },
})
