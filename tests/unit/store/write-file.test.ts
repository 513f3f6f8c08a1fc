import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { writeFileWhole } from '../../../electron/store/write-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-write-'))
const path = join(folder, 'report.csv')
afterEach(() => {
  for (const file of readdirSync(folder)) rmSync(join(folder, file))
})

async function* pieces(...texts: (string | Error)[]) {
  for (const text of texts) {
    if (text instanceof Error) throw text
    yield text
  }
}

test('a file is written whole, for the user alone, over the one that was there', async () => {
  writeFileSync(path, 'what was there before, and longer')
  await writeFileWhole(path, pieces('Zoë', ', ', '李'))
  expect(readFileSync(path, 'utf8')).toBe('Zoë, 李')
  expect(readdirSync(folder)).toEqual(['report.csv'])
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('when its content can’t be made to the end, nothing is left and the one before stays', async () => {
  await expect(writeFileWhole(path, pieces('half', new Error('gone')))).rejects.toThrow('gone')
  expect(readdirSync(folder)).toEqual([])
  writeFileSync(path, 'before')
  await expect(writeFileWhole(path, pieces('half', new Error('gone')))).rejects.toThrow('gone')
  expect(readdirSync(folder)).toEqual(['report.csv'])
  expect(readFileSync(path, 'utf8')).toBe('before')
})

test('a place that can’t be written to is a named failure, and leaves nothing', async () => {
  const unwritable = expect.objectContaining({ code: 'file-unwritable' })
  await expect(writeFileWhole(join(folder, 'no such folder', 'a.csv'), pieces('a'))).rejects.toThrow(unwritable)
  await expect(writeFileWhole(folder, pieces('a'))).rejects.toThrow(unwritable)
  expect(readdirSync(folder)).toEqual([])
  expect(readdirSync(tmpdir()).filter((name) => name.endsWith('.part') && name.includes('muster-write'))).toEqual([])
})
