import { expect, test } from 'vitest'
import { walkTour } from './tour/walk.ts'

test('the main screens meet WCAG 2.2 AA in both themes, cut no text off and leave no trace', async () => {
  const { screens, findings } = await walkTour({ short: true, pictures: null, say: () => undefined })
  expect(findings).toEqual([])
  expect(screens).toEqual([
    'welcome',
    'welcome-understood',
    'person-conflict',
    'people',
    'person',
    'accounts',
    'review',
    'pushed',
    'failed-change',
    'pushing',
    'push-paused',
    'runs',
    'settings-connection',
  ])
}, 600_000)
