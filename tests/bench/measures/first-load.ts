import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ensureBuilt } from '../../support/fresh-build.ts'
import type { Measure } from '../measure.ts'

const renderer = join(import.meta.dirname, '..', '..', '..', 'out', 'renderer')

/** Every script that index.html loads before anything is shown: its module scripts and what those preload. */
function firstScripts(): string[] {
  const html = readFileSync(join(renderer, 'index.html'), 'utf8')
  const links = html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.js)"/g)
  return [...new Set([...links].map(([, path = '']) => path))]
}

/** Size of the first-load script, gzip level 9. */
export const firstLoad: Measure = {
  id: 'first-load',
  what: 'first-load script, compressed',
  unit: 'kB',
  budget: { atMost: 300 },
  async run() {
    await ensureBuilt()
    const scripts = firstScripts()
    if (scripts.length === 0) throw new Error('out/renderer/index.html loads no script.')
    const bytes = scripts.reduce((sum, path) => {
      return sum + gzipSync(readFileSync(join(renderer, path)), { level: 9 }).length
    }, 0)
    return { value: bytes / 1000, n: scripts.length, host: 'node' }
  },
}
