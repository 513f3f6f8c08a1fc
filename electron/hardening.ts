import type { App, Certificate, Session, WebContents } from 'electron'
import { appOrigin } from './app-protocol.ts'

/** True for an address of our own page, the only one the window may navigate to. */
export function navigationAllowed(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && `${parsed.protocol}//${parsed.host}` === appOrigin
}

/** Schemes whose loading stays on this computer: our page, its data: images, and Chromium's own tools. */
const localSchemes: ReadonlySet<string> = new Set(['app:', 'data:', 'devtools:'])

/** True for a request of the window that may go on. Anything that would reach the network or the disk is not among them. */
export function requestAllowed(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && localSchemes.has(parsed.protocol) && (parsed.protocol !== 'app:' || navigationAllowed(url))
}

/** Refuses every permission and device, and every download. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}))
  session.on('will-download', (event) => event.preventDefault())
}

/** Cancels every request of the window's session that would leave it. Not for the default session, which main itself uses. */
export function cancelNetwork(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !requestAllowed(url) }))
}

/** Keeps web contents on our own page, whoever made them: no other address, no second window, no webview. */
function confineContents(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!navigationAllowed(event.url)) event.preventDefault()
  })
  contents.on('will-navigate', (event) => {
    if (!navigationAllowed(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!navigationAllowed(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // A page that could make a peer connection would otherwise send UDP that no request handler sees.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/**
 * Sandboxes every process, confines all web contents there will ever be, and gives nobody a certificate of this computer
 * but whom `choose` gives one; before the app is ready. A page never gets one.
 */
export function hardenApp(
  app: App,
  choose: (server: string, offered: readonly Certificate[]) => Certificate | null,
): void {
  app.enableSandbox()
  // Left alone, Electron answers a server that asks for a client certificate with the first one of the store.
  app.on('select-client-certificate', (event, contents, server, offered, callback) => {
    event.preventDefault()
    const chosen = contents === null ? choose(server, offered) : null
    // Null is what Electron takes for none; an argument that is left out it would look into, and fail.
    Reflect.apply(callback, undefined, [chosen])
  })
  app.on('web-contents-created', (_event, contents) => confineContents(contents))
}
