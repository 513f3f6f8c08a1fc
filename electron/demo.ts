import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Log } from './ports.ts'

/** The sample tenant that `npm run demo` brings up beside the app. The product itself carries no sandbox. */
const demoSchema = z.object({
  /** The sample tenant's settings, as Nintex would send them. */
  settings: z.record(z.string(), z.unknown()),
  /** Path of the sample people, a CSV file. */
  peopleFile: z.string(),
})
/** See {@link readDemo}. */
export type Demo = z.infer<typeof demoSchema>

/**
 * What the JSON file named by MUSTER_DEMO holds; null when there is none, as in every installed app. One that can't be read
 * is said in the log: whoever sets the variable must not be able to keep the app from starting.
 */
export function readDemo(environment: NodeJS.ProcessEnv, log: Pick<Log, 'warn'>): Demo | null {
  const file = environment.MUSTER_DEMO
  if (!file) return null
  try {
    return demoSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    log.warn('The sample tenant could not be read', { reason: error instanceof Error ? error.name : typeof error })
    return null
  }
}
