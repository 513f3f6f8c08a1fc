import type { Connection } from '../model/connection.ts'
import type { Reminder } from '../model/session.ts'

/** A system notification. */
export interface NotificationWords {
  readonly title: string
  readonly body: string
}

const titles: Readonly<Record<Reminder, string>> = {
  'five-days': 'Your K2 sign-in ends in less than five days',
  'one-day': 'Your K2 sign-in ends in less than a day',
  ended: 'Your K2 sign-in has ended',
}

/** What the system says about the end of a connection's sign-in. */
export function reminderWords(
  reminder: Reminder,
  { name, environment }: Pick<Connection, 'name' | 'environment'>,
): NotificationWords {
  const where = [name, environment].filter(Boolean).join(' · ')
  const todo =
    reminder === 'ended'
      ? 'Nothing is lost: sign in again and the work goes on.'
      : 'Sign in again before, and no push has to wait.'
  return { title: titles[reminder], body: `${where}: ${todo}` }
}
