import type { CdpSession } from '../browser/cdp.ts'
import type { PausedRequest } from '../browser/cdp-types.ts'
import type { RecordLine } from '../record.ts'
import { runtime } from '../runtime.ts'
import { toApp } from '../schemes.ts'
import type { SessionState } from './session.ts'

/** What decides about the requests of one web contents. */
export interface RequestRules {
  readonly contentsId: number
  readonly session: SessionState
  /** For a document: whether the frame may go there (`will-navigate` and its kin). */
  readonly mayNavigate: (request: PausedRequest, url: string) => boolean
}

/** Electron's name for a kind of request (`details.resourceType`), where it has one. */
const kinds: Readonly<Record<string, string>> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Image: 'image',
  Media: 'media',
  Font: 'font',
  Script: 'script',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
}

/**
 * Holds every request of a target and decides about it in Electron's order: navigation events, `webRequest`, the app's own
 * schemes, the network.
 */
export function interceptRequests(cdp: CdpSession, rules: RequestRules): void {
  cdp.on('Fetch.requestPaused', (paused) => {
    decide(cdp, rules, paused).catch((error: unknown) => {
      console.error('electron-host: a request could not be answered:', error)
      cdp.send('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Failed' }).catch(() => undefined)
    })
  })
  void cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

async function decide(cdp: CdpSession, rules: RequestRules, paused: PausedRequest): Promise<void> {
  const { requestId, resourceType } = paused
  const url = toApp(paused.request.url)
  // Chromium asks for it by itself; Electron does not.
  if (resourceType === 'Other' && paused.request.url.endsWith('.localhost/favicon.ico')) {
    await cdp.send('Fetch.fulfillRequest', { requestId, responseCode: 204, responseHeaders: [], body: '' })
    return
  }
  const record = (outcome: Extract<RecordLine, { kind: 'request' }>['outcome']) =>
    runtime().record({ kind: 'request', url, type: resourceType, outcome })
  if (resourceType === 'Document' && !rules.mayNavigate(paused, url)) {
    record('prevented')
    await cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
  } else if (await isCancelled(rules, paused, url)) {
    record('cancelled')
    await cdp.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
  } else if (await serve(cdp, rules, paused, url)) {
    record('served')
  } else {
    record('continued')
    await cdp.send('Fetch.continueRequest', { requestId })
  }
}

/** Asks `webRequest.onBeforeRequest`. */
async function isCancelled(rules: RequestRules, paused: PausedRequest, url: string): Promise<boolean> {
  const { beforeRequest } = rules.session
  if (!beforeRequest) return false
  const { promise, resolve } = Promise.withResolvers<boolean>()
  // `resourceType` is one of Electron's words by the table above.
  const resourceType = (kinds[paused.resourceType] ?? 'other') as 'other'
  const details = {
    id: Number(paused.requestId.replace(/\D/g, '')),
    url,
    method: paused.request.method,
    webContentsId: rules.contentsId,
    resourceType,
    referrer: '',
    timestamp: Date.now(),
    uploadData: [],
  }
  beforeRequest(details, (response) => {
    if (response.redirectURL) throw new Error('electron-host: webRequest redirectURL is not implemented')
    resolve(response.cancel === true)
  })
  return promise
}

/** Answers a request for one of the app's own schemes; false when the URL is none. */
async function serve(cdp: CdpSession, rules: RequestRules, paused: PausedRequest, url: string): Promise<boolean> {
  if (url === paused.request.url) return false
  const handler = rules.session.schemes.get(new URL(url).protocol.slice(0, -1))
  const { method, headers, postData } = paused.request
  const request = new Request(url, { method, headers, ...(postData === undefined ? {} : { body: postData }) })
  // Node's Request is the one Electron's declarations mean too, under another name.
  const response = handler
    ? await handler(request as Parameters<typeof handler>[0])
    : new Response(null, { status: 404 })
  const body = Buffer.from(await response.arrayBuffer())
  await cdp.send('Fetch.fulfillRequest', {
    requestId: paused.requestId,
    responseCode: response.status,
    responseHeaders: Array.from(response.headers, ([name, value]) => ({ name, value })),
    body: body.toString('base64'),
  })
  return true
}
