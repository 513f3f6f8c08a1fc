import type { SessionState } from '../../../shared/model/session.ts'
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
    // A client secret needs no browser, and so has no deadline either.
    const waits = state.deadline === null ? 'Asking the identity service' : 'Waiting for the browser'
    return {
      title: name ?? 'Signing in',
      state: waits,
      tone: 'plain',
      share: null,
      spoken: `Signing in: ${waits.charAt(0).toLowerCase()}${waits.slice(1)}`,
    }
  }
  if (state.status === 'expired')
    return { title: name ?? 'Sign-in expired', state: 'Sign in again', tone: 'bad', share: 1, spoken: 'Sign in again' }
  if (state.status === 'signed-out')
    return { title: 'Sign in', state: 'Signed out', tone: 'plain', share: null, spoken: 'Sign in' }
  const left = timeLeft(state, now)
  const words = timeLeftWords(left)
  return {
    title: name ?? 'Signed in',
    state: name ? words : words.replace(/^Signed in( · )?/, '') || null,
    tone: left?.warn ? 'warn' : 'plain',
    share: left?.share ?? null,
    spoken: name ? `${name}, ${words}` : words,
  }
}
