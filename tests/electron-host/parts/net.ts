import type { Net } from 'electron'
import { runtime } from '../runtime.ts'
import { standIn } from '../stand-in.ts'

let online = true

/** Lets a test take the network away, and give it back. */
export function takeNetwork(): void {
  runtime().controls.onMessage((message) => {
    if (message.t === 'network') online = message.online
  })
}

/** Electron's `net`, on Node's own fetch: no system proxy, no system certificates beyond Node's. */
export const net: Net = standIn<Net>('net', {
  get online() {
    return online
  },
  isOnline: () => online,
  fetch: async (input, init) => {
    // Chromium's words, as Electron passes them on.
    if (!online) throw new Error('net::ERR_INTERNET_DISCONNECTED')
    const { bypassCustomProtocolHandlers, ...rest } = init ?? {}
    // Electron's declarations and Node's describe the same Request under two names.
    return fetch(input as Parameters<typeof fetch>[0], rest as Parameters<typeof fetch>[1]) as ReturnType<Net['fetch']>
  },
})
