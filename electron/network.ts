import { getCACertificates, rootCertificates } from 'node:tls'
import { session } from 'electron'
import { denyPermissions } from './hardening.ts'
import { createHttp } from './net/http.ts'
import type { ReachParts } from './net/reach.ts'
import type { Http, Redactor } from './ports.ts'

/** The network of one connection: how its requests leave this computer, and which way they take. */
export interface Network extends Omit<ReachParts, 'connect' | 'limit'> {
  readonly http: Http
}

/** What {@link createNetworks} needs. */
export interface NetworksParts {
  readonly redactor: Redactor
}

/** The networks of the connections, each on a session of Electron's own: nothing of one is seen by another. */
export interface Networks {
  of(connection: string): Promise<Network>
}

/** See {@link Networks}. */
export function createNetworks({ redactor }: NetworksParts): Networks {
  const known = new Map<string, Promise<Network>>()

  async function make(connection: string): Promise<Network> {
    // Without `persist:` it lives in memory: no cookie, cache or sign-in of a service is ever on the disk.
    const own = session.fromPartition(`connection-${connection}`)
    denyPermissions(own)
    return {
      http: createHttp({ fetch: (url, init) => own.fetch(url, init), redactor }),
      proxyFor: (url) => own.resolveProxy(url),
      addressesOf: async (host) => (await own.resolveHost(host)).endpoints.map(({ address }) => address),
      authorities: () => [...rootCertificates, ...getCACertificates('system')],
      proxyAuthorization: async () => null,
    }
  }

  return {
    of: (connection) => {
      const network = known.get(connection) ?? make(connection)
      known.set(connection, network)
      return network
    },
  }
}
