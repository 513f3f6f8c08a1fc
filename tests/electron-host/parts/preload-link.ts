import type { IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron'
import type { CdpSession } from '../browser/cdp.ts'
import { runtime } from '../runtime.ts'
import { hostBinding, hostEnd, type ToMain, type ToPreload } from '../worlds/preload-world.ts'
import { pageWorldScript, preloadWorldScript } from '../worlds/scripts.ts'
import { createWire } from '../worlds/wire.ts'
import { answerInvoke, receiveSend } from './ipc-main.ts'

/** Name of the isolated world in which the preload runs. */
const worldName = 'Electron Isolated Context'
const wire = createWire()

/** Who is on the two ends of a link. */
export interface LinkEnds {
  readonly contents: () => WebContents
  /** The frame of a context, null when it is not a living one of ours. */
  /** The page has called `window.open`. */
  readonly onOpen: (url: string, name: string, features: string) => void
  readonly frameOf: (frameId: string | undefined) => WebFrameMain | null
}

/** The line between main and one page's preload. */
export interface PreloadLink {
  /** `webContents.send`: to the preload of the document that is shown now; lost when there is none. */
  send(channel: string, args: unknown[]): void
}

/** Puts the preload into every document of a page and carries its messages. */
export function linkPreload(cdp: CdpSession, preload: string, ends: LinkEnds): PreloadLink {
  const contexts = new Map<number, { frameId: string | undefined; isPreload: boolean }>()

  const deliver = (contextId: number, message: ToPreload) => {
    void cdp.send('Runtime.callFunctionOn', {
      functionDeclaration: `function (text) { globalThis.${hostEnd}.receive(text) }`,
      executionContextId: contextId,
      arguments: [{ value: wire.encode(message) }],
      silent: true,
    })
  }
  const record = (direction: 'to-main' | 'to-window', channel: string, payload: unknown) =>
    runtime().record({ kind: 'ipc', direction, channel, payload })

  const invoke = async (contextId: number, { id, channel, args }: Extract<ToMain, { t: 'invoke' }>) => {
    record('to-main', channel, args)
    try {
      const value = await answerInvoke(eventFrom(contextId), channel, args)
      record('to-window', channel, value)
      deliver(contextId, { t: 'reply', id, ok: true, value })
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      record('to-window', channel, { rejected: message })
      deliver(contextId, { t: 'reply', id, ok: false, message })
    }
  }
  const eventFrom = (contextId: number): IpcMainInvokeEvent => {
    const senderFrame = ends.frameOf(contexts.get(contextId)?.frameId)
    const event = { type: 'frame', sender: ends.contents(), senderFrame, frameId: 1, processId: 1 }
    // Electron's event is a DOM-like one with members that nothing in main reads.
    return event as unknown as IpcMainInvokeEvent
  }
  const tellPath = async (contextId: number, id: number) => {
    const { result } = await cdp.send('Runtime.callFunctionOn', {
      functionDeclaration: `function (id) { return globalThis.${hostEnd}.file(id) }`,
      executionContextId: contextId,
      arguments: [{ value: id }],
    })
    const { path } = await cdp.send('DOM.getFileInfo', { objectId: result.objectId ?? '' })
    void cdp.send('Runtime.releaseObject', { objectId: result.objectId ?? '' })
    deliver(contextId, { t: 'path', id, path })
  }

  cdp.on('Runtime.executionContextCreated', ({ context }) =>
    contexts.set(context.id, { frameId: context.auxData.frameId, isPreload: context.name === worldName }),
  )
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => contexts.delete(executionContextId))
  cdp.on('Runtime.executionContextsCleared', () => contexts.clear())
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== hostBinding) return
    // Written by `send` in the preload's world.
    const message = wire.decode(payload) as ToMain
    if (message.t === 'invoke') void invoke(executionContextId, message)
    else if (message.t === 'open') ends.onOpen(message.url, message.name, message.features)
    else if (message.t === 'file') void tellPath(executionContextId, message.id)
    else {
      record('to-main', message.channel, message.args)
      receiveSend(eventFrom(executionContextId) as never, message.channel, message.args)
    }
  })
  const token = `electron-host:${crypto.randomUUID()}`
  void cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: preloadWorldScript(token, preload, preloadProcess()),
    worldName,
  })
  void cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorldScript(token) })
  void cdp.send('Runtime.addBinding', { name: hostBinding, executionContextName: worldName })

  return {
    send: (channel, args) => {
      record('to-window', channel, args)
      for (const [id, { isPreload }] of contexts) if (isPreload) deliver(id, { t: 'message', channel, args })
    },
  }
}

/** What a sandboxed preload sees of `process`. */
const preloadProcess = () => ({
  type: 'renderer',
  sandboxed: true,
  contextIsolated: true,
  platform: process.platform,
  arch: process.arch,
  versions: process.versions,
})
