/** A request that the Fetch domain holds. */
export interface PausedRequest {
  requestId: string
  request: { url: string; method: string; headers: Record<string, string>; postData?: string }
  frameId: string
  resourceType: string
  redirectedRequestId?: string
}

/** A target as Chromium describes it. */
export interface TargetInfo {
  targetId: string
  type: string
  url: string
  openerId?: string
}

type Header = { name: string; value: string }
type Nothing = Record<string, never>

/** The commands the host sends, each with what it takes and what comes back (chromedevtools.github.io/devtools-protocol). */
export interface Commands {
  'Browser.close': [undefined, Nothing]
  'Browser.setPermission': [{ permission: { name: string }; setting: 'granted' | 'denied'; origin: string }, Nothing]
  'Browser.setDownloadBehavior': [{ behavior: 'deny' | 'default' }, Nothing]
  'Browser.getWindowForTarget': [{ targetId: string }, { windowId: number; bounds: { height: number } }]
  'Browser.setWindowBounds': [{ windowId: number; bounds: { width: number; height: number } }, Nothing]
  'Page.getLayoutMetrics': [undefined, { cssLayoutViewport: { clientHeight: number } }]
  'Target.setAutoAttach': [{ autoAttach: boolean; waitForDebuggerOnStart: boolean; flatten: true }, Nothing]
  'Target.createTarget': [{ url: string; newWindow: boolean; width: number; height: number }, { targetId: string }]
  'Target.closeTarget': [{ targetId: string }, Nothing]
  'Page.enable': [undefined, Nothing]
  'Page.setLifecycleEventsEnabled': [{ enabled: boolean }, Nothing]
  'Page.getFrameTree': [undefined, { frameTree: { frame: { id: string; url: string } } }]
  'Page.addScriptToEvaluateOnNewDocument': [{ source: string; worldName?: string }, { identifier: string }]
  'Page.navigate': [{ url: string }, { frameId: string; errorText?: string }]
  'Page.reload': [undefined, Nothing]
  'Page.bringToFront': [undefined, Nothing]
  'Runtime.enable': [undefined, Nothing]
  'Runtime.addBinding': [{ name: string; executionContextName: string }, Nothing]
  'Runtime.runIfWaitingForDebugger': [undefined, Nothing]
  'Runtime.callFunctionOn': [
    {
      functionDeclaration: string
      executionContextId: number
      arguments: { value: unknown }[]
      silent?: boolean
      returnByValue?: boolean
      awaitPromise?: boolean
      userGesture?: boolean
    },
    { result: { objectId?: string; value?: unknown }; exceptionDetails?: { text: string } },
  ]
  'Runtime.releaseObject': [{ objectId: string }, Nothing]
  'DOM.getFileInfo': [{ objectId: string }, { path: string }]
  'Fetch.enable': [{ patterns: { urlPattern: string }[] }, Nothing]
  'Fetch.continueRequest': [{ requestId: string; url?: string }, Nothing]
  'Fetch.failRequest': [{ requestId: string; errorReason: 'Failed' | 'Aborted' | 'BlockedByClient' }, Nothing]
  'Fetch.fulfillRequest': [
    { requestId: string; responseCode: number; responseHeaders: Header[]; body: string },
    Nothing,
  ]
  'Network.enable': [undefined, Nothing]
  'Log.enable': [undefined, Nothing]
  'Audits.enable': [undefined, Nothing]
}

/** The events the host listens to. */
export interface Events {
  'Target.attachedToTarget': { sessionId: string; targetInfo: TargetInfo; waitingForDebugger: boolean }
  'Target.detachedFromTarget': { sessionId: string }
  'Page.frameNavigated': { frame: { id: string; parentId?: string; url: string; securityOrigin: string } }
  'Page.navigatedWithinDocument': { frameId: string; url: string }
  'Page.lifecycleEvent': { frameId: string; name: string }
  'Page.windowOpen': { url: string; windowName: string; windowFeatures: string[]; userGesture: boolean }
  'Runtime.executionContextCreated': {
    context: { id: number; name: string; auxData: { frameId?: string; isDefault?: boolean } }
  }
  'Runtime.executionContextDestroyed': { executionContextId: number }
  'Runtime.executionContextsCleared': undefined
  'Runtime.bindingCalled': { name: string; payload: string; executionContextId: number }
  'Runtime.consoleAPICalled': { type: string; args: { value?: unknown; description?: string }[] }
  'Runtime.exceptionThrown': {
    exceptionDetails: { text: string; exception?: { description?: string }; url?: string }
  }
  'Fetch.requestPaused': PausedRequest
  'Network.requestWillBeSent': { requestId: string; request: { url: string; method: string }; type?: string }
  'Network.webSocketCreated': { requestId: string; url: string }
  'Log.entryAdded': { entry: { source: string; level: string; text: string; url?: string } }
  'Audits.issueAdded': { issue: { code: string; details: Record<string, unknown> } }
}
