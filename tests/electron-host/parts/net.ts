import type { Net } from 'electron'
import { standIn } from '../stand-in.ts'

/** Electron's `net`, on Node's own fetch: no system proxy, no system certificates beyond Node's. */
export const net: Net = standIn<Net>('net', {
  online: true,
  isOnline: () => true,
  fetch: (input, init) => {
    const { bypassCustomProtocolHandlers, ...rest } = init ?? {}
    // Electron's declarations and Node's describe the same Request under two names.
    return fetch(input as Parameters<typeof fetch>[0], rest as Parameters<typeof fetch>[1]) as ReturnType<Net['fetch']>
  },
})
