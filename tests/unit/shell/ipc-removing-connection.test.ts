import { expect, test } from 'vitest'
import { type ConnectionParts, connectionHandlers } from '../../../electron/ipc/handlers/connections.ts'
import { createTrying } from '../../../electron/ipc/trying.ts'

test('removing a connection ends what is read and tried for it, and follows its file no more, before anything is deleted', async () => {
  const done: string[] = []
  const note =
    <T>(what: string, value: T) =>
    async (): Promise<T> => {
      done.push(what)
      return value
    }
  const trying = createTrying('source-cancelled')
  const testing = createTrying('test-cancelled')
  const untilStopped = (signal: AbortSignal) =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    })
  const ended = Promise.all([
    expect(trying.alone('c1', untilStopped)).rejects.toMatchObject({ code: 'source-cancelled' }),
    expect(testing.alone('c1', untilStopped)).rejects.toMatchObject({ code: 'test-cancelled' }),
  ])
  const parts = {
    trying,
    testing,
    reading: { cancel: (connection: string) => done.push(`cancel ${connection}`) },
    fileWatch: {
      follow: async (connection: string, file: unknown) => {
        done.push(`follow ${connection} ${file}`)
        return null
      },
    },
    open: {
      get: async () => ({ session: { signOut: note('sign out', { failure: { code: 'signout-unrevoked' } }) } }),
      remove: note('close', undefined),
    },
    networks: { forget: (connection: string) => done.push(`forget ${connection}`) },
    connections: { find: () => ({ id: 'c1' }), remove: note('delete', undefined) },
  }
  // Only what removing asks for is there.
  const removed = await connectionHandlers(parts as unknown as ConnectionParts).remove({ connection: 'c1' })
  // The only moment in which that can be said.
  expect(removed).toEqual({ unrevoked: true })
  await ended
  expect(done).toEqual(['cancel c1', 'follow c1 null', 'sign out', 'close', 'delete', 'forget c1'])
})

test('a new try ends the one before, and an ended one does not take the new one with it', async () => {
  const trying = createTrying('source-cancelled')
  const signals: AbortSignal[] = []
  const until = Promise.withResolvers<void>()
  const work = async (signal: AbortSignal) => {
    signals.push(signal)
    await until.promise
    signal.throwIfAborted()
    return signals.indexOf(signal)
  }
  const first = trying.alone('c1', work)
  const second = trying.alone('c1', work)
  const other = trying.alone('c2', work)
  until.resolve()
  await expect(first).rejects.toMatchObject({ code: 'source-cancelled' })
  expect([await second, await other]).toEqual([1, 2])
  trying.stop('c1')
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false, false])
})
