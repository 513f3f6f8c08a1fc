import type { ChangeKind } from '../model/change.ts'
import type { Outcome } from '../model/run.ts'
import { texts } from './text.ts'

/** What each kind of change is called: `word` as a label, `within` in the middle of a line. */
export const changeWords: Record<ChangeKind, { readonly word: string; readonly within: string }> = texts({
  create: { word: 'Create', within: 'create' },
  update: { word: 'Update', within: 'update' },
  reactivate: { word: 'Reactivate', within: 'reactivate' },
  deactivate: { word: 'Deactivate', within: 'deactivate' },
  delete: { word: 'Delete', within: 'delete' },
  none: { word: 'Unchanged', within: 'unchanged' },
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
