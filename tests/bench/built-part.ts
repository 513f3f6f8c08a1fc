import { join } from 'node:path'
import { build } from 'vite'
import { partPath } from './part.ts'
import type { World } from './world.ts'

/**
 * A file of parts/ as one file of JavaScript, as main is shipped: a loader for TypeScript in its memory is not the app's.
 * Gives the path.
 */
export async function builtPart({ folder, once }: World, name: string): Promise<string> {
  return once(`built ${name}`, async () => {
    const outDir = join(folder, name)
    const output = { entryFileNames: `${name}.mjs` }
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: { ssr: partPath(name), outDir, emptyOutDir: true, target: 'node24', rolldownOptions: { output } },
    })
    return join(outDir, `${name}.mjs`)
  })
}
