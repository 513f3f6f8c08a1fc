import type { Measure } from '../measure.ts'
import { median } from '../statistics.ts'
import { planned } from './planning.ts'
import { pushed } from './pushing.ts'

/** The worse of the two: while 100,000 people are matched, compared and planned, and while a run goes on. */
export const loopDelay: Measure = {
  id: 'loop-delay-p99',
  what: 'event loop delay of main during a plan or a run, 99th percentile',
  unit: 'ms',
  budget: { atMost: 20 },
  async run(world) {
    const plans = (await planned(world)).large.map(({ delays }) => delays.p99)
    const runs = (await pushed(world)).map(({ p99 }) => p99)
    world.note(
      `99 % of the looks came within ${median(plans).toFixed(1)} ms of a plan, ${median(runs).toFixed(1)} ms of a run.`,
    )
    return { value: Math.max(median(plans), median(runs)), n: plans.length + runs.length, host: 'node' }
  },
}
