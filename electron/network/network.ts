import { getCACertificates, rootCertificates } from 'node:tls'
import { MusterError } from '../../shared/errors.ts'
import type { ShownCertificate } from '../../shared/model/connection-test.ts'
import { type NetworkInput, proxyProblem, type ShownNetwork } from '../../shared/model/network.ts'
import type { Emit } from '../ipc/emit.ts'
import type { CertificateWish, WantedCertificate } from '../net/client-certificate.ts'
import { createHttp } from '../net/http.ts'
import type { ReachParts } from '../net/reach.ts'
import type { Clock, Http, Redactor, Vault } from '../ports.ts'
import type { SettingsStore } from '../store/settings.ts'
import { readAuthorityFile } from './authority-file.ts'
import type { CertificateRequests } from './certificate-requests.ts'
import { type ClientCertificates, createClientCertificates } from './client-certificates.ts'
import { greeting } from './greeting.ts'
import { createNetworkSession, type NetworkSession, type NetworkSessionParts } from './network-session.ts'
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
  readonly sessionOf: NetworkSessionParts['sessionOf']
  readonly request: RequestFetchParts['request']
  readonly certificateRequests: Pick<CertificateRequests, 'enter'>
  /** The certificate that a policy prescribes for a connection; null, or left out, where the admin chooses. */
  readonly prescribed?: (connection: string) => WantedCertificate | null
  readonly emit: Emit
}

/**
 * The networks of the connections, each on a session of Electron's own: nothing of one is seen by another. The service that
 * people come from has one more, since a certificate that was chosen for the connection is not for it.
 */
export interface Networks {
  of(connection: string): Promise<Network>
  /** For a SCIM service that people come from: the same way, and never a certificate of this computer. */
  ofSource(connection: string): Promise<Network>
  shown(connection: string): Promise<ShownNetwork>
  /** Keeps settings; the next request follows them. @throws MusterError `network-field`, `certificate-file`, `file-…` */
  change(connection: string, input: NetworkInput): Promise<ShownNetwork>
  /** Keeps a sign-in for one proxy; null forgets the one that is kept. */
  signIn(connection: string, signIn: ProxySignIn | null): Promise<ShownNetwork>
  /**
   * Keeps which certificate of this computer is presented, by its fingerprint; null for none.
   * @throws MusterError `client-certificate-gone` when no server was offered it since the start, `policy-locked`
   */
  present(connection: string, fingerprint: string | null): Promise<ShownNetwork>
  /** Forgets what is remembered of a connection that was removed. */
  forget(connection: string): void
}

interface Opened {
  readonly session: NetworkSession
  readonly certificates: ClientCertificates
  readonly network: Network
}

