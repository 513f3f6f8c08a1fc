import { describe, expect, it } from 'vitest'
import { countdown } from '../../../renderer/features/session/countdown.ts'
import { initials, stateWords } from '../../../renderer/features/session/state-words.ts'
import { timeLeft } from '../../../renderer/features/session/time-left.ts'
import type { SessionState } from '../../../shared/model/session.ts'

const day = 86_400_000
const now = Date.UTC(2026, 10, 3, 12)
const state = (over: Partial<SessionState> = {}): SessionState => ({
  connection: '0b5e0c1a-0000-4000-8000-000000000001',
  status: 'signed-in',
  admin: { name: 'Dana Adeyemi', email: null },
  signedInAt: now - 7 * day,
  endsAt: now + 23 * day,
  deadline: null,
  keptIn: 'keychain',
  failure: null,
  ...over,
})

describe('what the rail says about the session', () => {
  it('tells the days that are left', () => {
    const words = stateWords(state(), now)
    expect(words).toMatchObject({ title: 'Dana Adeyemi', state: 'Signed in · 23 days left', tone: 'plain' })
    expect(words.share).toBeCloseTo(23 / 30)
  })

  it('warns from five days on, and not a moment before', () => {
    expect(stateWords(state({ endsAt: now + 5 * day + 1 }), now)).toMatchObject({ tone: 'plain' })
    expect(stateWords(state({ endsAt: now + 5 * day }), now)).toMatchObject({
      tone: 'warn',
      state: 'Signed in · 5 days left',
    })
  })

  it('counts the last day in words', () => {
    expect(stateWords(state({ endsAt: now + 3_600_000 }), now).state).toBe('Signed in · less than a day left')
  })

  it('asks to sign in again when it is over', () => {
    expect(stateWords(state({ status: 'expired' }), now)).toMatchObject({
      state: 'Sign in again',
      tone: 'bad',
      share: 1,
    })
  })

  it('shows no bar where nobody knows when the sign-in ends', () => {
    expect(stateWords(state({ endsAt: null }), now)).toMatchObject({ state: 'Signed in', share: null })
  })

  it('never counts below zero', () => {
    expect(timeLeft({ signedInAt: now - 31 * day, endsAt: now - day }, now)).toEqual({ days: 0, share: 0, warn: true })
  })

  it('never tells more days than a sign-in lasts, though its clock is a minute behind', () => {
    expect(timeLeft({ signedInAt: now, endsAt: now + 30 * day }, now - 59_000)).toMatchObject({ days: 30, share: 1 })
  })

  it.each([
    ['Dana Adeyemi', 'DA'],
    ['Dana', 'D'],
    ['  maria  del  Carmen ruiz ', 'MR'],
    ['李娜', '李'],
    ['', ''],
  ])('abbreviates “%s” to “%s”', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})

describe('the countdown of a sign-in', () => {
  it.each([
    [300_000, '5:00'],
    [61_000, '1:01'],
    [400, '0:00'],
    [-5_000, '0:00'],
  ])('shows %i ms as %s', (left, words) => {
    expect(countdown(now + left, now)).toBe(words)
  })
})
