import type { Cdp, CdpSession } from './cdp.ts'

/** A page that belongs to one of the app's windows. */
export interface Page {
  readonly cdp: CdpSession
  readonly targetId: string
  /** The end of a frame or worker of this page that Chromium runs apart. */
  readonly childOf: (sessionId: string) => CdpSession
  /** Settles when the page has gone. */
  readonly gone: Promise<void>
}

type Size = { readonly width: number; readonly height: number }

/** A page that was opened at a size. */
export interface SizedPage extends Page {
  /** Gives it that size, once it runs. */
  resize(): Promise<void>
}

/** Chromium's pages, for the windows of the app. */
export interface Targets {
  /** Opens a page, held before its first document. The one that Chromium has opened by itself is taken first. */
  open(size: Size): Promise<SizedPage>
  close(targetId: string): void
}

/** Gives a page the size that was asked for: Chromium counts its own tabs and address bar in, which Electron does not have. */
async function fitPage(browser: CdpSession, page: Page, size: Size): Promise<void> {
  const [{ cssLayoutViewport }, { windowId, bounds }] = await Promise.all([
    page.cdp.send('Page.getLayoutMetrics'),
    browser.send('Browser.getWindowForTarget', { targetId: page.targetId }),
  ])
  const height = size.height + bounds.height - cssLayoutViewport.clientHeight
  await browser.send('Browser.setWindowBounds', { windowId, bounds: { width: size.width, height } })
}

/**
 * Attaches to every page there will be. A page that another page opened is closed at once, as Electron does after its
 * window-open handler has said no; pages of others who drive this Chromium are let go on.
 */
export function watchTargets(cdp: Cdp): Targets {
  const { browser } = cdp
  const gone = new Map<string, PromiseWithResolvers<void>>()
  const unclaimed = new Map<string, Page>()
  const wanted = new Map<string, PromiseWithResolvers<Page>>()
  const first = Promise.withResolvers<Page>()
  let firstCame = false
  let firstIsFree = true
  let opening = 0

  const settle = (page: Page) => {
    const waiting = wanted.get(page.targetId)
    if (waiting) {
      wanted.delete(page.targetId)
      unclaimed.delete(page.targetId)
      waiting.resolve(page)
    } else if (opening === 0) {
      unclaimed.delete(page.targetId)
      void page.cdp.send('Runtime.runIfWaitingForDebugger')
    }
  }
  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const session = cdp.session(sessionId)
    const ended = Promise.withResolvers<void>()
    gone.set(sessionId, ended)
    const { targetId } = targetInfo
    const page: Page = { cdp: session, targetId, childOf: cdp.session, gone: ended.promise }
    if (targetInfo.type !== 'page') void session.send('Runtime.runIfWaitingForDebugger')
    else if (targetInfo.openerId) void browser.send('Target.closeTarget', { targetId: targetInfo.targetId })
    else if (!firstCame) {
      firstCame = true
      first.resolve(page)
    } else {
      unclaimed.set(targetInfo.targetId, page)
      settle(page)
    }
  })
  browser.on('Target.detachedFromTarget', ({ sessionId }) => {
    gone.get(sessionId)?.resolve()
    gone.delete(sessionId)
  })
  void browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })

  const create = async (size: Size): Promise<Page> => {
    opening++
    try {
      const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', newWindow: true, ...size })
      const waiting = Promise.withResolvers<Page>()
      wanted.set(targetId, waiting)
      const page = unclaimed.get(targetId)
      if (page) settle(page)
      return await waiting.promise
    } finally {
      opening--
      for (const page of [...unclaimed.values()]) settle(page)
    }
  }
  return {
    open: async (size) => {
      const opened = firstIsFree ? first.promise : create(size)
      firstIsFree = false
      const page = await opened
      return { ...page, resize: () => fitPage(browser, page, size) }
    },
    close: (targetId) => void browser.send('Target.closeTarget', { targetId }),
  }
}
