import type { Connection } from '../model/connection.ts'
import type { Reminder } from '../model/session.ts'
import { connectionWords } from './connection-words.ts'
import { t, texts } from './text.ts'

/** A system notification. */
export interface NotificationWords {
  readonly title: string
  readonly body: string
}

const titles: Readonly<Record<Reminder, string>> = texts({
  'five-days': 'Your K2 sign-in ends in less than five days',
  'one-day': 'Your K2 sign-in ends in less than a day',
  ended: 'Your K2 sign-in has ended',
})

/** What the system says about the end of a connection's sign-in. */
export function reminderWords(
  reminder: Reminder,
  connection: Pick<Connection, 'name' | 'environment'>,
): NotificationWords {
  const where = connectionWords(connection)
  const body =
    reminder === 'ended'
      ? t('{where}: Nothing is lost: sign in again and the work goes on.', { where })
      : t('{where}: Sign in again before, and no push has to wait.', { where })
  return { title: titles[reminder], body }
}
