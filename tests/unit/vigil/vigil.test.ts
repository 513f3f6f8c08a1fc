import { afterEach, expect, test } from 'vitest'
import type { OpenConnection } from '../../../electron/open-connections.ts'
import { createSettings, memorySettingsFile } from '../../../electron/store/settings.ts'
import { sessionEntry } from '../../../electron/vault-entries.ts'
import { startVigil, type Vigil, type VigilParts } from '../../../electron/vigil.ts'
import { MusterError, toFailure } from '../../../shared/errors.ts'
import type { SessionState, VaultStatus } from '../../../shared/model/session.ts'
import { connection } from '../../support/connection.ts'
import { manualClock } from '../../support/manual-clock.ts'
import { silentLog } from '../../support/silent-log.ts'

const day = 86_400_000
const { id } = connection
const started: Vigil[] = []
afterEach(async () => {
  await Promise.all(started.splice(0).map((vigil) => vigil.end()))
})

/** A vigil over one connection that is not open, whose sign-in is in the vault. */
function rig(settings = createSettings(memorySettingsFile({ connections: [connection] }))) {
  const ticking = manualClock()
  let slept = 0
  const clock = { ...ticking, now: () => ticking.now() + slept }
  const signedInAt = clock.now()
  const entry = {
    refreshToken: 'a-refresh-token',
    signedInAt,
    endsAt: signedInAt + 30 * day,
    admin: { name: 'D', email: null },
  }
  const told: string[] = []
  const clicks: (() => void)[] = []
  const emitted: unknown[] = []
  const renewals: boolean[] = []
  const asked: string[] = []
  const probes: string[] = []
  let vaultStatus: VaultStatus = { keptIn: 'keychain', name: 'Secret Service', failure: null, advice: null }
  let online = true
  let hear: (state: SessionState) => void = () => {}
  let wake = () => {}
  const parts: VigilParts = {
    connections: { list: () => [connection] },
    open: {
      get: async (one) => {
        asked.push(one)
        return { session: { tokens: { current: async () => 'token' } } } as unknown as OpenConnection
      },
      onSession: (listener) => {
        hear = listener
        return () => {}
      },
      renew: async (failed) => void renewals.push(failed),
    },
    vault: {
      get: async (name) => (vaultStatus.failure === null && name === sessionEntry(id) ? JSON.stringify(entry) : null),
      status: () => vaultStatus,
      probe: async () => {
        probes.push('probed')
        return vaultStatus
      },
    },
    settings,
    clock,
    log: silentLog,
    emit: (event, payload) => void emitted.push([event, payload]),
    desktop: {
      notify: ({ title }, onClick) => {
        told.push(title)
        clicks.push(onClick)
      },
      isOnline: () => online,
      onWake: (listener) => {
        wake = listener
      },
    },
  }
  const start = async () => {
    const vigil = startVigil(parts)
    started.push(vigil)
    await settle()
    return vigil
  }
  const pass = async (ms: number) => {
    ticking.advance(ms)
    await settle()
  }
  return {
    start,
    pass,
    told,
    clicks,
    emitted,
    renewals,
    asked,
    probes,
    lockKeychain: () => {
      const failure = toFailure(new MusterError('vault-locked'), 'x')
      vaultStatus = { ...vaultStatus, keptIn: 'memory', failure }
    },
    unlockKeychain: () => {
      vaultStatus = { ...vaultStatus, keptIn: 'keychain', failure: null }
    },
    settings,
    entry,
    /** The computer's own clock goes on, no timer does. */
    sleep: (ms: number) => {
      slept += ms
    },
    wake: async () => {
      wake()
      await settle()
    },
    hear: (state: Partial<SessionState>) =>
      hear({ connection: id, status: 'signed-in', signedInAt, endsAt: entry.endsAt, ...state } as SessionState),
    network: (now: boolean) => {
      online = now
    },
  }
}
/** Lets everything run that waits for nothing but its turn. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 5))

test('warns once five days and once one day before, of a connection that is not even open', async () => {
  const { start, pass, told } = rig()
  await start()
  await pass(24 * day)
  expect(told).toEqual([])
  await pass(day)
  expect(told).toEqual(['Your K2 sign-in ends in less than five days'])
  for (let hours = 0; hours < 90; hours += 10) await pass((10 * day) / 24)
  expect(told).toHaveLength(1)
  await pass(day / 4 + day / 24)
  expect(told).toEqual([told[0], 'Your K2 sign-in ends in less than a day'])
})

test('is silent after a restart about what was told before', async () => {
  const first = rig()
  await first.start()
  await first.pass(26 * day)
  expect(first.told).toHaveLength(1)
  const next = rig(first.settings)
  await next.start()
  await next.pass(26 * day)
  expect(next.told).toEqual([])
})

test('tells at once when the provider says that it is over, and a click leads there', async () => {
  const { start, hear, told, clicks, emitted } = rig()
  await start()
  hear({ status: 'expired' })
  hear({ status: 'expired' })
  await settle()
  expect(told).toEqual(['Your K2 sign-in has ended'])
  clicks[0]?.()
  expect(emitted).toContainEqual(['connections.show', { connection: id }])
})

test('asks the provider past the expected end, instead of saying that it is over', async () => {
  const { start, pass, told, asked } = rig()
  await start()
  await pass(31 * day)
  expect(asked).toEqual([id])
  expect(told).toEqual([])
})

test('forgets what it knew when the admin signs out', async () => {
  const { start, pass, hear, told } = rig()
  await start()
  hear({ status: 'signed-out', signedInAt: null, endsAt: null })
  await pass(26 * day)
  expect(told).toEqual([])
})

test('catches up when the computer wakes, and renews what went stale meanwhile', async () => {
  const { start, wake, sleep, told, renewals } = rig()
  await start()
  sleep(26 * day)
  await wake()
  expect(told).toEqual(['Your K2 sign-in ends in less than five days'])
  expect(renewals).toEqual([false])
})

test('tries the keychain again when the screen is unlocked, only where it had failed', async () => {
  const { start, wake, probes, lockKeychain } = rig()
  await start()
  await wake()
  expect(probes).toEqual([])
  lockKeychain()
  await wake()
  expect(probes).toEqual(['probed'])
})

test('tells offline from online once each, and renews when the network is back', async () => {
  const { start, pass, network, emitted, renewals } = rig()
  const vigil = await start()
  network(false)
  await pass(3_000)
  await pass(3_000)
  expect(vigil.online()).toBe(false)
  network(true)
  await pass(3_000)
  expect(vigil.online()).toBe(true)
  expect(emitted).toEqual([
    ['app.online', false],
    ['app.online', true],
  ])
  expect(renewals).toContain(false)
})

test('tries failed sessions again every half minute, and none while there is no network', async () => {
  const { start, pass, network, renewals } = rig()
  network(false)
  await start()
  for (let at = 0; at < 60_000; at += 3_000) await pass(3_000)
  expect(renewals).toEqual([])
  network(true)
  for (let at = 0; at < 66_000; at += 3_000) await pass(3_000)
  expect(renewals).toEqual([false, true, true])
})

test('a keychain that was locked at the start silences no reminder once it is unlocked', async () => {
  const { start, pass, told, sleep, lockKeychain, unlockKeychain } = rig()
  lockKeychain()
  await start()
  unlockKeychain()
  sleep(29 * day + 1)
  await pass(3_000)
  expect(told).toHaveLength(1)
})
