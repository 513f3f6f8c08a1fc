import { request } from 'node:http'
import { Agent } from 'node:https'
import net from 'node:net'
import { type Duplex, PassThrough } from 'node:stream'
import tls from 'node:tls'
import type { AuthInfo, Certificate, ProxyConfig, Session } from 'electron'
import { questionOf } from './certificate-question.ts'
import { askForCertificate, type StoredCertificate, storedCertificates } from './client-certificates.ts'
import { resolveProxyBy } from './proxy-rules.ts'

type VerifyProc = NonNullable<Parameters<Session['setCertificateVerifyProc']>[0]>

/** Asks whoever made the request for a sign-in to a proxy; undefined when there is none. */
type AskLogin = (info: AuthInfo) => Promise<{ user: string; password: string } | undefined>

/** Chromium's name of what the network did, by Node's. */
const chromium: readonly (readonly [RegExp, string])[] = [
  [
    /ALERT_(?:CERTIFICATE_(?:REQUIRED|UNKNOWN|EXPIRED|REVOKED)|(?:BAD|UNSUPPORTED)_CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/,
    'ERR_BAD_SSL_CLIENT_AUTH_CERT',
  ],
  [/ECONNREFUSED/, 'ERR_CONNECTION_REFUSED'],
  [/ENOTFOUND/, 'ERR_NAME_NOT_RESOLVED'],
  [/EAI_AGAIN|ENETUNREACH|ENETDOWN/, 'ERR_INTERNET_DISCONNECTED'],
  [/ETIMEDOUT/, 'ERR_CONNECTION_TIMED_OUT'],
  [/ECONNRESET|EPIPE/, 'ERR_CONNECTION_RESET'],
  [/ALTNAME/, 'ERR_CERT_COMMON_NAME_INVALID'],
  [/EXPIRED|NOT_YET_VALID/, 'ERR_CERT_DATE_INVALID'],
  [/SELF_SIGNED|UNABLE_TO/, 'ERR_CERT_AUTHORITY_INVALID'],
  [/SSL|TLS|EPROTO/, 'ERR_SSL_PROTOCOL_ERROR'],
]
/** Chromium's numbers of what is wrong with a certificate. */
const numbers: Readonly<Record<string, number>> = {
  ERR_CERT_COMMON_NAME_INVALID: -200,
  ERR_CERT_DATE_INVALID: -201,
  ERR_CERT_AUTHORITY_INVALID: -202,
}

/** A failure in the form Electron gives it: `net::ERR_…`. */
export function chromiumError(error: unknown): Error {
  if (error instanceof Error && error.message.startsWith('net::')) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return new Error(`net::${chromium.find(([form]) => form.test(code))?.[1] ?? 'ERR_FAILED'}`, { cause: error })
}

/** How a session reaches servers: by its proxy, and by whom it trusts. */
export class SessionAgent extends Agent {
  proxy: ProxyConfig = { mode: 'system' }
  verify: VerifyProc | null = null
  /** By server: which certificate of the client it was given, or none, as Chromium remembers it. */
  readonly given = new Map<string, StoredCertificate | null>()
  /** Sign-ins that a proxy has accepted, as Chromium remembers them. */
  readonly signIns = new Map<string, string>()

  constructor() {
    super({ keepAlive: true })
  }

  resolveProxy(url: string): Promise<string> {
    return resolveProxyBy(this.proxy, url)
  }

  override createConnection(
    options: tls.ConnectionOptions & { askLogin?: AskLogin },
    callback?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    const { host = '', port = 443 } = options
    this.#open(String(host), Number(port), options.askLogin).then(
      (socket) => callback?.(null, socket),
      // Node looks at the error first, and then at no stream.
      (error: unknown) => callback?.(chromiumError(error), new PassThrough()),
    )
    return undefined
  }

  async #open(host: string, port: number, askLogin?: AskLogin): Promise<net.Socket> {
    const place = `${host}:${port}`
    // A server that is asked for by its number is told no name.
    const named = net.isIP(host) === 0 ? { servername: host } : {}
    if (storedCertificates().length > 0 && !this.given.has(place)) {
      const issuers = await questionOf(await this.#raw(host, port, askLogin), named)
      if (issuers) this.given.set(place, await askForCertificate(place, issuers))
    }
    const raw = await this.#raw(host, port, askLogin)
    const ca = [...tls.rootCertificates, ...tls.getCACertificates('system')]
    const own = this.given.get(place) ?? {}
    const secure = tls.connect({ socket: raw, host, ...named, ...own, ca, rejectUnauthorized: false })
    await new Promise<void>((done, failed) => secure.once('secureConnect', done).once('error', failed))
    secure.on('error', () => {})
    const fault = secure.authorized
      ? null
      : chromiumError(Object.assign(new Error(), { code: secure.authorizationError }))
    const verdict = await this.#judge(host, secure, fault)
    if (verdict === 0 || (verdict === -3 && fault === null)) return secure
    secure.destroy()
    throw verdict === -3 && fault ? fault : new Error('net::ERR_FAILED')
  }

  async #raw(host: string, port: number, askLogin?: AskLogin): Promise<net.Socket> {
    const way = await this.resolveProxy(`https://${host}:${port}/`)
    const [, proxyHost = '', proxyPort] = /^PROXY ([^:;]+):(\d+)/.exec(way) ?? []
    if (proxyHost === '') return connected(net.connect({ host, port }))
    return this.#tunnel({ host: proxyHost, port: Number(proxyPort) }, `${host}:${port}`, askLogin)
  }

  #judge(hostname: string, socket: tls.TLSSocket, fault: Error | null): Promise<number> {
    const { verify } = this
    if (!verify) return Promise.resolve(-3)
    const certificate = certificateOf(socket)
    const name = fault?.message.replace('net::', '') ?? 'OK'
    const errorCode = fault === null ? 0 : (numbers[name] ?? -2)
    const found = { isIssuedByKnownRoot: false, verificationResult: name, errorCode }
    return new Promise((answer) =>
      verify({ hostname, certificate, validatedCertificate: certificate, ...found }, answer),
    )
  }

  async #tunnel(proxy: { host: string; port: number }, target: string, askLogin?: AskLogin): Promise<net.Socket> {
    const place = `${proxy.host}:${proxy.port}`
    let asked = false
    for (;;) {
      const known = this.signIns.get(place)
      const { status, socket } = await connectThrough(proxy, target, known).catch((error: unknown) => {
        throw new Error('net::ERR_PROXY_CONNECTION_FAILED', { cause: error })
      })
      if (status === 200) return socket
      socket.destroy()
      if (status !== 407) throw new Error('net::ERR_TUNNEL_CONNECTION_FAILED')
      this.signIns.delete(place)
      const info = { isProxy: true, scheme: 'basic', ...proxy, realm: 'Corporate proxy' }
      // A sign-in that was remembered and is refused is asked for again, as one that was never there.
      const given = await askLogin?.(info)
      if (given === undefined) throw new Error('net::ERR_PROXY_AUTH_REQUESTED')
      if (asked && known !== undefined) throw new Error('net::ERR_PROXY_AUTH_REQUESTED')
      asked = true
      this.signIns.set(place, `Basic ${Buffer.from(`${given.user}:${given.password}`).toString('base64')}`)
    }
  }
}

function connectThrough(proxy: { host: string; port: number }, path: string, authorization: string | undefined) {
  const headers = { host: path, ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }) }
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; socket: net.Socket }>()
  const asking = request({ ...proxy, method: 'CONNECT', path, headers, agent: false })
  asking.once('connect', ({ statusCode = 0 }, socket: net.Socket) => {
    socket.on('error', () => {})
    resolve({ status: statusCode, socket })
  })
  asking.once('error', reject).end()
  return promise
}

function connected(socket: net.Socket): Promise<net.Socket> {
  return new Promise((done, failed) => socket.once('connect', () => done(socket)).once('error', failed))
}

/** The chain that was shown, in Electron's form; of it only what a verify proc has use for. */
function certificateOf(socket: tls.TLSSocket): Certificate {
  const chain = []
  for (let one = socket.getPeerX509Certificate(); one && chain.length < 8; one = one.issuerCertificate) chain.push(one)
  const made = chain.reduceRight<Partial<Certificate> | undefined>(
    (issuerCert, one) =>
      ({ data: one.toString(), fingerprint: one.fingerprint256, ...(issuerCert ? { issuerCert } : {}) }) as Certificate,
    undefined,
  )
  return made as Certificate
}
