import { expect, test } from 'vitest'
import { createEmit } from '../../../electron/ipc/emit.ts'
import { eventChannelOf } from '../../../shared/contract.ts'

const connection = '3f0e8c1e-5b4f-4c7e-9a41-2f6f0f4f9d11'

function world(destroyed = false) {
  const sent: unknown[][] = []
  const errors: string[] = []
  const contents = { send: (...message: unknown[]) => void sent.push(message), isDestroyed: () => destroyed }
  const log = { info: () => undefined, warn: () => undefined, error: (message: string) => void errors.push(message) }
  return { sent, errors, emit: createEmit({ contents: () => contents, log }) }
}

test('an event goes to the window on its own channel, without what its schema does not name', () => {
  const { sent, emit } = world()
  const payload = { connection, token: 'not for the window' }
  emit('people.changed', payload)
  expect(sent).toEqual([[eventChannelOf('people.changed'), { connection }]])
})

test('an event of the wrong form is kept back and logged', () => {
  const { sent, errors, emit } = world()
  emit('people.changed', { connection: 'no uuid' })
  expect(sent).toEqual([])
  expect(errors).toHaveLength(1)
})

test('an event to a window that is gone is dropped', () => {
  const { sent, errors, emit } = world(true)
  emit('people.changed', { connection })
  expect([sent, errors]).toEqual([[], []])
})
