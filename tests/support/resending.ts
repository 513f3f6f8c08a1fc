import type { Fetch } from '../../electron/net/http.ts'

/**
 * A `fetch` that sends a request again, whatever its method, when its connection ended without a reply, as Chromium's
 * network stack does for one that had served before (`HttpNetworkTransaction::ShouldResendRequest`). Whoever asked does
 * not hear of it.
 */
export const resending =
  (fetch: Fetch): Fetch =>
  (url, init) =>
    fetch(url, init).catch((error: unknown) => {
      init.signal?.throwIfAborted()
      if (!(error instanceof TypeError)) throw error
      return fetch(url, init)
    })
