import { expect, test, vi } from 'vitest'
import { createOpenAhead, type OpenAheadParts } from '../../../electron/open-ahead.ts'

const log = () => ({ info: vi.fn(), warn: vi.fn(), error: vi.fn() })

test('compares the people of the connection that was chosen last, and shows nobody', async () => {
  const query = vi.fn(async (_asked: { limit: number }) => ({ total: 0, rows: [] }))
  const workspaceOf = vi.fn(async () => ({ people: { query } }))
  const parts = { settings: { chosen: () => 'c1' }, workspaceOf, log: log() }
  createOpenAhead(parts as unknown as OpenAheadParts)()
  await expect.poll(() => query.mock.calls.length).toBe(1)
  expect(workspaceOf.mock.calls).toEqual([['c1']])
  expect(query.mock.calls[0]?.[0]).toMatchObject({ limit: 0 })
})

test('opens nothing where none was chosen yet', () => {
  const workspaceOf = vi.fn()
  createOpenAhead({ settings: { chosen: () => null }, workspaceOf, log: log() })()
  expect(workspaceOf).not.toHaveBeenCalled()
})

test('leaves it to the window to say why a connection can’t be opened', async () => {
  const told = log()
  const workspaceOf = () => Promise.reject(new Error('locked'))
  createOpenAhead({ settings: { chosen: () => 'c1' }, workspaceOf, log: told })()
  await expect.poll(() => told.info.mock.calls.length).toBe(1)
  expect(told.warn).not.toHaveBeenCalled()
})
