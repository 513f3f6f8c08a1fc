import { MusterError } from '../../shared/errors.ts'
import type { ShownCertificate } from '../../shared/model/connection-test.ts'
import { type Asked, type CertificateWish, certificateFault, type RequestEnd } from '../net/client-certificate.ts'
import { networkCode } from '../net/network-error.ts'
import { serverOf } from '../net/reach.ts'
import type { Clock } from '../ports.ts'
import type { CertificateRequests } from './certificate-requests.ts'

/** What the requests of one session have to do with certificates of this computer. */
export interface ClientCertificates {
  /** Waits for a request’s turn at its server; what it gives ends the turn. @throws the signal’s reason */
  enter(url: URL, signal?: AbortSignal | null): Promise<() => void>
  /** A failure of a request, as `client-certificate-…` where it is one, else as it is. */
  failure(url: URL, error: unknown): unknown
  /** A reply has come. @throws MusterError `client-certificate-…` where it is the refusal of a web server. */
  check(url: URL, reply: Response): void
  /** What was presented to a server; null for nothing. */
  presentedTo(url: URL): ShownCertificate | null
  /** Forgets which servers have asked: the session is another one from now on. */
  forget(): void
}

/** What {@link createClientCertificates} needs. */
export interface ClientCertificatesParts {
  readonly requests: Pick<CertificateRequests, 'enter'>
  readonly clock: Pick<Clock, 'now'>
  readonly wish: () => CertificateWish
  /** Told when a server, `host:port`, has asked. */
  readonly onAsked: (server: string, offered: readonly ShownCertificate[]) => void
}

/** See {@link ClientCertificates}. */
export function createClientCertificates(parts: ClientCertificatesParts): ClientCertificates {
  const { requests, clock, wish, onAsked } = parts
  let servers = new Map<string, Asked>()

  /** The error for a request that ended so; null where certificates have nothing to do with it. */
  function fault(url: URL, end: RequestEnd, detail: string): MusterError | null {
    const server = serverOf(url)
    const code = certificateFault(end, servers.get(server) ?? null, wish(), clock.now())
    return code && new MusterError(code, { where: server, detail })
  }

  return {
    enter: async (url, signal) => {
      if (url.protocol !== 'https:') return () => {}
      const server = serverOf(url)
      const ofThisSession = servers
      const heard = (offered: readonly ShownCertificate[], decision: Asked['decision']) => {
        ofThisSession.set(server, { decision, answered: false })
        onAsked(server, offered)
      }
      return requests.enter(server, { wish: wish(), onAsked: heard }, signal)
    },
    failure: (url, error) => {
      const code = error instanceof MusterError ? null : networkCode(error)
      return (code && fault(url, { code }, code)) ?? error
    },
    check: (url, { status, headers }) => {
      const server = serverOf(url)
      const asked = servers.get(server)
      // Nearly every reply: its server has not asked, or has answered since.
      if (!asked || asked.answered) return
      const refusal = fault(url, { status, type: headers.get('content-type') ?? '' }, `HTTP ${status}`)
      if (refusal) throw refusal
      servers.set(server, { ...asked, answered: true })
    },
    presentedTo: (url) => {
      const decision = servers.get(serverOf(url))?.decision
      return decision && 'present' in decision ? decision.present : null
    },
    forget: () => {
      servers = new Map()
    },
  }
}
