import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { updateError } from '../../electron/updates/update-errors.ts'
import { createUpdater, type Updater } from '../../electron/updates/updater.ts'
import { nodeUpdater } from '../support/node-updater.ts'
import { silentLog } from '../support/silent-log.ts'
import { shows } from '../support/threats.ts'
import { startUpdateFeed, type UpdateFeed } from '../support/update-feed.ts'

/** electron-updater itself, over HTTP, on an AppImage: what is not Electron's of it. */
let feed: UpdateFeed
let folder: string
let updater: Updater

const installed = (version: string) => createUpdater(nodeUpdater({ feed: feed.url, version, folder }), silentLog)
/** The code of what a work fails with. */
const codeOf = async (work: Promise<unknown>) => updateError(await work.catch((thrown: unknown) => thrown)).code
const downloaded = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.AppImage'))

beforeEach(async () => {
  feed = await startUpdateFeed()
  folder = mkdtempSync(join(tmpdir(), 'muster-updates-'))
  vi.stubEnv('APPIMAGE', join(folder, 'installed'))
  writeFileSync(join(folder, 'installed'), 'the version before')
  updater = installed('1.0.0')
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await feed.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a newer version is found, and downloaded as it was published', async () => {
  feed.offer({ version: '1.1.0', content: 'the new version' })
  expect(await updater.check('latest')).toBe('1.1.0')
  const shares: number[] = []
  await updater.download((share) => shares.push(share))
  expect(downloaded()).toEqual(['muster-updater/pending/Muster-1.1.0.AppImage'])
  expect(readFileSync(join(folder, downloaded()[0] ?? ''), 'utf8')).toBe('the new version')
  expect(shares.at(-1)).toBe(1)
  expect(readFileSync(join(folder, 'installed'), 'utf8')).toBe('the version before')
})

test(shows('update', 'a file that is not the published one is refused, and nothing of it stays'), async () => {
  feed.offer({ version: '1.1.0', content: 'the new version', served: 'another version' })
  await updater.check('latest')
  expect(await codeOf(updater.download(() => {}))).toBe('update-altered')
  expect(downloaded()).toEqual([])
})

test(shows('update', 'a file that would come from another place is refused before anything is asked for'), async () => {
  for (const url of ['http://127.0.0.1:9/Muster.AppImage', '//127.0.0.1:9/Muster.AppImage']) {
    feed.offer({ version: '1.1.0', content: 'x', url })
    expect(await codeOf(updater.check('latest'))).toBe('update-unusable')
  }
  expect(new Set(feed.asked.map(({ path }) => path))).toEqual(new Set(['latest-linux.yml']))
})

test(shows('update', 'there is no way back to an older version, in no channel'), async () => {
  feed.offer({ version: '0.9.0', content: 'old', channels: ['latest', 'beta'] })
  expect(await updater.check('latest')).toBeNull()
  expect(await updater.check('beta')).toBeNull()
  feed.offer({ version: '1.0.0', content: 'the same' })
  expect(await updater.check('latest')).toBeNull()
})

test('each channel has its own newest version', async () => {
  feed.offer({ version: '1.1.0', content: 'stable' })
  feed.offer({ version: '1.2.0-beta.1', content: 'tried', channels: ['beta'] })
  expect(await updater.check('beta')).toBe('1.2.0-beta.1')
  expect(await updater.check('latest')).toBe('1.1.0')
})

test('who has a beta is offered the finished version', async () => {
  feed.offer({ version: '1.2.0', content: 'finished', channels: ['latest', 'beta'] })
  expect(await installed('1.2.0-beta.1').check('beta')).toBe('1.2.0')
})

test('a place that is not there, and one that has nothing, can’t be reached', async () => {
  expect(await codeOf(updater.check('latest'))).toBe('update-unreachable')
  await feed.stop()
  expect(await codeOf(installed('1.0.0').check('latest'))).toBe('update-unreachable')
})

test('nothing that tells one installation from another goes to it', async () => {
  feed.offer({ version: '1.1.0', content: 'the new version' })
  await updater.check('latest')
  await installed('1.0.0').check('latest')
  expect(feed.asked.map(({ headers }) => headers['x-user-staging-id'])).toEqual(['none', 'none'])
})
