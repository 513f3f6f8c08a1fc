import { EventEmitter } from 'node:events'
import type { HandlerDetails, WebContents, WebFrameMain, WindowOpenHandlerResponse } from 'electron'
import type { PausedRequest } from '../browser/cdp-types.ts'
import { openingPage } from '../browser/flags.ts'
import type { SizedPage } from '../browser/targets.ts'
import { toApp, toBrowser } from '../schemes.ts'
import { NotImplemented, preventable, standIn } from '../stand-in.ts'
import { emitApp } from './app.ts'
import { observePage } from './observe.ts'
import { applyPermissions } from './permissions.ts'
import { linkPreload, type PreloadLink } from './preload-link.ts'
import { interceptRequests } from './requests.ts'
import type { SessionState } from './session.ts'

/** What web contents are made with. */
export interface ContentsOptions {
  readonly session: SessionState
  /** Source of the preload; an empty text when there is none. */
  readonly preload: string
  readonly page: Promise<SizedPage>
  /** Called at the first paint of the first page. */
  readonly onReadyToShow: () => void
  readonly onClose: () => void
}

let lastId = 0

/** Electron's `webContents` on a page of Chromium's. */
export function createContents(options: ContentsOptions): WebContents {
  const id = ++lastId
  const { session } = options
  const events = new EventEmitter()
  let frameId: string | undefined
  let url = ''
  let loading = false
  let destroyed = false
  let link: PreloadLink | undefined
  /** Address that main itself asked for; such a navigation has no `will-navigate`. */
  let asked: string | null = null
  let openHandler: ((details: HandlerDetails) => WindowOpenHandlerResponse) | undefined
  let shown = false

  const mainFrame: WebFrameMain = standIn<WebFrameMain>('webFrameMain', {
    get url() {
      return toApp(url)
    },
    get origin() {
      const parsed = URL.parse(toApp(url))
      return parsed ? `${parsed.protocol}//${parsed.host}` : 'null'
    },
    parent: null,
    get top() {
      return mainFrame
    },
    name: '',
    processId: 1,
    routingId: 1,
    isDestroyed: () => destroyed,
  })

  const mayNavigate = (request: PausedRequest, to: string): boolean => {
    const isMainFrame = request.frameId === frameId
    if (isMainFrame && asked !== null && toBrowser(asked) === request.request.url) {
      asked = null
      return true
    }
    const names = request.redirectedRequestId
      ? ['will-redirect']
      : ['will-frame-navigate', ...(isMainFrame ? ['will-navigate'] : [])]
    return names.every((name) => {
      const event = preventable({ url: to, isMainFrame, isSameDocument: false, frame: isMainFrame ? mainFrame : null })
      events.emit(name, event, to, false, isMainFrame, 1, 1)
      return !event.defaultPrevented
    })
  }

  const attached = options.page.then(async ({ cdp, gone, childOf, resize }) => {
    void gone.then(options.onClose)
    interceptRequests(cdp, { contentsId: id, session, mayNavigate })
    cdp.on('Target.attachedToTarget', (child) => {
      const frame = childOf(child.sessionId)
      interceptRequests(frame, { contentsId: id, session, mayNavigate })
      void frame.send('Runtime.runIfWaitingForDebugger')
    })
    cdp.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId) return
      url = frame.url
      events.emit('did-navigate', {}, toApp(url), 200, 'OK')
    })
    cdp.on('Page.navigatedWithinDocument', (moved) => {
      if (moved.frameId === frameId) url = moved.url
    })
    cdp.on('Page.windowOpen', (opened) => answerOpen(opened.url, opened.windowName, opened.windowFeatures.join()))
    cdp.on('Page.lifecycleEvent', ({ frameId: frame, name }) => {
      if (frame === frameId) onLifecycle(name)
    })
    observePage(cdp)
    link = linkPreload(cdp, options.preload, {
      contents: () => contents,
      onOpen: answerOpen,
      frameOf: (frame) => (frame === frameId && !destroyed ? mainFrame : null),
    })
    void cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
    void cdp.send('Page.enable')
    void cdp.send('Page.setLifecycleEventsEnabled', { enabled: true })
    void cdp.send('Runtime.enable')
    void cdp.send('Runtime.runIfWaitingForDebugger')
    const { frameTree } = await cdp.send('Page.getFrameTree')
    frameId = frameTree.frame.id
    await resize()
    return cdp
  })

  const onLifecycle = (name: string) => {
    if (url === '' || url === 'about:blank' || url === openingPage) return
    if (!shown && (name === 'firstPaint' || name === 'load')) {
      shown = true
      options.onReadyToShow()
    }
    if (name === 'DOMContentLoaded') events.emit('dom-ready', {})
    if (name === 'load') {
      loading = false
      events.emit('did-finish-load')
    }
  }
  const answerOpen = (to: string, frameName: string, features: string) => {
    const details: HandlerDetails = {
      url: toApp(to),
      frameName,
      features,
      disposition: 'foreground-tab',
      referrer: { url: '', policy: 'default' },
    }
    const answer = openHandler?.(details)
    if (answer?.action !== 'deny') throw new NotImplemented('opening a second window from a page')
  }

  const contents: WebContents = standIn<WebContents>(
    'webContents',
    {
      id,
      session: session.session,
      mainFrame,
      getURL: () => toApp(url),
      getTitle: () => '',
      isLoading: () => loading,
      isDestroyed: () => destroyed,
      isCrashed: () => false,
      loadURL: async (to) => {
        const target = toBrowser(to)
        // Chromium takes its time over what is denied: it does that while its first page comes up.
        const [cdp] = await Promise.all([attached, applyPermissions(session, contents, new URL(target).origin)])
        asked = to
        loading = true
        const loaded = new Promise<void>((resolve) => events.once('did-finish-load', () => resolve()))
        const { errorText } = await cdp.send('Page.navigate', { url: target })
        if (errorText) throw new Error(`${errorText} (-2) loading '${to}'`)
        await loaded
      },
      send: (channel, ...args) => link?.send(channel, args),
      setWindowOpenHandler: (handler) => {
        openHandler = handler
      },
      setWebRTCIPHandlingPolicy: (policy) => {
        // The one that Chromium was started with; the protocol can't change it.
        if (policy !== 'disable_non_proxied_udp') throw new NotImplemented(`setWebRTCIPHandlingPolicy('${policy}')`)
      },
      reload: () => {
        asked = toApp(url)
        void attached.then((cdp) => cdp.send('Page.reload'))
      },
      focus: () => void attached.then((cdp) => cdp.send('Page.bringToFront')),
      close: () => {
        destroyed = true
        events.emit('destroyed')
      },
    },
    events,
  )
  emitApp('web-contents-created', {}, contents)
  return contents
}
