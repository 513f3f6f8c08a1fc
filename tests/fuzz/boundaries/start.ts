import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import fc from 'fast-check'
import { readDemo } from '../../../electron/demo.ts'
import { chooseUserData } from '../../../electron/user-data.ts'
import { type Boundary, boundary, plainly } from '../boundary.ts'
import { anyJson, anyText, pieces } from '../inputs.ts'
import { must } from '../refusal.ts'

/** What `--user-data-dir` may be given: Electron takes an absolute path only, and throws for any other. */
export const commandLine: Boundary = boundary({
  name: 'command-line',
  inputs: fc.oneof(anyText, pieces('/', '..', '~', '.', ' ', '\\', 'C:', '--', '=', '\0')),
  open: plainly((value: string) => {
    const set: string[] = []
    chooseUserData({
      commandLine: { getSwitchValue: () => value } as never,
      setPath: (_name, path) => void set.push(path),
      getPath: () => '/home/ann/.config/Muster',
    })
    must(set.length === (value === '' ? 0 : 1), 'The folder is set although none was named.')
    must(set.every(isAbsolute), 'The folder is not an absolute path.')
  }),
})

const document = fc.oneof(
  anyJson.map((value) => JSON.stringify(value)),
  anyText,
  fc.record({ settings: anyJson, peopleFile: fc.oneof(anyText, anyJson) }).map((value) => JSON.stringify(value)),
)

/** The file that MUSTER_DEMO names: whatever is in it, the app starts. */
export const demoEnvironment: Boundary = boundary({
  name: 'demo-environment',
  cost: 4,
  inputs: fc.oneof(document, fc.constant(null)),
  open: () => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-fuzz-'))
    const file = join(folder, 'demo.json')
    const lines: string[] = []
    const log = { warn: (line: string) => void lines.push(line) }
    return {
      holds: (text: string | null) => {
        if (text !== null) writeFileSync(file, text)
        lines.length = 0
        const demo = readDemo({ MUSTER_DEMO: text === null ? folder : file }, log)
        must(demo !== null || lines.length === 1, 'A demo that can’t be read is not said.')
      },
      close: () => rmSync(folder, { recursive: true }),
    }
  },
})
