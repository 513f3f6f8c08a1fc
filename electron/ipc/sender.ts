import type { IpcMainInvokeEvent } from 'electron'

/** What of an IPC event tells who sent it. Electron gives `senderFrame` as null once the frame has navigated or is gone. */
export interface Sender {
  readonly sender: Pick<IpcMainInvokeEvent['sender'], 'id'>
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
}

/**
 * True when a call comes from the main frame of our own window and that frame shows our own page. Whatever is absent or
 * can't be parsed is refused: an unknown sender is not ours.
 */
export function isOurs(event: Sender, windowId: number | null, origin: string): boolean {
  const frame = event.senderFrame
  if (!frame || frame.parent !== null || windowId === null || event.sender.id !== windowId) return false
  const url = URL.parse(frame.url)
  return url !== null && `${url.protocol}//${url.host}` === origin
}
