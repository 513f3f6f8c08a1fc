import { describe, expect, test } from 'vitest'
import { createSettings, memorySettingsFile } from '../../electron/store/settings.ts'
import { whyOff } from '../../electron/updates/installation.ts'
import { updateError } from '../../electron/updates/update-errors.ts'
import type { Updater } from '../../electron/updates/updater.ts'
import { createUpdates } from '../../electron/updates/updates.ts'
import { MusterError } from '../../shared/errors.ts'
import type { ShownUpdates, UpdatesOff } from '../../shared/model/updates.ts'
import { manualClock } from '../support/manual-clock.ts'
import { silentLog } from '../support/silent-log.ts'
import { shows } from '../support/threats.ts'

const installed = { packaged: true, hasPlace: true, deployed: false }

describe('whether there are updates', () => {
  test('there are for an installation that knows where they come from', () => {
    expect(whyOff(installed, true)).toBeNull()
  })

  test.each<[Partial<typeof installed>, boolean, UpdatesOff]>([
    [{}, false, 'policy'],
    [{ packaged: false, hasPlace: false }, false, 'policy'],
    [{ packaged: false }, true, 'not-installed'],
    [{ hasPlace: false, deployed: true }, true, 'no-place'],
    [{ deployed: true }, true, 'deployed'],
  ])('%j, allowed %s: none, because of %s', (differs, allowed, why) => {
    expect(whyOff({ ...installed, ...differs }, allowed)).toBe(why)
  })
})

describe('an error of the updater', () => {
  test.each([
    [Object.assign(new Error('sha512 checksum mismatch'), { code: 'ERR_CHECKSUM_MISMATCH' }), 'update-altered'],
    [Object.assign(new Error('signed by somebody'), { code: 'ERR_UPDATER_INVALID_SIGNATURE' }), 'update-altered'],
    [new Error('net::ERR_NAME_NOT_RESOLVED'), 'update-unreachable'],
    [Object.assign(new Error('404\nHeaders: {}'), { code: 'HTTP_ERROR_404' }), 'update-unreachable'],
    [Object.assign(new Error('No files'), { code: 'ERR_UPDATER_NO_FILES_PROVIDED' }), 'update-unusable'],
    [new Error('ENOSPC: no space left on device'), 'update-failed'],
    ['not even an error', 'update-failed'],
  ])('%s is %s', (error, code) => {
    expect(updateError(error)).toMatchObject({ code })
    expect(updateError(error).detail ?? '').not.toContain('\n')
  })

  test('one of the catalogue stays what it is', () => {
    const error = new MusterError('update-none')
    expect(updateError(error)).toBe(error)
  })
})

/** Updates on an updater that finds `version`, and everything that was told and done. */
function world({ version = '2.0.0' as string | null, off = null as UpdatesOff | null, active = true } = {}) {
  const clock = manualClock()
  const told: ShownUpdates[] = []
  const done: string[] = []
  const flags = { busy: false, fails: null as Error | null }
  const updater: Updater = {
    active,
    check: async (channel) => {
      done.push(`check ${channel}`)
      if (flags.fails) throw flags.fails
      return version
    },
    download: async (onShare) => {
      done.push('download')
      for (const share of [0.001, 0.25, 0.2501, 1]) onShare(share)
    },
    install: () => void done.push('install'),
  }
  const updates = createUpdates({
    off,
    load: async () => updater,
    settings: createSettings(memorySettingsFile()),
    busy: async () => flags.busy,
    close: async () => void done.push('close'),
    clock,
    log: silentLog,
    emit: (_event, payload) => void told.push(payload as ShownUpdates),
  })
  return { updates, clock, told, done, flags }
}
const settled = () => new Promise((done) => setImmediate(done))

describe('updates', () => {
  test('are looked for, downloaded, and then wait for the admin', async () => {
    const { updates, told, done } = world()
    expect((await updates.check()).state).toEqual({ at: 'ready', version: '2.0.0' })
    expect(done).toEqual(['check latest', 'download'])
    expect(told.map(({ state }) => (state.at === 'downloading' ? state.share : state.at))).toEqual([
      'checking',
      0,
      0.25,
      1,
      'ready',
    ])
  })

  test('that are not there are said, with when that was found', async () => {
    const { updates, clock } = world({ version: null })
    expect(updates.shown()).toEqual({ channel: 'latest', checkedAt: null, state: { at: 'idle' } })
    expect(await updates.check()).toEqual({ channel: 'latest', checkedAt: clock.now(), state: { at: 'idle' } })
  })

  test('are looked for once, however often it is asked', async () => {
    const { updates, done } = world()
    await Promise.all([updates.check(), updates.check()])
    await updates.check()
    expect(done).toEqual(['check latest', 'download'])
  })

  test('of another channel are looked for at once, and the choice stays', async () => {
    const { updates, done } = world()
    await updates.check()
    expect(await updates.choose('beta')).toMatchObject({ channel: 'beta', state: { at: 'ready' } })
    expect(done).toEqual(['check latest', 'download', 'check beta', 'download'])
    expect(updates.shown().channel).toBe('beta')
  })

  test('that failed say why, and can be looked for again', async () => {
    const { updates, flags } = world()
    flags.fails = new Error('net::ERR_CONNECTION_REFUSED')
    expect((await updates.check()).state).toMatchObject({ at: 'failed', failure: { code: 'update-unreachable' } })
    flags.fails = null
    expect((await updates.check()).state).toEqual({ at: 'ready', version: '2.0.0' })
  })

  test(shows('update', 'none is installed while a push or a plan is under way'), async () => {
    const { updates, done, flags } = world()
    await updates.check()
    flags.busy = true
    await expect(updates.restart()).rejects.toMatchObject({ code: 'update-waits' })
    expect(done).not.toContain('close')
    flags.busy = false
    await updates.restart()
    expect(done.slice(-2)).toEqual(['close', 'install'])
  })

  test('none is installed that is not there', async () => {
    const { updates, done } = world({ version: null })
    await updates.check()
    await expect(updates.restart()).rejects.toMatchObject({ code: 'update-none' })
    expect(done).toEqual(['check latest'])
  })

  test(shows('update', 'where a policy forbids them, nobody is asked'), async () => {
    const { updates, clock, done } = world({ off: 'policy' })
    expect(updates.shown().state).toEqual({ at: 'off', reason: 'policy' })
    const calls = [updates.check(), updates.choose('beta'), updates.restart()]
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'updates-off' })
    await updates.watch()
    expect([done, clock.sleepers()]).toEqual([[], 0])
  })

  test('an installation that can’t be replaced has none', async () => {
    const { updates, done } = world({ active: false })
    expect((await updates.check()).state).toEqual({ at: 'off', reason: 'not-installed' })
    expect(done).toEqual([])
  })

  test('are looked for half a minute after the start, and then once a day', async () => {
    const { updates, clock, done } = world({ version: null })
    void updates.watch()
    await settled()
    expect(done).toEqual([])
    clock.advance(30_000)
    await settled()
    expect(done).toHaveLength(1)
    clock.advance(24 * 60 * 60_000)
    await settled()
    expect(done).toHaveLength(2)
  })
})
