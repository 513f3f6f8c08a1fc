import { describe, expect, test } from 'vitest'
import { contract } from '../../shared/contract.ts'
import { launchMuster } from '../support/launch.ts'
import { shellWorld } from '../support/shell-world.ts'
import { shows } from '../support/threats.ts'

const world = shellWorld()
const inPage = (code: string) =>
  world().muster.window.evaluate(`new Promise((done) => setTimeout(async () => {
    try { done(await (${code})()) } catch (error) { done(error.name + ': ' + error.message) }
  }))`)

describe('what the page can reach', () => {
  test(shows('page-node', 'is the contract, no more and no less'), async () => {
    const surface = await inPage(`() => Object.fromEntries(Object.entries(muster).map(([group, calls]) =>
      [group, typeof calls === 'function' ? 'function' : Object.keys(calls).sort()]))`)
    const expected = Object.entries(contract).map(([group, calls]) => [group, Object.keys(calls).sort()])
    expect(surface).toEqual({ ...Object.fromEntries(expected), on: 'function' })
  })

  test.each(['require', 'process', 'module', 'exports', 'Buffer', 'global', 'ipcRenderer', 'electron'])(
    'is not %s',
    async (name) => {
      expect(await inPage(`() => typeof globalThis.${name}`)).toBe('undefined')
    },
  )

  test(shows('page-node', 'can’t be changed by the page'), async () => {
    const change = `() => { 'use strict'; CHANGE }`
    for (const code of ['muster = {}', 'muster.app = {}', 'muster.app.info = () => 1', 'delete globalThis.muster']) {
      expect(await inPage(change.replace('CHANGE', code))).toMatch(/^TypeError/)
    }
  })

  test('adds nothing to the page’s globals but the bridge', async () => {
    const names = `() => { const frame = document.createElement('iframe'); document.body.append(frame)
      const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow)); frame.remove()
      return Object.getOwnPropertyNames(window).filter((name) => !usual.has(name) && /muster|electron|host|ipc/i.test(name)) }`
    expect(await inPage(names)).toEqual(['muster'])
  })
})

describe('a call from the page', () => {
  test('with a wrong input is refused as a value', async () => {
    const reply = await inPage(`() => muster.session.state({ connection: 'not an id' })`)
    expect(reply).toMatchObject({ ok: false, error: { code: 'ipc-input', where: 'session.state connection' } })
  })

  test('with something that can’t be copied is refused before it leaves', async () => {
    expect(await inPage(`() => muster.session.state({ connection: Symbol('x') })`)).toMatch(
      /could not be cloned|ipc-input/,
    )
  })

  test('can’t name a file by its path', async () => {
    expect(await inPage(`() => muster.files.grant('/etc/passwd')`)).toMatch(/^(Type)?Error/)
  })

  test(shows('window-taken', 'can’t make up a file that the admin did not choose'), async () => {
    const made = `() => muster.files.grant(new File(['x'], '/etc/passwd'))`
    expect(await inPage(made)).toMatchObject({ ok: false, error: { code: 'ipc-input' } })
  })

  test('can listen to the events of the contract only', async () => {
    expect(await inPage(`() => typeof muster.on('session.changed', () => {})`)).toBe('function')
  })
})

describe('a second start on the same user data', () => {
  test('opens no second window and leaves the first one working', async () => {
    const { userData } = world()
    await expect(launchMuster({ userData, keychain: 'none', openUrl: () => undefined })).rejects.toThrow()
    expect(await inPage(`() => muster.connections.list()`)).toMatchObject({ ok: true })
  })
})
