import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JsonObject } from '../../shared/model/json.ts'
import { flatten } from '../integration/provisioning-matrix/flatten.ts'
import type { QuirkName } from '../sandbox/quirks.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import type { JournalEntry } from '../sandbox/scim/journal.ts'
import { Random } from '../sandbox/seed/random.ts'
import { serviceToken } from '../sandbox/sign-in.ts'
import { live, type Moment } from './killing.ts'
import type { Said } from './messages.ts'

/** One run that is killed again and again. */
export interface CrashOptions {
  /** About so many changes. */
  readonly changes: number
  /** Most kills; fewer when the run is over before. */
  readonly kills: number
  /** Makes people, accounts and the moments of the kills. */
  readonly seed: number
  readonly quirks: readonly QuirkName[]
}

/** What became of it. */
export interface CrashResult {
  readonly changes: number
  readonly kills: number
  /** Kills that hit a run that had begun. */
  readonly inRun: number
  /** Writes that the service has stored; one for each change is right. */
  readonly stored: number
  /** Writes that the service has refused, because an earlier one was stored. */
  readonly refused: number
  /** Everything that should hold and does not. */
  readonly broken: readonly string[]
}

/** Changes for each request where many share one, lookups after a kill included: moments are counted in requests. */
const inBulk = 6

type Ended = Extract<Said, { kind: 'ended' }>

/** Pushes the same work twice, once undisturbed and once killed at random moments, and compares what the services hold. */
export async function crash({ changes, kills, seed, quirks }: CrashOptions): Promise<CrashResult> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-crash-'))
  const size = { people: Math.round(changes * 0.98), accounts: Math.round(changes * 0.45), seed, accessTtl: 86_400 }
  const calm = await startSandbox({ ...size, journal: changes * 20 })
  const rough = await startSandbox({ ...size, journal: changes * 20 + kills * 2000, quirks })
  try {
    const reference = await pushed(calm, join(folder, 'calm.db'), () => null)
    const random = new Random(seed ^ 0xdead)
    const total = reference.ended.run.total
    let left = kills
    const requests = total / (quirks.some((name) => name.startsWith('bulk')) ? inBulk : 1)
    const next = (): Moment | null => (left-- > 0 ? momentOf(random, requests / (kills + 1)) : null)
    const { ended, killed, inRun } = await pushed(rough, join(folder, 'rough.db'), next)
    const entries = rough.requests()
    const writes = entries.flatMap((entry) => entry.writes)
    const stored = writes.filter((status) => status < 300).length
    return {
      changes: total,
      kills: killed,
      inRun,
      stored,
      refused: entries.filter(isRefused).length + writes.filter((status) => againstItself.includes(status)).length,
      broken: [...endBroken(ended, total, stored), ...stateBroken(calm.accounts(), rough.accounts())],
    }
  } finally {
    await Promise.all([calm.stop(), rough.stop()])
    await rm(folder, { recursive: true, force: true })
  }
}

/** Mostly in the middle of requests; now and then while the app starts, reads, plans or has just begun. */
function momentOf(random: Random, share: number): Moment {
  if (random.chance(0.2)) return { after: 'start', ms: random.below(900) }
  return { after: 'requests', requests: random.below(Math.max(2, Math.round(share * 2))), ms: random.below(12) }
}

async function pushed(sandbox: Sandbox, database: string, next: () => Moment | null) {
  const { settings, peopleFile } = sandbox
  const accessToken = await serviceToken(sandbox)
  const order = { database, baseUrl: settings.scim.baseUrl, pathToken: settings.scim.token, accessToken, peopleFile }
  let killed = 0
  let inRun = 0
  for (;;) {
    const life = await live(order, next(), sandbox.requestCount)
    const ended = life.said.find((one): one is Ended => one.kind === 'ended')
    if (ended !== undefined) return { ended, killed, inRun }
    if (!life.killed) throw new Error('The pusher ended without a word.')
    killed++
    if (life.said.some(({ kind }) => kind === 'running')) inRun++
  }
}

/** What a write is refused with where an earlier one was stored. */
const againstItself = [409, 412]
/** Refused as a request of its own; what is refused within a Bulk is among its writes. */
const isRefused = ({ method, status }: JournalEntry): boolean => method !== 'GET' && againstItself.includes(status)

function endBroken({ run, endings, integrity, left }: Ended, total: number, stored: number): string[] {
  const verified = run.verified
  return [
    ...(run.status === 'done' ? [] : [`The run ended as ${run.status}.`]),
    ...(endings.done === total && Object.keys(endings).length === 1
      ? []
      : [`Outcomes: ${JSON.stringify(endings)} of ${total}.`]),
    ...(verified?.asIntended === total ? [] : [`Verified: ${JSON.stringify(verified)} of ${total}.`]),
    ...(stored === total ? [] : [`${stored} writes were stored for ${total} changes.`]),
    ...(integrity === 'ok' ? [] : [`The database is damaged: ${integrity}`]),
    ...(left === 0 ? [] : [`${left} changes are still to be made.`]),
  ]
}

/** What an account says, managers by their sign-in name since ids differ, and how often it was written. */
function stateOf(accounts: readonly JsonObject[]): Map<string, string> {
  const names = new Map(accounts.map(({ id, userName }) => [JSON.stringify(id), String(userName)]))
  return new Map(
    accounts.map(({ id: _id, ...account }) => {
      const meta = account.meta
      const version = typeof meta === 'object' && meta !== null && !Array.isArray(meta) ? meta.version : null
      const lines = [...flatten(account)].map(([path, value]) => `${path} ${names.get(value) ?? value}`).sort()
      return [String(account.userName), [`version ${version}`, ...lines].join('\n')]
    }),
  )
}

function stateBroken(calm: readonly JsonObject[], rough: readonly JsonObject[]): string[] {
  const expected = stateOf(calm)
  const found = stateOf(rough)
  return [
    ...(rough.length === calm.length ? [] : [`There are ${rough.length} accounts and should be ${calm.length}.`]),
    ...[...expected.keys()].filter((name) => !found.has(name)).map((name) => `${name} is missing.`),
    ...[...found.keys()].filter((name) => !expected.has(name)).map((name) => `${name} is there and should not be.`),
    ...[...expected]
      .filter(([name, state]) => found.has(name) && found.get(name) !== state)
      .map(([name]) => `${name} is not as planned.`),
  ]
}
