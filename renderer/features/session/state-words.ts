import type { SessionState } from '../../../shared/model/session.ts'
import { t } from '../../../shared/words/text.ts'
import { timeLeft, timeLeftWords } from './time-left.ts'

/** What the rail says about a session. */
export interface StateWords {
  readonly title: string
  readonly state: string | null
  readonly tone: 'plain' | 'warn' | 'bad'
  /** How full the bar is, null for no bar. */
  readonly share: number | null
  /** The accessible name of the card. */
  readonly spoken: string
}

/** First letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('')
}

/** What the rail says about a session at `now`. */
export function stateWords(state: SessionState, now: number): StateWords {
  const name = state.admin?.name ?? null
  if (state.status === 'signing-in') {
    // Before the browser is sent anywhere, or without one, nobody has to hurry.
    const unasked = state.deadline === null
    return {
      title: name ?? t('Signing in'),
      state: unasked ? t('Asking the identity service') : t('Waiting for the browser'),
      tone: 'plain',
      share: null,
      spoken: unasked ? t('Signing in: asking the identity service') : t('Signing in: waiting for the browser'),
    }
  }
  if (state.status === 'expired')
    return {
      title: name ?? t('Sign-in expired'),
      state: t('Sign in again'),
      tone: 'bad',
      share: 1,
      spoken: t('Sign in again'),
    }
  if (state.status === 'signed-out')
    return { title: t('Sign in'), state: t('Signed out'), tone: 'plain', share: null, spoken: t('Sign in') }
  const left = timeLeft(state, now)
  const rest = left && timeLeftWords(left)
  const words = [t('Signed in'), rest].filter(Boolean).join(' · ')
  return {
    title: name ?? t('Signed in'),
    state: name ? words : rest,
    tone: left?.warn ? 'warn' : 'plain',
    share: left?.share ?? null,
    spoken: name ? `${name}, ${words}` : words,
  }
}
