import type { Session } from 'electron'
import { expect, test } from 'vitest'
import { windowOptions } from '../../../electron/window-options.ts'
import { shows } from '../../support/threats.ts'

const session = {} as Session
const options = windowOptions({
  session,
  preload: '/out/preload/preload.cjs',
  dark: false,
  place: null,
  icon: '/out/main/icon.png',
  devTools: false,
})

test(shows('page-node', 'the window runs sandboxed, isolated and without Node, in its own session'), () => {
  expect(options.webPreferences).toMatchObject({
    session,
    preload: '/out/preload/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
  })
})

test('the window weakens nothing of the web’s own security', () => {
  expect(options.webPreferences).toMatchObject({
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
  })
  expect(options.webPreferences).not.toHaveProperty('enableBlinkFeatures')
  expect(options.webPreferences).not.toHaveProperty('additionalArguments')
})

test('developer tools are there only where they are asked for', () => {
  expect(options.webPreferences?.devTools).toBe(false)
})

test('the window stays hidden until it is painted, on the ground of the system’s theme', () => {
  const dark = windowOptions({ session, preload: '', dark: true, place: null, icon: '', devTools: false })
  expect([options.show, dark.show]).toEqual([false, false])
  expect(dark.backgroundColor).not.toBe(options.backgroundColor)
})
