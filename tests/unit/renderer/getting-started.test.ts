import { expect, test } from 'vitest'
import { type Happened, screenOf, steps, stepsDone } from '../../../renderer/features/getting-started/steps.ts'

const nothing: Happened = { read: false, ticked: false, plan: null, run: null }

test.each<[string, Partial<Happened>, number]>([
  ['nothing yet', {}, 0],
  ['people read', { read: true }, 1],
  ['somebody ticked', { read: true, ticked: true }, 2],
  ['a plan reviewed', { read: true, ticked: true, plan: 'p' }, 3],
  ['a plan reviewed, and the ticks gone with a restart', { read: true, plan: 'p' }, 3],
  ['a plan for accounts alone, without people', { plan: 'p' }, 3],
  ['a push', { read: true, plan: 'p', run: 'r' }, steps.length],
])('%s', (_what, happened, done) => {
  expect(stepsDone({ ...nothing, ...happened })).toBe(done)
})

test('each step leads to where it is done, and then to what came of it', () => {
  const screens = (happened: Partial<Happened>) => steps.map((step) => screenOf(step, { ...nothing, ...happened }))
  const people = { at: 'people' }
  expect(screens({ read: true, ticked: true })).toEqual([people, people, people, people])
  const review = { at: 'review', plan: 'p' }
  expect(screens({ read: true, plan: 'p' })).toEqual([people, people, review, review])
  expect(screens({ read: true, plan: 'p', run: 'r' })).toEqual([people, people, review, { at: 'run', run: 'r' }])
})
