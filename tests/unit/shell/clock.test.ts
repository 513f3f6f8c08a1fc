import { expect, test } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'

test('a wait that nobody aborts resolves', async () => {
  await expect(systemClock.sleep(1)).resolves.toBeUndefined()
})

test('an aborted wait rejects with the reason of the abort', async () => {
  const controller = new AbortController()
  const waiting = systemClock.sleep(60_000, controller.signal)
  controller.abort('closing')
  await expect(waiting).rejects.toBe('closing')
})

test('a wait under a signal that was aborted before rejects at once', async () => {
  await expect(systemClock.sleep(60_000, AbortSignal.abort('closed'))).rejects.toBe('closed')
})
