import { EventEmitter } from 'node:events'
import type { Notification as ElectronNotification, NotificationConstructorOptions } from 'electron'
import { runtime } from '../runtime.ts'
import { standIn } from '../stand-in.ts'

/** Notifications that were shown, by their title; the last one of a title counts. */
const shown = new Map<string, EventEmitter>()

/** Lets a test click on a notification. */
export function takeClicks(): void {
  runtime().controls.onMessage((message) => {
    if (message.t === 'click-notification') shown.get(message.title)?.emit('click', {})
  })
}

function create(options: NotificationConstructorOptions = {}): ElectronNotification {
  const { title = '', body = '' } = options
  const events = new EventEmitter()
  return standIn<ElectronNotification>(
    'Notification',
    {
      title,
      body,
      show: () => {
        shown.set(title, events)
        runtime().record({ kind: 'notification', title, body })
        events.emit('show', {})
      },
      close: () => {
        shown.delete(title)
        events.emit('close', {})
      },
    },
    events,
  )
}

/** Electron's `Notification`: recorded instead of shown, since the system's own would outlive the test. */
export const Notification = new Proxy(
  standIn<typeof ElectronNotification>(
    'Notification',
    Object.assign(function notification() {}, { isSupported: () => true }),
  ),
  { construct: (_target, [options]: [NotificationConstructorOptions?]) => create(options) },
)
