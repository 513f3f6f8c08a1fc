import { X509Certificate } from 'node:crypto'
import { getCACertificates, rootCertificates } from 'node:tls'
import type { Certificate, ProxyConfig, Session } from 'electron'
import { MusterError } from '../../shared/errors.ts'
import {
  type NetworkInput,
  type NetworkSettings,
  type ProxySettings,
  proxyProblem,
  type ShownNetwork,
} from '../../shared/model/network.ts'
import { denyPermissions } from '../hardening.ts'
import { certificatesOf, vouchedFor } from '../net/added-authority.ts'
import { longestChain } from '../net/certificates.ts'
import { createHttp } from '../net/http.ts'
import type { ReachParts } from '../net/reach.ts'
import type { Clock, Http, Redactor, Vault } from '../ports.ts'
import type { SettingsStore } from '../store/settings.ts'
import { readAuthorityFile } from './authority-file.ts'
import { createProxySignIns, type ProxySignIn } from './proxy-sign-ins.ts'
import { type RequestFetchParts, requestFetch } from './request-fetch.ts'

/** The network of one connection: how its requests leave this computer, and which way they take. */
export interface Network extends Omit<ReachParts, 'connect' | 'limit'> {
  readonly http: Http
}

/** What {@link createNetworks} needs. */
export interface NetworksParts {
  readonly settings: Pick<SettingsStore, 'network' | 'setNetwork'>
  readonly vault: Vault
  readonly redactor: Redactor
  readonly clock: Pick<Clock, 'now'>
  /** Path behind the grant of a file that the admin chose. @throws MusterError `file-grant` */
  readonly pathOf: (grant: string) => string
  /** Electron’s `session.fromPartition`. */
  readonly sessionOf: (partition: string) => Session
  readonly request: RequestFetchParts['request']
}

/** The networks of the connections, each on a session of Electron's own: nothing of one is seen by another. */
export interface Networks {
  of(connection: string): Promise<Network>
  shown(connection: string): Promise<ShownNetwork>
  /** Keeps settings; the next request follows them. @throws MusterError `network-field`, `certificate-file`, `file-…` */
  change(connection: string, input: NetworkInput): Promise<ShownNetwork>
  /** Keeps a sign-in for one proxy; null forgets the one that is kept. */
  signIn(connection: string, signIn: ProxySignIn | null): Promise<ShownNetwork>
}

/** What a certificate verify proc answers: trusted, or whatever Chromium itself has found. */
const verdicts = { trusted: 0, asFound: -3 } as const
/** Chromium’s code for an authority that it does not know; every other fault stays a fault. */
const authorityUnknown = -202

/** See {@link Networks}. */
export function createNetworks(parts: NetworksParts): Networks {
  const { settings, redactor, clock } = parts
  const signIns = createProxySignIns(parts.vault, redactor)
  const known = new Map<string, Promise<{ readonly session: Session; readonly network: Network }>>()

  async function follow(session: Session, { proxy, authority }: NetworkSettings): Promise<void> {
    await session.setProxy(configOf(proxy))
    const added = authority === null ? [] : certificatesOf(authority.pem)
    session.setCertificateVerifyProc(
      added.length === 0
        ? null
        : ({ hostname, certificate, errorCode }, answer) => {
            const vouched =
              errorCode === authorityUnknown && vouchedFor(hostname, chainOf(certificate), added, clock.now())
            answer(vouched ? verdicts.trusted : verdicts.asFound)
          },
    )
    // What is open was opened by the rules before.
    await session.closeAllConnections()
  }

  async function make(connection: string) {
    // Without `persist:` it lives in memory: no cookie, cache or sign-in of a service is ever on the disk.
    const session = parts.sessionOf(`connection-${connection}`)
    denyPermissions(session)
    await follow(session, settings.network(connection))
    const signInTo = (proxy: string) => signIns.forProxy(connection, proxy)
    const network: Network = {
      http: createHttp({ fetch: requestFetch({ request: parts.request, session, signInTo }), redactor }),
      proxyFor: (url) => session.resolveProxy(url),
      addressesOf: async (host) => (await session.resolveHost(host)).endpoints.map(({ address }) => address),
      authorities: () => {
        const { authority } = settings.network(connection)
        return [...rootCertificates, ...getCACertificates('system'), ...(authority === null ? [] : [authority.pem])]
      },
      proxyAuthorization: async (proxy) => {
        const signIn = await signInTo(proxy)
        return signIn && `Basic ${Buffer.from(`${signIn.user}:${signIn.password}`).toString('base64')}`
      },
    }
    return { session, network }
  }

  function opened(connection: string) {
    const network = known.get(connection) ?? make(connection)
    known.set(connection, network)
    // A failure is not remembered, so that trying again works.
    network.catch(() => known.delete(connection))
    return network
  }

  async function shown(connection: string): Promise<ShownNetwork> {
    const { proxy, authority } = settings.network(connection)
    return { proxy, authority: authority?.name ?? null, signIn: await signIns.shown(connection) }
  }

  return {
    shown,
    of: async (connection) => (await opened(connection)).network,
    change: async (connection, { proxy, authority: chosen }) => {
      const problem = proxyProblem(proxy)
      if (problem !== null) throw new MusterError('network-field', { where: 'proxy', detail: problem })
      const kept = settings.network(connection).authority
      const authority =
        chosen === 'system' ? null : chosen === 'kept' ? kept : await readAuthorityFile(parts.pathOf(chosen.grant))
      settings.setNetwork(connection, { proxy, authority })
      await follow((await opened(connection)).session, { proxy, authority })
      return shown(connection)
    },
    signIn: async (connection, signIn) => {
      if (signIn === null) await signIns.forget(connection)
      else await signIns.keep(connection, signIn)
      const { session } = await opened(connection)
      // Else Chromium would go on with the sign-in that it remembers.
      await session.clearAuthCache()
      await session.closeAllConnections()
      return shown(connection)
    },
  }
}

/** Settings of a proxy as Electron takes them. */
function configOf(proxy: ProxySettings): ProxyConfig {
  switch (proxy.mode) {
    case 'system':
      return { mode: 'system' }
    case 'none':
      return { mode: 'direct' }
    case 'fixed':
      return { mode: 'fixed_servers', proxyRules: `http://${proxy.host}:${proxy.port}` }
    case 'pac':
      return { mode: 'pac_script', pacScript: proxy.url }
  }
}

/** The chain that Chromium was shown, the server’s own certificate first. */
function chainOf(certificate: Certificate): X509Certificate[] {
  const chain: X509Certificate[] = []
  for (let one: Certificate | undefined = certificate; one && chain.length < longestChain; one = one.issuerCert) {
    chain.push(new X509Certificate(one.data))
  }
  return chain
}
