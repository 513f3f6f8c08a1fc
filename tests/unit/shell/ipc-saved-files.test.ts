import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createSavedFiles } from '../../../electron/ipc/saved-files.ts'
import { shows } from '../../support/threats.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-saved-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function* text() {
  yield 'text'
}

test(
  shows('window-taken', 'only a file that was written since the start can be shown, by the id that writing it gave'),
  async () => {
    const shown: string[] = []
    const answers = [join(folder, 'a.csv'), null]
    const files = createSavedFiles({
      askWhereToSave: async () => answers.shift() ?? null,
      showInFolder: (path) => shown.push(path),
    })
    const saved = await files.save({ name: 'a.csv', chunks: text() })
    expect(saved?.path).toBe(join(folder, 'a.csv'))
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('text')
    files.show(saved?.saved ?? '')
    expect(shown).toEqual([join(folder, 'a.csv')])
    expect(await files.save({ name: 'b.csv', chunks: text() })).toBeNull()
    for (const other of ['', join(folder, 'a.csv'), '/etc/passwd']) {
      expect(() => files.show(other)).toThrow(expect.objectContaining({ code: 'file-grant' }))
    }
    expect(shown).toHaveLength(1)
  },
)
