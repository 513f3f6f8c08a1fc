import { EventEmitter } from 'node:events'
import type { App, Certificate } from 'electron'
import { describe, expect, test } from 'vitest'
import { hardenApp, navigationAllowed, requestAllowed } from '../../../electron/hardening.ts'
import { links, openExternalAllowed, signInAllowed } from '../../../electron/links.ts'
import { preventable } from '../../electron-host/stand-in.ts'
import { shows } from '../../support/threats.ts'

const foreign = [
  'https://login.onk2.com/',
  'http://127.0.0.1:5678/',
  'file:///etc/passwd',
  'app://elsewhere/index.html',
  'app://muster.example/',
  'blob:app://muster/3f0e8c1e',
  'javascript:alert(1)',
  'about:blank',
  'ms-settings:privacy',
  'not a url',
  '',
]

describe(shows('page-elsewhere', 'the window'), () => {
  test('may navigate to our own page', () => {
    expect(navigationAllowed('app://muster/index.html#/people')).toBe(true)
  })

  test.each([...foreign, 'data:text/html,x'])('may not navigate to %j', (url) => {
    expect(navigationAllowed(url)).toBe(false)
  })

  test.each(['app://muster/assets/a.js', 'data:image/svg+xml,x', 'devtools://devtools/bundled/x.js'])(
    'may load %s',
    (url) => {
      expect(requestAllowed(url)).toBe(true)
    },
  )

  test.each([...foreign, 'wss://example.com/', 'ftp://example.com/'])('may not load %j', (url) => {
    expect(requestAllowed(url)).toBe(false)
  })
})

describe(shows('page-elsewhere', 'the system browser'), () => {
  test.each(Object.values(links))('may be sent to our own link %s', (url) => {
    expect(openExternalAllowed(url)).toBe(true)
  })

  test.each([
    ...foreign,
    'http://help.nintex.com/',
    'https://help.nintex.com.example/',
    'https://help.nintex.com:8443/',
    'https://user:secret@help.nintex.com/',
    'https://help.nintex.com@example.com/',
  ])('may not be sent to %j', (url) => {
    expect(openExternalAllowed(url)).toBe(false)
  })

  test.each([
    'https://login.onk2.com/connect/authorize?x=1',
    'https://login.other-host.example/oauth2/authorize',
    'http://127.0.0.1:4000/auth?x=1',
    'http://[::1]:4000/auth',
    'http://localhost:4000/auth',
  ])('may be sent to a sign-in page: %s', (url) => {
    expect(signInAllowed(url)).toBe(true)
  })

  test.each([
    'http://login.onk2.com/connect/authorize',
    'http://127.0.0.1.example/auth',
    'https://dana:secret@login.onk2.com/connect/authorize',
    'http://intranet/idp/authorize',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'ms-settings:network',
    'not an address',
    '',
  ])('may not be sent to %j for signing in', (url) => {
    expect(signInAllowed(url)).toBe(false)
  })
})

test(shows('client-certificates', 'a server gets the one that was chosen, else none, and a page never one'), () => {
  const app = Object.assign(new EventEmitter(), { enableSandbox: () => {} })
  // Only what hardening asks of it is there.
  const chosen = { data: 'the chosen one' } as Certificate
  hardenApp(app as unknown as App, (server) => (server === 'chosen.example:443' ? chosen : null))
  const ask = (contents: unknown, server: string) => {
    let given: unknown[] = ['nothing was said']
    const event = preventable({})
    app.emit('select-client-certificate', event, contents, server, ['first'], (...all: unknown[]) => {
      given = all
    })
    return [event.defaultPrevented, given]
  }
  expect(ask(null, 'chosen.example:443')).toEqual([true, [chosen]])
  expect(ask(null, 'other.example:443')).toEqual([true, [null]])
  expect(ask({}, 'chosen.example:443')).toEqual([true, [null]])
})
