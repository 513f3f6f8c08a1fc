import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { crash } from '../crash/crash.ts'
import type { QuirkName } from '../sandbox/quirks.ts'

/** Printed with every run: the same seed gives the same people, accounts and moments. */
const seed = Number(process.env.MUSTER_CRASH_SEED ?? randomInt(1, 1_000_000))

const scenarios: readonly (readonly [what: string, quirks: readonly QuirkName[]])[] = [
  ['a service without quirks', []],
  ['a service that stores a request and drops the connection', ['drop-after-store']],
  ['a service that stores a request and answers 504', ['timeout-after-store']],
  ['a service with Bulk that stores a request and drops the connection', ['bulk', 'drop-after-store']],
  ['a service with Bulk that tells only part of what it did', ['bulk-partial']],
]

test.each(scenarios)(
  'on %s, a run that is killed again and again makes every change once',
  async (_what, quirks) => {
    const { broken, changes, kills, inRun, stored } = await crash({ changes: 300, kills: 3, seed, quirks })
    process.stdout.write(
      `crash: seed ${seed}, ${changes} changes, ${kills} kills (${inRun} in the run), ${stored} writes\n`,
    )
    expect(broken).toEqual([])
    expect(kills).toBeGreaterThan(0)
  },
  120_000,
)
