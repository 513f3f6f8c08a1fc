import { MusterError } from '../../shared/errors.ts'
import type { ReachParts } from '../net/reach.ts'
import type { Http } from '../ports.ts'
import type { ClientCertificates } from './client-certificates.ts'

/** Milliseconds that the request may take, as long as any other step of a test. */
const limit = 10_000

/**
 * See {@link ReachParts.greet}. It is Chromium that presents certificates of this computer, so only a request of its own shows
 * what a server makes of them. Whatever else the request meets is for the steps that follow.
 */
export const greeting =
  (http: Http, certificates: Pick<ClientCertificates, 'presentedTo'>): ReachParts['greet'] =>
  async (url, signal) => {
    try {
      await http({ method: 'HEAD', url: url.origin, signal, timeout: limit })
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof MusterError && error.code.startsWith('client-certificate-')) throw error
    }
    return certificates.presentedTo(url)?.subject ?? null
  }
