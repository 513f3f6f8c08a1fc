import type { Measure } from './measure.ts'
import { firstLoad } from './measures/first-load.ts'
import { gridFirstRows, gridScroll, gridSearch, gridSelectAll } from './measures/grid.ts'
import { planCurve, pushGrowth, readGrowth } from './measures/growing.ts'
import { fileImport } from './measures/importing.ts'
import { loopDelay } from './measures/loop-delay.ts'
import { planGrowth, planMemory, planTime } from './measures/planning.ts'
import { journalShare, pushThroughput } from './measures/pushing.ts'
import { readThroughput } from './measures/reading.ts'
import { startRatio } from './measures/starting.ts'

/** Every measure, in the order of design's table of budgets; last, how things grow. */
export const measures: readonly Measure[] = [
  pushThroughput,
  readThroughput,
  journalShare,
  planTime,
  planMemory,
  planGrowth,
  gridFirstRows,
  gridSearch,
  gridSelectAll,
  gridScroll,
  loopDelay,
  startRatio,
  firstLoad,
  fileImport,
  readGrowth,
  pushGrowth,
  planCurve,
]
