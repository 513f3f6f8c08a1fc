import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Keyring, noBus, startKeyring } from '../../support/keyring.ts'
import { sessionTests } from './rig.ts'
import { startVault, type VaultProcess } from './vault-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-vault-'))
const started: VaultProcess[] = []
let keyring: Keyring

function vaultOn(env: Readonly<Record<string, string>>, options = {}): VaultProcess {
  const vault = startVault(env, options)
  started.push(vault)
  return vault
}

/** Locks the login keyring, as a screen lock or the admin can. */
function lock(): void {
  const call = 'dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets'
  const locked = 'array:objpath:/org/freedesktop/secrets/collection/login'
  execFileSync('sh', ['-c', `${call} org.freedesktop.Secret.Service.Lock ${locked}`], {
    env: { PATH: process.env.PATH, ...keyring.env },
    stdio: 'ignore',
  })
}

beforeAll(async () => {
  keyring = await startKeyring(folder)
})
afterEach(async () => {
  await Promise.all(started.splice(0).map((vault) => vault.end()))
})
afterAll(async () => {
  await keyring.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('on a real Secret Service', () => {
  test('a value outlives the process that stored it', async () => {
    const value = JSON.stringify({ refreshToken: 'räfrésh-👍-token', n: 1 })
    expect(await vaultOn(keyring.env).set('c1/session', value)).toBe('keychain')
    const next = vaultOn(keyring.env)
    expect(await next.get('c1/session')).toBe(value)
    expect(await next.status()).toEqual({ keptIn: 'keychain', name: 'Secret Service', failure: null, advice: null })
    await next.delete('c1/session')
    expect(await vaultOn(keyring.env).get('c1/session')).toBeNull()
  })

  test('a long value comes back whole, in parts as on Windows and in one piece', async () => {
    const value = `{"refreshToken":"${'é'.repeat(20_000)}"}`
    await vaultOn(keyring.env, { chunkBytes: 2400 }).set('c2/session', value)
    expect(await vaultOn(keyring.env, { chunkBytes: 2400 }).get('c2/session')).toBe(value)
    await vaultOn(keyring.env).set('c3/session', value)
    expect(await vaultOn(keyring.env).get('c3/session')).toBe(value)
  })

  test('nothing of a value is readable in the files of the keyring', async () => {
    await vaultOn(keyring.env).set('c4/session', 'a-value-to-look-for')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
    const contents = files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file, 'latin1'))
    expect(contents.length).toBeGreaterThan(0)
    expect(contents.filter((content) => content.includes('a-value-to-look-for'))).toEqual([])
  })
})

describe('without a usable Secret Service', () => {
  test.each([
    ['no session bus', noBus],
    ['no answer at its address', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }],
    ['no environment at all', {}],
  ])('%s: values stay in memory, and it says that there is none', async (_name, env) => {
    const vault = vaultOn(env)
    expect(await vault.set('c1/session', 'value-1')).toBe('memory')
    expect(await vault.get('c1/session')).toBe('value-1')
    expect(await vault.status()).toMatchObject({ keptIn: 'memory', failure: { code: 'vault-missing' } })
    expect((await vault.status()).advice).toMatch(/gnome-keyring or KWallet/)
  })

  test('one that starts later: what was kept in memory moves into it', async () => {
    const later = join(folder, 'later')
    const env = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${later}/run/bus` }
    const vault = vaultOn(env)
    expect(await vault.set('c5/session', 'meanwhile')).toBe('memory')
    const { stop } = await startKeyring(later)
    expect(await vault.probe()).toMatchObject({ keptIn: 'keychain', failure: null, advice: null })
    expect(await vaultOn(env).get('c5/session')).toBe('meanwhile')
    await Promise.all(started.splice(0).map((one) => one.end()))
    await stop()
  })

  test('a locked one: values stay in memory, and it says that it is locked', async () => {
    lock()
    const vault = vaultOn(keyring.env)
    expect(await vault.set('c6/session', 'value-1')).toBe('memory')
    expect(await vault.status()).toMatchObject({ keptIn: 'memory', failure: { code: 'vault-locked' } })
    expect((await vault.status()).advice).toMatch(/^Unlock /)
    await keyring.stop()
    keyring = await startKeyring(folder)
    expect(await vaultOn(keyring.env).get('c6/session')).toBeNull()
  })
})

describe('a session', () => {
  const { start, sandbox } = sessionTests()

  test('is signed in again after a restart, rotated token and all, and gone after signing out', async () => {
    const { session } = start({ vault: vaultOn(keyring.env) })
    expect(await session.signIn()).toMatchObject({ status: 'signed-in', keptIn: 'keychain' })
    await session.tokens.renew(await session.tokens.current())
    const next = start({ vault: vaultOn(keyring.env) })
    expect(await next.session.restore()).toMatchObject({
      status: 'signed-in',
      admin: { name: sandbox().adminName },
      keptIn: 'keychain',
    })
    expect(await next.session.tokens.current()).toMatch(/./)
    await next.session.signOut()
    expect(await start({ vault: vaultOn(keyring.env) }).session.restore()).toMatchObject({ status: 'signed-out' })
  })

  test('whose rotated token a locked keychain did not take lives on in memory, rotation after rotation', async () => {
    const vault = vaultOn(keyring.env)
    const { session } = start({ vault })
    expect(await session.signIn()).toMatchObject({ keptIn: 'keychain' })
    const first = await session.tokens.current()
    lock()
    const second = await session.tokens.renew(first)
    expect(session.state()).toMatchObject({ status: 'signed-in', keptIn: 'memory' })
    expect(await vault.status()).toMatchObject({ failure: { code: 'vault-locked' } })
    expect(await session.tokens.renew(second)).not.toBe(second)
    expect(await session.signOut()).toMatchObject({ status: 'signed-out', failure: null })
    await keyring.stop()
    keyring = await startKeyring(folder)
  })

  test('without a keychain works until the app ends, says so, and is gone after a restart', async () => {
    const { session } = start({ vault: vaultOn(noBus) })
    expect(await session.signIn()).toMatchObject({ status: 'signed-in', keptIn: 'memory', failure: null })
    const first = await session.tokens.current()
    expect(await session.tokens.renew(first)).not.toBe(first)
    expect(await start({ vault: vaultOn(noBus) }).session.restore()).toMatchObject({ status: 'signed-out' })
  })
})
