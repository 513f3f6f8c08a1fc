import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { updateError } from '../../../electron/updates/update-errors.ts'
import { createUpdater } from '../../../electron/updates/updater.ts'
import { nodeUpdater } from '../../support/node-updater.ts'
import { silentLog } from '../../support/silent-log.ts'
import { type Boundary, boundary } from '../boundary.ts'
import { anyJson, anyText, damage, damagedBy, mutated } from '../inputs.ts'
import { must } from '../refusal.ts'

const file = { url: 'Muster-2.0.0.AppImage', sha512: 'x'.repeat(88), size: 1000 }
const sound = {
  version: '2.0.0',
  files: [file],
  path: file.url,
  sha512: file.sha512,
  releaseDate: '2026-11-26T00:00:00.000Z',
}
const soundText = Buffer.from(JSON.stringify(sound, null, 2))

/** What the place of updates says about the newest version: a version that is newer, none, or a refusal; never an older one. */
export const updateDescriptions: Boundary = boundary({
  name: 'update-descriptions',
  cost: 4,
  inputs: fc.oneof(
    { weight: 4, arbitrary: mutated(sound).map((value) => JSON.stringify(value) ?? '') },
    damage.map((how) => damagedBy(soundText, how).toString()),
    anyJson.map((value) => JSON.stringify(value) ?? ''),
    anyText,
  ),
  open: () => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-fuzz-'))
    let described = ''
    const own = nodeUpdater({ feed: 'http://127.0.0.1:9', version: '1.0.0', folder })
    Reflect.set(own, 'httpExecutor', { request: async () => described })
    // An installed AppImage names itself in the environment, which is every boundary's here.
    own.forceDevUpdateConfig = true
    const updater = createUpdater(own, silentLog)
    return {
      holds: async (text: string) => {
        described = text
        try {
          const version = await updater.check('latest')
          must(version === null || /^v?[=\s]*([1-9]\d*\.|0\.)/.test(version), `A version that is none: ${version}`)
          must(version === null || !/^(0\.|1\.0\.0-)/.test(version), `An older version is offered: ${version}`)
        } catch (error) {
          must(updateError(error).code.startsWith('update-'), `It failed inside: ${String(error)}`)
        }
      },
      close: () => rmSync(folder, { recursive: true }),
    }
  },
})
