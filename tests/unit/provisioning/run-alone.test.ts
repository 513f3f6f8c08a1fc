import { expect, test } from 'vitest'
import { MusterError } from '../../../shared/errors.ts'
import { person, setUp } from '../../support/workspace-desk.ts'

const lost = (): MusterError => new MusterError('unreachable', { ambiguous: true })

test('a change whose every request gets no reply is given up even when it is the only one, since the service answers otherwise', async () => {
  const { workspace, service, people, pushAll, events } = setUp()
  await people(person('poison'))
  await workspace.accounts.refresh()
  service.trouble = { before: ({ id }) => (id?.startsWith('poison') ? lost() : null) }
  const run = await pushAll()
  expect(workspace.runs.get({ run }).run).toMatchObject({ status: 'done', outcomes: { failed: 1 } })
  const { rows } = workspace.runs.changes({ run, query: { search: '', show: 'all' }, offset: 0, limit: 10 })
  expect(rows[0]?.failure?.code).toBe('unreachable')
  expect(events.some(({ run: { status } }) => status === 'waiting-for-network')).toBe(true)
})

test('as long as the service answers nothing at all, the only change waits for it and is then made once', async () => {
  const { workspace, service, people, pushAll } = setUp()
  await people(person('ada'))
  await workspace.accounts.refresh()
  let calls = 0
  service.trouble = { before: () => (++calls <= 40 ? lost() : null) }
  const run = await pushAll()
  expect(workspace.runs.get({ run }).run.outcomes).toMatchObject({ done: 1, failed: 0 })
  expect(calls).toBeGreaterThan(40)
  expect(service.calls.filter(({ method }) => method === 'POST')).toHaveLength(1)
})
