import type { World } from './world.ts'

/** What was measured. */
export interface Taken {
  readonly value: number
  /** How many measurements the value stands for: the rounds of a median, the frames or looks of a percentile. */
  readonly n: number
  /** Where it ran. */
  readonly host: 'node' | 'chromium' | 'electron'
}

type Budget = { readonly atMost: number } | { readonly atLeast: number }

/** One figure the bench reports. Every figure that depends on the machine is a ratio of two things measured in one run. */
export interface Measure {
  /** As in the table of budgets, docs/bench.md: `push-throughput`. */
  readonly id: string
  /** What is measured, for people. */
  readonly what: string
  /** `ratio`, `%`, `s`, `ms`, `MB` or `kB`. */
  readonly unit: string
  /** The bound that `value` must keep; null where design sets none, and the figure is told as it is. */
  readonly budget: Budget | null
  run(world: World): Promise<Taken>
}

/** One entry of `npm run bench -- --json`; the shape is stable (docs/bench.md). */
export interface Reading {
  readonly id: string
  readonly value: number
  readonly unit: string
  /** `none` where there is none; such a reading is always `ok`. */
  readonly budget: string
  readonly ok: boolean
  readonly n: number
  readonly host: string
}

/** Takes one measure and holds it against its budget, before it is rounded. */
export async function read(measure: Measure, world: World): Promise<Reading> {
  const { value, n, host } = await measure.run(world)
  const { id, unit, budget } = measure
  return {
    id,
    value: Number(value.toPrecision(4)),
    unit,
    budget: boundOf(budget),
    ok: budget === null || ('atMost' in budget ? value <= budget.atMost : value >= budget.atLeast),
    n,
    host,
  }
}

/** A budget in words: `≤ 20`, `none`. */
export function boundOf(budget: Budget | null): string {
  if (budget === null) return 'none'
  return 'atMost' in budget ? `≤ ${budget.atMost}` : `≥ ${budget.atLeast}`
}