/** See {@link Networks}. */
export function createNetworks(parts: NetworksParts): Networks {
  const { settings, redactor, emit, prescribed = () => null } = parts
  const signIns = createProxySignIns(parts.vault, redactor)
  const known = new Map<string, Promise<Opened>>()
  /** By connection and server: what this computer had for it when it asked last. */
  const asked = new Map<string, Map<string, readonly ShownCertificate[]>>()

  const wishOf = (connection: string): WantedCertificate | null =>
    prescribed(connection) ?? settings.network(connection).clientCertificate

  function remember(connection: string, server: string, offered: readonly ShownCertificate[]): void {
    const servers = asked.get(connection) ?? new Map()
    asked.set(connection, servers.set(server, offered))
    emit('network.asked', { connection, server })
  }

  async function make(connection: string, name: string, ofSource: boolean): Promise<Opened> {
    const session = await createNetworkSession({ ...parts, name }, settings.network(connection))
    const certificates = createClientCertificates({
      requests: parts.certificateRequests,
      clock: parts.clock,
      wish: (): CertificateWish => (ofSource ? 'never' : wishOf(connection)),
      onAsked: (server, offered) => {
        if (!ofSource) remember(connection, server, offered)
      },
    })
    const signInTo = (proxy: string) => signIns.forProxy(connection, proxy)
    const fetch = requestFetch({ request: parts.request, session: session.current, certificates, signInTo })
    const http = createHttp({ fetch, redactor })
    const network: Network = {
      http,
      greet: greeting(http, certificates),
      proxyFor: (url) => session.current().resolveProxy(url),
      addressesOf: async (host) => (await session.current().resolveHost(host)).endpoints.map(({ address }) => address),
      authorities: () => {
        const { authority } = settings.network(connection)
        return [...rootCertificates, ...getCACertificates('system'), ...(authority === null ? [] : [authority.pem])]
      },
      proxyAuthorization: async (proxy) => {
        const signIn = await signInTo(proxy)
        return signIn && `Basic ${Buffer.from(`${signIn.user}:${signIn.password}`).toString('base64')}`
      },
    }
    return { session, certificates, network }
  }

  const nameOf = (connection: string): string => `connection-${connection}`
  const sourceNameOf = (connection: string): string => `${nameOf(connection)}-source`

  function opened(connection: string, ofSource = false): Promise<Opened> {
    const name = ofSource ? sourceNameOf(connection) : nameOf(connection)
    const network = known.get(name) ?? make(connection, name, ofSource)
    known.set(name, network)
    // A failure is not remembered, so that trying again works.
    network.catch(() => known.delete(name))
    return network
  }

  /** The sessions of a connection, its own and, where people come from a service, that one’s. */
  async function sessionsOf(connection: string): Promise<NetworkSession[]> {
    const all = [opened(connection), known.get(sourceNameOf(connection))]
    return (await Promise.all(all)).flatMap((one) => one?.session ?? [])
  }

  async function shown(connection: string): Promise<ShownNetwork> {
    const { proxy, authority, clientCertificate } = settings.network(connection)
    const managed = prescribed(connection)
    return {
      proxy,
      authority: authority?.name ?? null,
      signIn: await signIns.shown(connection),
      clientCertificate,
      prescribed: managed && ('subject' in managed ? managed.subject : managed.fingerprint),
      asked: [...(asked.get(connection) ?? [])].map(([server, certificates]) => ({
        server,
        certificates: [...certificates],
      })),
    }
  }

  return {
    shown,
    of: async (connection) => (await opened(connection)).network,
    ofSource: async (connection) => (await opened(connection, true)).network,
    change: async (connection, { proxy, authority: chosen }) => {
      const problem = proxyProblem(proxy)
      if (problem !== null) throw new MusterError('network-field', { where: 'proxy', detail: problem })
      const before = settings.network(connection)
      const authority =
        chosen === 'system'
          ? null
          : chosen === 'kept'
            ? before.authority
            : await readAuthorityFile(parts.pathOf(chosen.grant))
      const after = { ...before, proxy, authority }
      settings.setNetwork(connection, after)
      for (const session of await sessionsOf(connection)) await session.follow(after)
      return shown(connection)
    },
    signIn: async (connection, signIn) => {
      if (signIn === null) await signIns.forget(connection)
      else await signIns.keep(connection, signIn)
      // Else Chromium would go on with the sign-in that it remembers.
      for (const session of await sessionsOf(connection)) await session.forgetSignIn()
      return shown(connection)
    },
    present: async (connection, fingerprint) => {
      if (prescribed(connection) !== null) throw new MusterError('policy-locked', { where: 'clientCertificate' })
      const before = settings.network(connection)
      const offered = [...(asked.get(connection)?.values() ?? [])].flat()
      const clientCertificate =
        fingerprint === null
          ? null
          : [before.clientCertificate, ...offered].find((one) => one?.fingerprint === fingerprint)
      if (clientCertificate === undefined) throw new MusterError('client-certificate-gone')
      const after = { ...before, clientCertificate }
      settings.setNetwork(connection, after)
      const { session, certificates } = await opened(connection)
      certificates.forget()
      await session.renew(after)
      return shown(connection)
    },
    forget: (connection) => {
      asked.delete(connection)
      known.delete(nameOf(connection))
      known.delete(sourceNameOf(connection))
    },
  }
}
