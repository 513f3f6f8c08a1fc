import { EventEmitter } from 'node:events'
import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { standIn } from '../stand-in.ts'

type Handler = Parameters<IpcMain['handle']>[1]

const events = new EventEmitter()
const handlers = new Map<string, Handler>()

/** Electron's `ipcMain`. */
export const ipcMain: IpcMain = standIn<IpcMain>(
  'ipcMain',
  {
    handle: (channel, handler) => {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
      handlers.set(channel, handler)
    },
    handleOnce: (channel, handler) => {
      handlers.set(channel, (event, ...args) => {
        handlers.delete(channel)
        return handler(event, ...args)
      })
    },
    removeHandler: (channel) => {
      handlers.delete(channel)
    },
  },
  events,
)

/** Answers `ipcRenderer.invoke`, with Electron's words for what fails. */
export async function answerInvoke(event: IpcMainInvokeEvent, channel: string, args: unknown[]): Promise<unknown> {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`Error invoking remote method '${channel}': No handler registered for '${channel}'`)
  try {
    return await handler(event, ...args)
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${error}`)
  }
}

/** Passes on `ipcRenderer.send`. */
export const receiveSend = (event: IpcMainEvent, channel: string, args: unknown[]): void => {
  events.emit(channel, event, ...args)
}
