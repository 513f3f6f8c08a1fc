import type { EventEmitter } from 'node:events'

/** What the host tells the process that launched it. */
export type ToLauncher =
  | { t: 'browser'; pid: number; endpoint: string | null }
  | { t: 'window' }
  | { t: 'window-failed'; reason: string }
  | { t: 'open-url'; url: string }
/** What the launching process tells the host. */
export type ToHost =
  | { t: 'answer'; method: DialogMethod; result: unknown }
  | { t: 'click-notification'; title: string }
  /** The computer wakes from sleep. */
  | { t: 'wake' }
  | { t: 'network'; online: boolean }
  /** An item of the application menu is chosen, by its id. */
  | { t: 'click-menu'; id: string }
  /** The window gets the keyboard, or another program does. */
  | { t: 'focus'; focused: boolean }
  | { t: 'quit' }

/** The dialogs that a test can answer. */
export type DialogMethod = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'

/** The line to whoever launched the host. */
export interface Controls {
  /** False when nobody who understands launched it: `npm start`. */
  readonly attached: boolean
  tell(message: ToLauncher): void
  onMessage(listener: (message: ToHost) => void): void
}

/** Uses Node's own channel between parent and child. When the parent goes, the host goes. */
export function connectLauncher(child: NodeJS.Process & EventEmitter = process): Controls {
  const attached = typeof child.send === 'function'
  if (attached) child.once('disconnect', () => child.exit(1))
  return {
    attached,
    tell: (message) => {
      if (child.connected) child.send?.(message)
    },
    onMessage: (listener) => child.on('message', listener),
  }
}
