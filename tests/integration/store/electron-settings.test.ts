import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { shows } from '../../support/threats.ts'

// electron-store imports `electron`, whose package looks for its binary and downloads it; this tells it not to.
let createElectronSettings: typeof import('../../../electron/store/electron-settings.ts').createElectronSettings
beforeAll(async () => {
  process.env.ELECTRON_OVERRIDE_DIST_PATH ??= tmpdir()
  createElectronSettings = (await import('../../../electron/store/electron-settings.ts')).createElectronSettings
})

const id = '6d3b1f8e-3f7f-4c86-9a35-0d3f7f4d1c11'
const bounds = { x: 1, y: 2, width: 1280, height: 800, maximized: false }

async function rig(content?: string) {
  const folder = await mkdtemp(join(tmpdir(), 'muster-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'config.json')
  if (content !== undefined) await writeFile(file, content, { mode: 0o644 })
  const lines: string[] = []
  const log = { info: () => {}, warn: (line: string) => void lines.push(line), error: () => {} }
  const open = () => createElectronSettings({ folder, clock: { now: () => Date.UTC(2026, 0, 2, 3, 4, 5) }, log })
  return { folder, file, lines, open }
}

it('survives a restart, in a file that only the user can read', async () => {
  const { file, open, lines } = await rig()
  const settings = open()
  settings.setWindowBounds(bounds)
  settings.setPeopleFile(id, '/home/ann/people.csv')
  settings.saveConnections([], [id])
  expect((await stat(file)).mode & 0o777).toBe(0o600)

  const again = open()
  expect(again.windowBounds()).toEqual(bounds)
  expect(again.unclaimed()).toEqual([id])
  expect(again.damage).toBeNull()
  expect(lines).toEqual([])
})

it(shows('disk-read', 'takes a file that others could read back into the user’s hands'), async () => {
  const { file, open } = await rig(JSON.stringify({ window: bounds }))
  await chmod(file, 0o666)
  expect(open().windowBounds()).toEqual(bounds)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

it.each([
  ['no JSON', '{"window": '],
  ['something hostile', '{"__proto__": {"polluted": true}, "connections": [{"id": "../../x"}]}'],
  ['nothing', ''],
])('sets a file aside that holds %s, says so, and goes on', async (_, content) => {
  const { folder, file, open, lines } = await rig(content)
  const settings = open()
  expect(settings.damage).toMatchObject({
    code: 'settings-file-damaged',
    where: 'config.set-aside-20260102030405.json',
  })
  expect(lines).toEqual(['The settings file was set aside'])
  expect(await readFile(join(folder, 'config.set-aside-20260102030405.json'), 'utf8')).toBe(content)
  expect(Reflect.get({}, 'polluted')).toBeUndefined()

  settings.setWindowBounds(bounds)
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ window: bounds, connections: [] })
  expect(open().damage).toBeNull()
  expect((await readdir(folder)).sort()).toEqual(['config.json', 'config.set-aside-20260102030405.json'])
})
