import { createBridge } from './bridge.ts'
import { startPageWorld } from './page-world.ts'
import { hostBinding, hostEnd, startPreloadWorld } from './preload-world.ts'
import { createWire } from './wire.ts'

/** The text that runs in the preload's world when a document begins: the set-up, around the unmodified preload. */
export function preloadWorldScript(token: string, preload: string, process: Readonly<Record<string, unknown>>): string {
  const data = JSON.stringify({ token, binding: hostBinding, end: hostEnd, process })
  return `(${startPreloadWorld})({ ...${data}, wire: ${createWire}, bridge: ${createBridge},
    preload: (require, module, exports) => {\n${preload}\n} })`
}

/** The text that runs in the page's own world, before any script of the page. */
export function pageWorldScript(token: string): string {
  return `(${startPageWorld})({ token: ${JSON.stringify(token)}, bridge: ${createBridge} })`
}
