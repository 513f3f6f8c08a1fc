import type { Handlers } from '../../../shared/contract.ts'
import type { TestConnection } from '../../network/connection-test.ts'
import type { Networks } from '../../network/network.ts'
import type { Connections } from '../../store/connections.ts'
import type { Emit } from '../emit.ts'
import type { Sealing } from '../sealed.ts'
import type { Trying } from '../trying.ts'

/** What the calls about a connection's network need. */
export interface NetworkParts {
  readonly networks: Networks
  readonly testConnection: TestConnection
  readonly testing: Trying
  readonly connections: Pick<Connections, 'find'>
  readonly sealing: Promise<Sealing>
  readonly emit: Emit
}

/** `network.*` */
export function networkHandlers(parts: NetworkParts): Handlers['network'] {
  const { networks, testConnection, testing, connections, sealing, emit } = parts
  return {
    settings: ({ connection }) => networks.shown(connection),
    change: ({ connection, ...input }) => networks.change(connections.find(connection).id, input),
    signIn: async ({ connection, signIn }) => {
      const opened = signIn && {
        proxy: signIn.proxy,
        user: signIn.user,
        password: (await sealing).open(signIn.password),
      }
      // Else the vault would hold a password of a connection that was removed, which nobody looks for.
      return networks.signIn(connections.find(connection).id, opened)
    },
    present: ({ connection, fingerprint }) => networks.present(connections.find(connection).id, fingerprint),
    test: ({ connection }) =>
      testing.alone(connection, (signal) =>
        testConnection(connection, {
          signal,
          onProgress: (test) => emit('network.tested', { connection, test }),
        }),
      ),
    cancelTest: ({ connection }) => {
      testing.stop(connection)
      return null
    },
  }
}
