import type { RuleEffect } from '../../../shared/model/mapping-preview.ts'
import { texts } from '../../../shared/words/text.ts'

/** What a rule would do to one person's account, in words. */
export const effectWords: Record<RuleEffect, string> = texts({
  same: 'As in K2',
  changes: 'Would change',
  sets: 'Would be set',
  clears: 'Would be cleared',
  kept: 'Left as in K2',
  nothing: 'Nothing, K2’s stays',
  waits: 'Once the manager has an account',
  'not-pushed': 'Not pushed',
  invalid: 'Can’t be used',
})
