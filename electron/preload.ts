import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import { channelOf, contract, eventChannelOf } from '../shared/contract.ts'

/** The function the window gets for a call. A file goes as its path, which only Electron can tell: a page can't make one up. */
const bridged = (channel: string, kind: 'call' | 'file') =>
  kind === 'file'
    ? (file: File) => ipcRenderer.invoke(channel, webUtils.getPathForFile(file))
    : (input?: unknown) => ipcRenderer.invoke(channel, input)

const groups = Object.entries(contract).map(([group, calls]) => [
  group,
  Object.fromEntries(Object.entries(calls).map(([name, { kind }]) => [name, bridged(channelOf(group, name), kind)])),
])

contextBridge.exposeInMainWorld('muster', {
  ...Object.fromEntries(groups),
  on: (event: string, listener: (payload: unknown) => void) => {
    const pass = (_event: IpcRendererEvent, payload: unknown) => listener(payload)
    ipcRenderer.on(eventChannelOf(event), pass)
    return () => {
      ipcRenderer.removeListener(eventChannelOf(event), pass)
    }
  },
})
