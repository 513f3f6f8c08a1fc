import { X509Certificate } from 'node:crypto'
import type { Certificate } from 'electron'
import type { ShownCertificate } from '../../shared/model/connection-test.ts'
import { shownCertificate } from '../net/certificates.ts'
import { type CertificateDecision, type CertificateWish, certificateFor } from '../net/client-certificate.ts'
import { serverOf } from '../net/reach.ts'
import type { Clock } from '../ports.ts'

/** A request that is under way, as a server that asks for a certificate meets it. */
export interface UnderWay {
  readonly wish: CertificateWish
  /** Told when its server has asked: what this computer has for it, and what was answered. */
  readonly onAsked: (offered: readonly ShownCertificate[], decision: CertificateDecision) => void
}

/**
 * Whose question a question for a certificate is. Electron names the server and neither the request nor its session, so every
 * request says here where it goes, and two that would present different certificates to one server are never under way
 * together: whichever is answered, the answer is right.
 */
export interface CertificateRequests {
  /** What Electron’s event is answered for a server, `host:port`; null for no certificate. */
  readonly choose: (server: string, offered: readonly Certificate[]) => Certificate | null
  /**
   * Waits for a request’s turn at its server. What it gives ends the turn: call it once the reply has begun, or there will be
   * none. @throws the signal’s reason
   */
  readonly enter: (server: string, request: UnderWay, signal?: AbortSignal | null) => Promise<() => void>
}

interface Turn {
  readonly request: UnderWay
  readonly begin: () => void
}
/** The requests at one server: those under way have the same wish. */
interface Place {
  readonly underWay: Set<UnderWay>
  readonly waiting: Turn[]
}

/** See {@link CertificateRequests}. */
export function createCertificateRequests(clock: Pick<Clock, 'now'>): CertificateRequests {
  const places = new Map<string, Place>()

  /** Lets in who waits, in order, as long as the wish is the one of those under way. */
  function letIn(server: string, { underWay, waiting }: Place): void {
    for (let [next] = waiting; next && fits(underWay, next.request); [next] = waiting) {
      waiting.shift()
      underWay.add(next.request)
      next.begin()
    }
    if (underWay.size === 0) places.delete(server)
  }

  return {
    choose: (named, offered) => {
      const readable = offered.flatMap(readCertificate)
      const shown = readable.map(({ shown: one }) => one)
      const asking = [...(places.get(serverNamed(named))?.underWay ?? [])]
      // A question that no request of ours is behind.
      const [first] = asking
      if (!first) return null
      const decision = certificateFor(shown, first.wish, clock.now())
      for (const { onAsked } of asking) onAsked(shown, decision)
      if ('refused' in decision) return null
      return readable.find(({ shown: one }) => one === decision.present)?.certificate ?? null
    },
    enter: async (server, request, signal) => {
      signal?.throwIfAborted()
      const place = places.get(server) ?? { underWay: new Set(), waiting: [] }
      places.set(server, place)
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const turn: Turn = { request, begin: resolve }
      place.waiting.push(turn)
      const stop = () => {
        const at = place.waiting.indexOf(turn)
        if (at === -1) return
        place.waiting.splice(at, 1)
        letIn(server, place)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', stop, { once: true })
      letIn(server, place)
      await promise.finally(() => signal?.removeEventListener('abort', stop))
      return () => {
        if (place.underWay.delete(request)) letIn(server, place)
      }
    },
  }
}

const fits = (underWay: ReadonlySet<UnderWay>, { wish }: UnderWay): boolean => {
  const [one] = underWay
  return one === undefined || JSON.stringify(one.wish) === JSON.stringify(wish)
}

/** Electron says `host:port`; its documentation speaks of an address. */
const serverNamed = (named: string): string => {
  const url = named.includes('://') ? URL.parse(named) : null
  return url ? serverOf(url) : named.toLowerCase()
}

/** One that can’t be read can’t be chosen. */
function readCertificate(certificate: Certificate): { shown: ShownCertificate; certificate: Certificate }[] {
  try {
    return [{ shown: shownCertificate(new X509Certificate(certificate.data)), certificate }]
  } catch {
    return []
  }
}
