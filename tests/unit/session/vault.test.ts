import { describe, expect, test } from 'vitest'
import { createVault, pathTokenEntry, sessionEntry } from '../../../electron/session/vault.ts'
import { vaultErrorCode } from '../../../electron/session/vault-errors.ts'
import { manualClock } from '../../support/manual-clock.ts'
import { MemoryKeytar } from './memory-keytar.ts'

function rig(
  options: { platform?: 'linux' | 'win32' | 'darwin'; timeout?: number; load?: () => Promise<MemoryKeytar> } = {},
) {
  const keytar = new MemoryKeytar()
  const clock = manualClock()
  const lines: string[] = []
  const log = (message: string, data?: unknown) => void lines.push(`${message} ${JSON.stringify(data)}`)
  const open = () =>
    createVault({
      load: options.load ?? (async () => keytar),
      platform: options.platform ?? 'linux',
      timeout: options.timeout ?? 1_000,
      clock,
      log: { info: log, warn: log, error: log },
    })
  return { keytar, clock, lines, open, vault: open() }
}

describe('with a keychain that works', () => {
  test('a value is kept there and comes back after a restart', async () => {
    const { vault, open, keytar } = rig()
    expect(await vault.set('c/session', 'value-1')).toBe('keychain')
    expect(await open().get('c/session')).toBe('value-1')
    expect(await open().get('c/other')).toBeNull()
    expect([...keytar.entries.keys()]).toEqual(['c/session'])
    expect(vault.status()).toEqual({ keptIn: 'keychain', name: 'Secret Service', failure: null, advice: null })
  })

  test('a deleted value is gone', async () => {
    const { vault, open, keytar } = rig()
    await vault.set('c/session', 'value-1')
    await vault.delete('c/session')
    expect(await open().get('c/session')).toBeNull()
    expect(keytar.entries.size).toBe(0)
  })

  test('nothing is loaded before the first use, and then it is tried by writing, reading and deleting', async () => {
    const { vault, keytar } = rig()
    expect(keytar.calls).toEqual([])
    await vault.get('x')
    expect(keytar.calls).toEqual(['set probe', 'get probe', 'delete probe', 'get x'])
  })

  test('calls keep their order', async () => {
    const { vault, keytar } = rig()
    await Promise.all([vault.set('n', '1'), vault.set('n', '2'), vault.delete('n'), vault.set('n', '3')])
    expect(keytar.entries.get('n')).toBe('3')
  })
})

describe('without a usable keychain', () => {
  test.each([
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'vault-missing'],
    ['Could not connect: No such file or directory', 'vault-missing'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'vault-missing'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'vault-missing'],
    ['A default keychain could not be found.', 'vault-missing'],
    ['A specified logon session does not exist. It may already have been terminated.', 'vault-missing'],
    ['Cannot create an item in a locked collection', 'vault-locked'],
    ['Prompt was dismissed', 'vault-denied'],
    ['User interaction is not allowed.', 'vault-locked'],
    ['The user name or passphrase you entered is not correct.', 'vault-locked'],
    ['Access is denied.', 'vault-denied'],
    ['User canceled the operation.', 'vault-denied'],
    ['The stub received bad data.', 'vault-too-long'],
  ])('%s → %s', (text, code) => expect(vaultErrorCode(text)).toBe(code))

  test('a value stays in memory, and the status says so with what to do on this platform', async () => {
    const { vault, keytar, open } = rig()
    keytar.failure = new Error('Cannot create an item in a locked collection')
    expect(await vault.set('n', 'value-1')).toBe('memory')
    expect(vault.keptIn('n')).toBe('memory')
    expect(await vault.get('n')).toBe('value-1')
    expect(vault.status()).toMatchObject({
      keptIn: 'memory',
      failure: { code: 'vault-locked', detail: keytar.failure.message },
    })
    expect(vault.status().advice).toMatch(/Unlock/)
    keytar.failure = null
    expect(await open().get('n')).toBeNull()
  })

  test('it survives that the native part can’t be loaded', async () => {
    const { vault } = rig({ load: () => Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file')) })
    expect(await vault.set('n', 'value-1')).toBe('memory')
    expect(await vault.probe()).toMatchObject({ keptIn: 'memory', failure: { code: 'vault-missing' } })
  })

  test('each platform has its own advice for each failure', async () => {
    const advice = new Set<string | null>()
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      for (const text of ['nothing there', 'locked', 'access denied', 'The stub received bad data.']) {
        const { vault, keytar } = rig({ platform })
        keytar.failure = new Error(text)
        advice.add((await vault.probe()).advice)
      }
    }
    expect(advice.size).toBe(12)
  })

  test('a keychain that gives back something else counts as none', async () => {
    const { vault, keytar } = rig()
    keytar.getPassword = async () => 'something else'
    expect(await vault.probe()).toMatchObject({ keptIn: 'memory', failure: { code: 'vault-missing' } })
  })

  test('no value is ever in the log', async () => {
    const { vault, keytar, lines } = rig()
    keytar.failure = new Error('locked')
    await vault.set('n', 'a-very-secret-value')
    expect(lines).not.toHaveLength(0)
    expect(lines.join('\n')).not.toContain('a-very-secret-value')
  })

  test('it is left alone, so that no prompt nags', async () => {
    const { vault, keytar } = rig()
    keytar.failure = new Error('Prompt was dismissed')
    await vault.set('n', '1')
    const before = keytar.calls.length
    await vault.set('n', '2')
    await vault.get('n')
    await vault.get('other')
    await vault.delete('n')
    expect(keytar.calls.length).toBe(before)
  })
})

