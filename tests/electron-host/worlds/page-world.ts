import type { BridgeEnd, BridgeOptions } from './bridge.ts'

/** What the page's end is made with. */
export interface PageWorldOptions {
  readonly token: string
  readonly bridge: (options: BridgeOptions) => BridgeEnd
}

/**
 * The page's end of the bridge. It makes a port that both worlds know as an event target, hands it over in one event,
 * and keeps it to itself: no script of the page has run yet. Self-contained: Chromium gets the text of this function.
 */
export function startPageWorld({ token, bridge }: PageWorldOptions): void {
  if (window !== window.top) return
  const { port1: target } = new MessageChannel()
  bridge({ target, inbox: 'to-page', outbox: 'to-preload' })
  // Electron gives null for a window that its handler denies; a popup of Chromium's would give an object for a moment.
  window.open = (url, name = '', features = '') => {
    target.dispatchEvent(new CustomEvent('open', { detail: { url: String(url ?? ''), name, features } }))
    return null
  }
  window.dispatchEvent(new MessageEvent(token, { ports: [target] }))
}
