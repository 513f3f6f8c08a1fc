import type { Net } from 'electron'
import { standIn } from '../stand-in.ts'
import { clientRequest } from './client-request.ts'
import { hasNetwork } from './network-state.ts'

/** Electron's `net`: requests go through the proxy and by the certificates of their session. */
export const net: Net = standIn<Net>('net', {
  get online() {
    return hasNetwork()
  },
  isOnline: hasNetwork,
  request: clientRequest,
})