describe('a keychain that comes back', () => {
  test('takes what was kept in memory, and forgets what was deleted meanwhile', async () => {
    const { vault, keytar, open } = rig()
    await vault.set('old', 'from before')
    keytar.failure = new Error('locked')
    expect(await vault.set('new', 'meanwhile')).toBe('memory')
    await vault.delete('old')
    expect(await vault.get('old')).toBeNull()
    keytar.failure = null
    expect(await vault.probe()).toMatchObject({ keptIn: 'keychain', failure: null, advice: null })
    expect(vault.keptIn('new')).toBe('keychain')
    expect(Object.fromEntries(keytar.entries)).toEqual({ new: 'meanwhile' })
    expect(await open().get('new')).toBe('meanwhile')
  })

  test('is tried again when a minute later something is to be stored', async () => {
    const { vault, keytar, clock } = rig()
    keytar.failure = new Error('locked')
    await vault.set('n', '1')
    keytar.failure = null
    expect(await vault.set('n', '2')).toBe('memory')
    clock.advance(60_000)
    expect(await vault.set('n', '3')).toBe('keychain')
    expect(keytar.entries.get('n')).toBe('3')
  })

  test('a value that it failed to take is not lost', async () => {
    const { vault, keytar } = rig()
    await vault.set('n', 'old')
    keytar.failure = new Error('locked')
    expect(await vault.set('n', 'rotated')).toBe('memory')
    expect(await vault.get('n')).toBe('rotated')
    expect(keytar.entries.get('n')).toBe('old')
  })
})

describe('a keychain that does not answer', () => {
  test('is given up after the time limit, and said to be slow', async () => {
    const { vault, keytar } = rig({ timeout: 30 })
    const gate = Promise.withResolvers<void>()
    keytar.gate = gate.promise
    expect(await vault.set('n', 'value-1')).toBe('memory')
    expect(vault.status()).toMatchObject({ keptIn: 'memory', failure: { code: 'vault-timeout' } })
    gate.resolve()
  })

  test('gets no second call while the first one hangs, for each takes a thread', async () => {
    const { vault, keytar } = rig({ timeout: 30 })
    const gate = Promise.withResolvers<void>()
    keytar.gate = gate.promise
    await vault.probe()
    const calls = keytar.calls.length
    expect(await vault.probe()).toMatchObject({ failure: { code: 'vault-timeout' } })
    expect(keytar.calls.length).toBe(calls)
    gate.resolve()
    await expect.poll(() => vault.probe()).toMatchObject({ keptIn: 'keychain' })
  })
})

describe('on Windows', () => {
  const long = (seed: string) => `{"refreshToken":"${seed.repeat(3000)}"}`

  test('a value over 2,400 bytes is cut into parts that the Credential Manager takes', async () => {
    const { vault, keytar, open } = rig({ platform: 'win32' })
    keytar.limit = 2560
    expect(await vault.set('n', long('x'))).toBe('keychain')
    expect(keytar.entries.size).toBe(3)
    expect(await open().get('n')).toBe(long('x'))
  })

  test('a shorter successor leaves no part behind, and neither does deleting', async () => {
    const { vault, keytar, open } = rig({ platform: 'win32' })
    await vault.set('n', long('x'))
    await vault.set('n', 'short')
    expect(Object.fromEntries(keytar.entries)).toEqual({ n: 'short' })
    await vault.set('n', long('y'))
    await vault.delete('n')
    expect(keytar.entries.size).toBe(0)
    expect(await open().get('n')).toBeNull()
  })

  test('a crash in the middle of replacing a long value leaves the old one or the new one', async () => {
    for (let writes = 0; writes < 8; writes++) {
      const { vault, keytar, open } = rig({ platform: 'win32' })
      await vault.set('n', long('x'))
      keytar.writesLeft = writes
      await vault.set('n', long('y'))
      keytar.writesLeft = Number.POSITIVE_INFINITY
      expect([long('x'), long('y')]).toContain(await open().get('n'))
    }
  })

  test('a keychain that takes less than expected gets smaller parts', async () => {
    const { vault, keytar, open } = rig({ platform: 'win32' })
    const usual = keytar.setPassword.bind(keytar)
    keytar.setPassword = async (service, account, password) => {
      if (Buffer.byteLength(password) > 1_000) throw new Error('The stub received bad data.')
      return usual(service, account, password)
    }
    const value = 'x'.repeat(5_000)
    expect(await vault.set('n', value)).toBe('keychain')
    expect(vault.status().failure).toBeNull()
    expect(await open().get('n')).toBe(value)
  })

  test('elsewhere nothing is cut', async () => {
    const { vault, keytar } = rig({ platform: 'darwin' })
    await vault.set('n', long('x'))
    expect(keytar.entries.get('n')).toBe(long('x'))
  })
})

test('the entries of a connection have their own names', () => {
  expect(sessionEntry('c1')).toBe('c1/session')
  expect(pathTokenEntry('c1')).toBe('c1/path-token')
})
