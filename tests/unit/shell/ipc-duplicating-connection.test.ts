import { expect, test } from 'vitest'
import { type ConnectionParts, connectionHandlers } from '../../../electron/ipc/handlers/connections.ts'
import { MusterError } from '../../../shared/errors.ts'

test('a copy that could not be made whole is not there at all', async () => {
  const removed: string[] = []
  const parts = {
    connections: {
      duplicate: async () => ({ id: 'copy' }),
      remove: async (id: string) => void removed.push(`connection ${id}`),
    },
    open: {
      copySettings: () => {
        throw new MusterError('database-unavailable')
      },
      remove: async (id: string) => void removed.push(`database ${id}`),
    },
  }
  // Only what duplicating asks for is there.
  const duplicated = connectionHandlers(parts as unknown as ConnectionParts).duplicate({ connection: 'original' })
  await expect(duplicated).rejects.toMatchObject({ code: 'database-unavailable' })
  expect(removed).toEqual(['database copy', 'connection copy'])
})
