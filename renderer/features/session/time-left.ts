import { refreshTokenDays, type SessionState, warnDays } from '../../../shared/model/session.ts'
import { t } from '../../../shared/words/text.ts'

/** Milliseconds in a day. */
const day = 86_400_000

/** What is left of the time until K2 asks for consent again. */
export interface TimeLeft {
  /** Whole days, rounded up; 0 when it is over. */
  readonly days: number
  /** Between 0 and 1, of the whole life of the refresh token. */
  readonly share: number
  readonly warn: boolean
}

/** The time left at `now`, null while nobody knows when it ends. */
export function timeLeft(state: Pick<SessionState, 'endsAt' | 'signedInAt'>, now: number): TimeLeft | null {
  if (state.endsAt === null) return null
  const whole = state.signedInAt === null ? refreshTokenDays * day : Math.max(1, state.endsAt - state.signedInAt)
  // The clock on the screen ticks once a minute, so it can be behind a sign-in that has just ended.
  const left = Math.min(whole, Math.max(0, state.endsAt - now))
  return { days: Math.ceil(left / day), share: left / whole, warn: left <= warnDays * day }
}

/** The time left in words. */
export const timeLeftWords = ({ days }: TimeLeft): string =>
  days <= 1 ? t('less than a day left') : t('{days, plural, one {# day left} other {# days left}}', { days })
