import { EventEmitter } from 'node:events'
import { Agent as HttpAgent, type ClientRequest as HttpRequest, request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { AuthInfo, ClientRequest, ClientRequestConstructorOptions } from 'electron'
import { standIn } from '../stand-in.ts'
import { hasNetwork } from './network-state.ts'
import { agentOf } from './session.ts'
import { chromiumError } from './session-agent.ts'

const plain = new HttpAgent({ keepAlive: true })

/** Electron's `net.request`, on Node's own: through the proxy and by the certificates of its session. Never follows a redirect. */
export function clientRequest(options: ClientRequestConstructorOptions | string): ClientRequest {
  if (typeof options === 'string' || !options.session) {
    throw new Error('electron-host: net.request is implemented for a session only')
  }
  const { protocol = 'http:', hostname = '', port, path = '/' } = options
  const url = new URL(options.url ?? `${protocol}//${hostname}${port ? `:${port}` : ''}${path}`)
  const events = new EventEmitter()
  const headers: Record<string, string> = { ...(options.headers as Record<string, string> | undefined) }
  const body: string[] = []
  let sent: HttpRequest | null = null
  let aborted = false

  const askLogin = (info: AuthInfo) =>
    new Promise<{ user: string; password: string } | undefined>((answer) => {
      const heard = events.emit('login', info, (user?: string, password?: string) =>
        answer(user === undefined ? undefined : { user, password: password ?? '' }),
      )
      if (!heard) answer(undefined)
    })
  const agent = agentOf(options.session)
  const send = () => {
    if (aborted) return
    if (!hasNetwork()) {
      events.emit('error', new Error('net::ERR_INTERNET_DISCONNECTED'))
      events.emit('close')
      return
    }
    const common = { method: options.method ?? 'GET', headers: { 'cache-control': 'no-cache', ...headers } }
    // Plain http is for this computer, which no proxy stands before.
    const asking =
      url.protocol === 'http:'
        ? httpRequest(url, { ...common, agent: plain })
        : httpsRequest(url, { ...common, agent, askLogin } as Parameters<typeof httpsRequest>[1] & object)
    sent = asking
    let answered = false
    asking.on('response', (reply) => {
      answered = true
      const { statusCode = 0, headers: received } = reply
      if (statusCode >= 300 && statusCode < 400 && received.location) {
        events.emit('redirect', statusCode, common.method, new URL(received.location, url).href, {})
        asking.destroy()
        return
      }
      reply.on('close', () => events.emit('close'))
      events.emit('response', reply)
    })
    asking.on('error', (error) => {
      const failure = chromiumError(error)
      // Chromium sends it once more, whatever its method, when a connection that served before ends without a reply.
      if (asking.reusedSocket && !answered && !aborted && /RESET/.test(failure.message)) return send()
      // As Chromium does, so that the next try is asked about anew.
      if (/SSL/.test(failure.message)) agent.given.delete(`${url.hostname}:${url.port || 443}`)
      if (!aborted) events.emit('error', failure)
      events.emit('close')
    })
    asking.end(body.join(''))
  }
  const made: ClientRequest = standIn<ClientRequest>(
    'ClientRequest',
    {
      setHeader: (name, value) => {
        headers[name] = value
      },
      write: (chunk) => void body.push(String(chunk)),
      // In the next turn, so that whoever made the request can listen first.
      end: () => {
        setImmediate(send)
        return made
      },
      abort: () => {
        aborted = true
        sent?.destroy()
        events.emit('close')
      },
    },
    events,
  )
  return made
}
