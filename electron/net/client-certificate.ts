import type { ErrorCode } from '../../shared/errors.ts'
import type { ShownCertificate } from '../../shared/model/connection-test.ts'

/**
 * Which certificate of this computer is to be presented: the one of a fingerprint, or the one of a subject that is valid
 * longest, so that a renewed one takes the place of the one before. `validUntil` in Unix milliseconds, where it is known.
 */
export type WantedCertificate =
  | { readonly fingerprint: string; readonly validUntil?: number }
  | { readonly subject: string }

/** What is wanted of a way to servers: a certificate, none so far, or never any. */
export type CertificateWish = WantedCertificate | null | 'never'

/** What a server that asks for a certificate is answered. */
export type CertificateDecision = { readonly present: ShownCertificate } | { readonly refused: ErrorCode }

/**
 * Which of the certificates that the operating system offers for a server is presented to it at `now` (Unix milliseconds), or
 * why none is. Never one that was not asked for by name.
 */
export function certificateFor(
  offered: readonly ShownCertificate[],
  wish: CertificateWish,
  now: number,
): CertificateDecision {
  if (wish === 'never') return { refused: 'client-certificate-elsewhere' }
  if (wish === null) return { refused: offered.length === 0 ? 'client-certificate-none' : 'client-certificate-wanted' }
  const [best] = offered.filter((one) => isWanted(one, wish)).sort((a, b) => b.validUntil - a.validUntil)
  // The system does not offer what has expired, so the date that was kept has to tell.
  const validUntil = best?.validUntil ?? ('fingerprint' in wish ? wish.validUntil : undefined)
  if (validUntil !== undefined && validUntil <= now) return { refused: 'client-certificate-expired' }
  return best ? { present: best } : { refused: 'client-certificate-gone' }
}

const isWanted = ({ fingerprint, subject }: ShownCertificate, wanted: WantedCertificate): boolean =>
  'fingerprint' in wanted ? fingerprint === wanted.fingerprint : subject === wanted.subject

/** How a request ended: Chromium’s name of what the network did, or a reply. */
export type RequestEnd = { readonly code: string } | { readonly status: number; readonly type: string }

/** What is remembered of a server that has asked. */
export interface Asked {
  readonly decision: CertificateDecision
  /** It has answered since. */
  readonly answered: boolean
}

/** Statuses that web servers answer with where a certificate is missing or not accepted; 495 and 496 are nginx’s own. */
const pages: ReadonlySet<number> = new Set([400, 403, 495, 496])

/**
 * Whether a request came to nothing for want of the right certificate, and why; null where it did not. `asked` is what is
 * known of its server, null when Electron has not told of any question: it tells of none where the system has nothing to offer.
 */
export function certificateFault(
  end: RequestEnd,
  asked: Asked | null,
  wish: CertificateWish,
  now: number,
): ErrorCode | null {
  if ('status' in end) {
    // A service of ours answers in JSON; a page is the web server’s before it.
    if (!asked || asked.answered || !pages.has(end.status) || !/^text\/html\b/i.test(end.type)) return null
    return 'present' in asked.decision ? 'client-certificate-refused' : asked.decision.refused
  }
  const named = /CLIENT_AUTH/.test(end.code)
  const cut = /^ERR_(?:SSL_|CONNECTION_(?:CLOSED|RESET|ABORTED)$|EMPTY_RESPONSE$)/.test(end.code)
  if (!named && !(cut && asked && !asked.answered)) return null
  const decision = asked?.decision ?? certificateFor([], wish, now)
  if ('refused' in decision) return decision.refused
  return /PRIVATE_KEY|SIGNATURE/.test(end.code) ? 'client-certificate-key' : 'client-certificate-refused'
}
