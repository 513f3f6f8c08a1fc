import type { ChangeKind } from '../model/change.ts'
import type { Outcome } from '../model/run.ts'
import { texts } from './text.ts'

/** What each kind of change is called: `word` as a label, `past` in counts of what was done. */
export const changeWords: Record<ChangeKind, { readonly word: string; readonly past: string }> = texts({
  create: { word: 'Create', past: 'created' },
  update: { word: 'Update', past: 'updated' },
  reactivate: { word: 'Reactivate', past: 'reactivated' },
  deactivate: { word: 'Deactivate', past: 'deactivated' },
  delete: { word: 'Delete', past: 'deleted' },
  none: { word: 'Unchanged', past: 'unchanged' },
})

/** What each outcome of a change is called. */
export const outcomeWord: Record<Outcome, string> = texts({
  waiting: 'Waiting',
  'under-way': 'Under way',
  done: 'Done',
  failed: 'Failed',
  stale: 'Changed in K2 after the review',
  'not-sent': 'Not sent',
})
