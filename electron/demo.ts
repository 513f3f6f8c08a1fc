import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** The sample tenant that `npm run demo` brings up beside the app. The product itself carries no sandbox. */
const demoSchema = z.object({
  /** The sample tenant's settings, as Nintex would send them. */
  settings: z.record(z.string(), z.unknown()),
  /** Path of the sample people, a CSV file. */
  peopleFile: z.string(),
})
/** See {@link readDemo}. */
export type Demo = z.infer<typeof demoSchema>

/** What the JSON file named by MUSTER_DEMO holds; null when there is none, as in every installed app. */
export function readDemo(environment: NodeJS.ProcessEnv): Demo | null {
  const file = environment.MUSTER_DEMO
  return file ? demoSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null
}
