import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { QuirkName } from '../sandbox/quirks.ts'
import type { Place } from './muster.ts'
import { type Part, startPart } from './part.ts'
import type { PreparerDuties } from './parts/preparer.ts'
import type { TenantDuties } from './parts/tenant.ts'

/** A tenant sandbox that runs in a process of its own. */
export type Tenant = Awaited<ReturnType<TenantDuties['start']>> & { readonly place: Place }

/** How a tenant is made. */
export interface TenantOptions {
  readonly people: number
  readonly accounts: number
  /** Milliseconds that every reply comes late; 0 is loopback itself. */
  readonly delay: number
  /** What the sandbox is like; ordinary when left out. */
  readonly quirks?: readonly QuirkName[]
}

/** What the measures of one run of the bench share. */
export interface World {
  /** The number that a full run has, scaled down where a short one was asked for; never less than `least`. */
  sized(full: number, least?: number): number
  /** An empty folder that lasts as long as the bench. */
  readonly folder: string
  /** Says something that is not a figure of the table, on standard error. */
  note(text: string): void
  /** A tenant; the same options give the same one. */
  tenant(options: TenantOptions): Promise<Tenant>
  /** Path of a database with that many people, and as many accounts as a tenant of that size has. Copy it to use it. */
  prepared(count: number): Promise<string>
  /** Does something once for each name, which says what it is and of what. */
  once<T>(name: string, make: () => Promise<T>): Promise<T>
  /** A part that is ended with the bench at the latest. */
  part: typeof startPart
  /** Does something when the bench is over. */
  later(close: () => unknown): void
  /** Ends every process and removes the folder. */
  close(): Promise<void>
}

/** @param scale 1 for the sizes of the budgets, less for a short run. */
export function createWorld(scale: number): World {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'))
  const closings: (() => unknown)[] = []
  const made = new Map<string, Promise<unknown>>()
  const once = <T>(name: string, make: () => Promise<T>): Promise<T> => {
    const known = made.get(name) ?? make()
    made.set(name, known)
    // Whatever has this name was made by the same function.
    return known as Promise<T>
  }
  const part: World['part'] = (name, path) => {
    const started = startPart(name, path)
    closings.push(started.end)
    return started as Part<never>
  }
  const world: World = {
    folder,
    once,
    part,
    sized: (full, least = 1) => Math.max(least, Math.round(full * scale)),
    note: (text) => void process.stderr.write(`  ${text}\n`),
    later: (close) => void closings.push(close),
    tenant: (options) =>
      once(`tenant ${JSON.stringify(options)}`, async () => {
        const started = await part<TenantDuties>('tenant').ask('start', options)
        const { settings, accessToken } = started
        return { ...started, place: { baseUrl: started.origin, pathToken: settings.scim.token, accessToken } }
      }),
    prepared: (count) =>
      once(`prepared ${count}`, async () => {
        const { place, peopleFile } = await world.tenant({ people: count, accounts: count, delay: 0 })
        const file = join(folder, `prepared-${count}.db`)
        const preparer = part<PreparerDuties>('preparer')
        const { seconds } = await preparer.ask('prepare', { file, place, peopleFile })
        await preparer.end()
        world.note(`${count} people and accounts were read and stored in ${seconds.toFixed(1)} s`)
        return file
      }),
    close: async () => {
      for (const close of closings.reverse()) await close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return world
}

/** Work that several measures rest on is done once for each world. */
export function perWorld<T>(work: (world: World) => Promise<T>): (world: World) => Promise<T> {
  const done = new WeakMap<World, Promise<T>>()
  return (world) => {
    const known = done.get(world) ?? work(world)
    done.set(world, known)
    return known
  }
}
