import { X509Certificate } from 'node:crypto'
import type { Certificate, ProxyConfig, Session } from 'electron'
import type { NetworkSettings, ProxySettings } from '../../shared/model/network.ts'
import { denyPermissions } from '../hardening.ts'
import { certificatesOf, vouchedFor } from '../net/added-authority.ts'
import { longestChain } from '../net/certificates.ts'
import type { Clock } from '../ports.ts'

/** A session of Electron’s own, which follows the settings of one connection. */
export interface NetworkSession {
  /** The one that requests are made in now. */
  current(): Session
  /** Follows settings from the next request on. */
  follow(settings: NetworkSettings): Promise<void>
  /** Goes on with a new session, in which no server has been told anything. */
  renew(settings: NetworkSettings): Promise<void>
  /** Forgets the sign-in to a proxy that Chromium remembers. */
  forgetSignIn(): Promise<void>
}

/** What {@link createNetworkSession} needs. */
export interface NetworkSessionParts {
  /** Electron’s `session.fromPartition`. */
  readonly sessionOf: (partition: string) => Session
  readonly clock: Pick<Clock, 'now'>
  /** Name of the partition; without `persist:`, so that no cookie, cache or sign-in of a service is ever on the disk. */
  readonly name: string
}

/** What a certificate verify proc answers: trusted, or whatever Chromium itself has found. */
const verdicts = { trusted: 0, asFound: -3 } as const
/** Chromium’s code for an authority that it does not know; every other fault stays a fault. */
const authorityUnknown = -202

/** A new session that follows settings. */
export async function createNetworkSession(
  { sessionOf, clock, name }: NetworkSessionParts,
  settings: NetworkSettings,
): Promise<NetworkSession> {
  let made = 0
  function make(): Session {
    made += 1
    const session = sessionOf(made === 1 ? name : `${name}-${made}`)
    denyPermissions(session)
    return session
  }

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

  let current = make()
  await follow(current, settings)
  return {
    current: () => current,
    follow: (next) => follow(current, next),
    // Chromium remembers for a session which certificate a server was given, or none, and has no way to forget it.
    renew: async (next) => {
      const before = current
      const after = make()
      await follow(after, next)
      current = after
      await before.closeAllConnections()
    },
    forgetSignIn: async () => {
      await current.clearAuthCache()
      await current.closeAllConnections()
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
