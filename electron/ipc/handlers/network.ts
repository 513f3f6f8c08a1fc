import type { Handlers } from '../../../shared/contract.ts'
import type { TestConnection } from '../../connection-test.ts'
import type { Networks } from '../../network.ts'
import type { Emit } from '../emit.ts'
import type { Sealing } from '../sealed.ts'
import { createTrying } from '../trying.ts'

/** What the calls about a connection's network need. */
export interface NetworkParts {
  readonly networks: Networks
  readonly testConnection: TestConnection
  readonly sealing: Promise<Sealing>
  readonly emit: Emit
}

/** `network.*` */
export function networkHandlers({ networks, testConnection, sealing, emit }: NetworkParts): Handlers['network'] {
  const trying = createTrying('test-cancelled')
  return {
    settings: ({ connection }) => networks.shown(connection),
    change: ({ connection, ...input }) => networks.change(connection, input),
    signIn: async ({ connection, signIn }) =>
      networks.signIn(
        connection,
        signIn && { proxy: signIn.proxy, user: signIn.user, password: (await sealing).open(signIn.password) },
      ),
    test: ({ connection }) =>
      trying.alone(connection, (signal) =>
        testConnection(connection, {
          signal,
          onProgress: (test) => emit('network.tested', { connection, test }),
        }),
      ),
    cancelTest: ({ connection }) => {
      trying.stop(connection)
      return null
    },
  }
}
