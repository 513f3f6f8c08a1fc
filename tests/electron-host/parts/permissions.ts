import type { Session, WebContents } from 'electron'
import { runtime } from '../runtime.ts'
import { toApp } from '../schemes.ts'
import type { SessionState } from './session.ts'

type Permission = Parameters<NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>>[1]

/** Chromium's permissions and Electron's names for them. */
const permissions: readonly (readonly [chromium: string, electron: Permission])[] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['display-capture', 'display-capture'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-write', 'clipboard-sanitized-write'],
  ['idle-detection', 'idle-detection'],
  ['screen-wake-lock', 'screen-wake-lock'],
  ['local-fonts', 'local-fonts'],
  ['window-management', 'window-management'],
  ['persistent-storage', 'persistent-storage'],
  ['storage-access', 'storage-access'],
  ['background-sync', 'background-sync'],
  ['payment-handler', 'payment-handler'],
]

/**
 * Sets each permission of an origin to what the app's own handlers say. The DevTools protocol has no way to ask at the
 * moment of a request, so they are asked before the page loads; without handlers everything is granted, as in Electron.
 */
export async function applyPermissions(
  state: SessionState,
  contents: WebContents,
  browserOrigin: string,
): Promise<void> {
  const origin = toApp(`${browserOrigin}/`)
  const settings = permissions.map(async ([name, permission]) => {
    const granted = (await request(state, contents, permission, origin)) && check(state, contents, permission, origin)
    const setting = granted ? 'granted' : 'denied'
    await runtime().chromium.cdp.browser.send('Browser.setPermission', {
      permission: { name },
      setting,
      origin: browserOrigin,
    })
  })
  await Promise.all(settings)
}

const details = (url: string) => ({ requestingUrl: url, isMainFrame: true })

function request(state: SessionState, contents: WebContents, permission: Permission, url: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  if (state.permissionRequest) state.permissionRequest(contents, permission, resolve, details(url))
  else resolve(true)
  return promise
}

function check(state: SessionState, contents: WebContents, permission: Permission, origin: string): boolean {
  return state.permissionCheck?.(contents, permission, origin, details(origin)) ?? true
}
