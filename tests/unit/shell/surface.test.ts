import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App, Session } from 'electron'
import { expect, test } from 'vitest'
import { appScheme, respond } from '../../../electron/app-protocol.ts'
import { contentSecurityPolicy } from '../../../electron/csp.ts'
import { denyPermissions, hardenApp } from '../../../electron/hardening.ts'
import { links } from '../../../electron/links.ts'
import { windowOptions } from '../../../electron/window-options.ts'
import { channelOf, contract, eventChannelOf, events } from '../../../shared/contract.ts'
import { shows } from '../../support/threats.ts'

const project = join(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(project, path), 'utf8')

/** Notes what is called on a stand-in, and what handlers that were handed over answer. */
function called(use: (noting: never) => void): string[] {
  const names: string[] = []
  const noting = new Proxy(
    {},
    {
      get: (_target, name) => (first: unknown) => {
        names.push(typeof first === 'string' ? `${String(name)} ${first}` : String(name))
      },
    },
  )
  use(noting as never)
  return names.sort()
}

/** Everything that a page or a process can reach, as it is now. */
async function surface(): Promise<object> {
  const { webPreferences } = windowOptions({
    session: {} as Session,
    preload: 'preload.cjs',
    dark: false,
    place: null,
    icon: 'icon.png',
    devTools: false,
  })
  const { session: _session, ...preferences } = webPreferences ?? {}
  const reply = await respond({ method: 'GET', url: 'app://muster/none.html' }, project, null)
  const headers = [...reply.headers].filter(([name]) => name !== 'content-security-policy')
  const fuses =
    read('electron-builder.yml')
      .split('electronFuses:\n')[1]
      ?.split(/\n(?! )/)[0] ?? ''
  return {
    calls: Object.entries(contract).flatMap(([group, calls]) =>
      Object.keys(calls).map((name) => channelOf(group, name)),
    ),
    events: Object.keys(events).map(eventChannelOf),
    webPreferences: preferences,
    partition: matches(read('electron/window.ts'), /windowPartition = '([^']+)'/g),
    contentSecurityPolicy: contentSecurityPolicy('NONCE').split('; '),
    headers: Object.fromEntries(headers),
    refusals: called(denyPermissions),
    appWide: called((app: App) => hardenApp(app, () => null)),
    schemes: [appScheme],
    links,
    fuses: fuses.trim().split(/\s*\n\s*/),
    // What main itself can be told from outside: switches of its command line, and variables of its environment.
    switches: sourcesOfMain().flatMap((text) => matches(text, /getSwitchValue\('([^']+)'\)|hasSwitch\('([^']+)'\)/g)),
    ownSwitches: sourcesOfMain().flatMap((text) => matches(text, /appendSwitch\('([^']+)'/g)),
    environment: sourcesOfMain().flatMap((text) => matches(text, /\b(?:process\.env|environment)\.(\w+)/g)),
    ipcBesidesTheContract: sourcesOfMain().flatMap((text) => matches(text, /\bipcMain\.(\w+)/g)),
  }
}

const matches = (text: string, form: RegExp): string[] =>
  Array.from(text.matchAll(form), (all) => all[1] ?? all[2] ?? '')

const sourcesOfMain = (): string[] =>
  globSync('electron/**/*.ts', { cwd: project })
    .sort()
    .map((path) => read(path))

/** A change of the list is made on purpose: `npx vitest run --project unit tests/unit/shell/surface.test.ts -u`, then looked at. */
test(shows('surface', 'what can be reached is the reviewed list, no more and no less'), async () => {
  await expect(`${JSON.stringify(await surface(), null, 2)}\n`).toMatchFileSnapshot(
    join(import.meta.dirname, 'reviewed-surface.txt'),
  )
})
