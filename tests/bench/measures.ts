import type { Measure } from './measure.ts'
import { firstLoad } from './measures/first-load.ts'
import { firstPush } from './measures/first-push.ts'
import { gridMeasures } from './measures/grid.ts'
import { planCurve, pushGrowth, readGrowth } from './measures/growing.ts'
import { hourMeasures } from './measures/hour.ts'
import { fileImport } from './measures/importing.ts'
import { loopDelay } from './measures/loop-delay.ts'
import { mainMemories } from './measures/main-memory.ts'
import { planGrowth, planMemory, planTime } from './measures/planning.ts'
import { journalShare, pushThroughput } from './measures/pushing.ts'
import { readThroughput } from './measures/reading.ts'
import { startRatio } from './measures/starting.ts'

/** Ids of what is taken at several sizes end with the size, but for the size that design has budgets for. */
function isOfDesign({ id }: Measure): boolean {
  return !/\d{4,}$/.test(id)
}

/** Every measure, in the order of design's table of budgets; last, how things grow, and what a person sees of it. */
export const measures: readonly Measure[] = [
  pushThroughput,
  readThroughput,
  journalShare,
  planTime,
  planMemory,
  planGrowth,
  ...gridMeasures.filter(isOfDesign),
  loopDelay,
  startRatio,
  firstLoad,
  fileImport,
  readGrowth,
  pushGrowth,
  planCurve,
  ...gridMeasures.filter((measure) => !isOfDesign(measure)),
  ...mainMemories,
  ...hourMeasures,
  firstPush,
]
