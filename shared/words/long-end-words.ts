import type { Connection } from '../model/connection.ts'
import type { RunSummary } from '../model/run.ts'
import { connectionWords } from './connection-words.ts'
import type { Format } from './locale-format.ts'
import type { NotificationWords } from './reminder-words.ts'
import { runTitle } from './run-words.ts'
import { t, texts } from './text.ts'

/** What has ended while the admin did something else. `read`: it came to a good end. */
export type LongEnd =
  | { readonly what: 'run'; readonly run: RunSummary }
  | { readonly what: 'people' | 'accounts'; readonly read: boolean }

const titles = texts({
  read: { people: 'Muster has read the people', accounts: 'Muster has read the K2 accounts' },
  unread: { people: 'The people were not read to the end', accounts: 'The K2 accounts were not read to the end' },
})

/** What the system says about it. */
export function longEndWords(
  end: LongEnd,
  connection: Pick<Connection, 'name' | 'environment'>,
  format: Format,
): NotificationWords {
  const where = connectionWords(connection)
  if (end.what === 'run') return { title: runTitle(end.run, format), body: where }
  return end.read
    ? { title: titles.read[end.what], body: where }
    : { title: titles.unread[end.what], body: t('{where}: what was read before is still there.', { where }) }
}
