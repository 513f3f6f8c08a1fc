import { type Reminder, reminders } from '../shared/model/session.ts'
import type { Told } from './store/settings.ts'

/** What is known of the end of a connection's sign-in. */
export interface Ending {
  /** When the admin signed in, Unix milliseconds: tells one sign-in from the next. */
  readonly signedInAt: number
  /** When the refresh token is expected to end, Unix milliseconds; null while nobody knows. */
  readonly endsAt: number | null
  /** The provider has said that it is over. */
  readonly ended: boolean
}

const day = 86_400_000
/** How long before the end each is due, the later the more urgent. */
const leads = { 'five-days': 5 * day, 'one-day': day } as const

/**
 * What the admin is to be told at `now`; null when that is nothing, or was told. Each is told once for a sign-in, and of
 * several that became due while the computer slept only the latest.
 */
export function dueReminder(ending: Ending, now: number, told: Told | null): Reminder | null {
  const due = latestDue(ending, now)
  if (due === null) return null
  const before = told?.signedInAt === ending.signedInAt ? reminders.indexOf(told.reminder) : -1
  return reminders.indexOf(due) > before ? due : null
}

function latestDue({ signedInAt, endsAt, ended }: Ending, now: number): Reminder | null {
  if (ended) return 'ended'
  // Past its expected end only the provider can tell.
  if (endsAt === null || endsAt <= now) return null
  // A sign-in that never lasted that long needs no warning on its first minute.
  const isDue = (lead: number) => endsAt - now <= lead && endsAt - signedInAt > lead
  return isDue(leads['one-day']) ? 'one-day' : isDue(leads['five-days']) ? 'five-days' : null
}
