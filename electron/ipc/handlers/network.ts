import type { Handlers } from '../../../shared/contract.ts'
import type { TestConnection } from '../../connection-test.ts'
import type { Emit } from '../emit.ts'
import { createTrying } from '../trying.ts'

/** What the calls about a connection's network need. */
export interface NetworkParts {
  readonly testConnection: TestConnection
  readonly emit: Emit
}

/** `network.*` */
export function networkHandlers({ testConnection, emit }: NetworkParts): Handlers['network'] {
  const trying = createTrying('test-cancelled')
  return {
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
