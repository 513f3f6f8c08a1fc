import type { Connection } from '../model/connection.ts'
import type { RunSummary } from '../model/run.ts'
import type { Format } from './locale-format.ts'
import type { NotificationWords } from './reminder-words.ts'
import { runTitle } from './run-words.ts'

/** What has ended while the admin did something else. `read`: it came to a good end. */
export type LongEnd =
  | { readonly what: 'run'; readonly run: RunSummary }
  | { readonly what: 'people' | 'accounts'; readonly read: boolean }

const readings = { people: 'people', accounts: 'K2 accounts' } as const

/** What the system says about it. */
export function longEndWords(
  end: LongEnd,
  { name, environment }: Pick<Connection, 'name' | 'environment'>,
  format: Format,
): NotificationWords {
  const body = [name, environment].filter(Boolean).join(' · ')
  if (end.what === 'run') return { title: runTitle(end.run, format), body }
  const what = readings[end.what]
  return end.read
    ? { title: `Muster has read the ${what}`, body }
    : { title: `The ${what} were not read to the end`, body: `${body}: what was read before is still there.` }
}
