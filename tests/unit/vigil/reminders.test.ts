import { describe, expect, test } from 'vitest'
import { dueReminder, type Ending } from '../../../electron/reminders.ts'

const day = 86_400_000
const signedInAt = Date.UTC(2026, 10, 1, 9)
const endsAt = signedInAt + 30 * day
const ending: Ending = { signedInAt, endsAt, ended: false }
const daysBefore = (days: number) => endsAt - days * day

describe('what the admin is told about the end of a sign-in', () => {
  test.each([
    [30, null],
    [5.01, null],
    [5, 'five-days'],
    [1.01, 'five-days'],
    [1, 'one-day'],
    [0.01, 'one-day'],
    // Past the expected end the provider has the word.
    [0, null],
    [-3, null],
  ] as const)('%d days before is %s', (days, reminder) => {
    expect(dueReminder(ending, daysBefore(days), null)).toBe(reminder)
  })

  test('is told when it has ended, whatever the calendar says', () => {
    expect(dueReminder({ ...ending, ended: true }, daysBefore(20), null)).toBe('ended')
  })

  test('is told once each', () => {
    expect(dueReminder(ending, daysBefore(4), { signedInAt, reminder: 'five-days' })).toBeNull()
    expect(dueReminder(ending, daysBefore(0.5), { signedInAt, reminder: 'five-days' })).toBe('one-day')
    expect(dueReminder(ending, daysBefore(0.5), { signedInAt, reminder: 'one-day' })).toBeNull()
    expect(dueReminder({ ...ending, ended: true }, daysBefore(-1), { signedInAt, reminder: 'ended' })).toBeNull()
  })

  test('after a long sleep is the latest only, and never an earlier one again', () => {
    expect(dueReminder(ending, daysBefore(0.2), null)).toBe('one-day')
    expect(dueReminder(ending, daysBefore(3), { signedInAt, reminder: 'one-day' })).toBeNull()
  })

  test('begins anew with another sign-in', () => {
    expect(dueReminder(ending, daysBefore(4), { signedInAt: signedInAt - day, reminder: 'ended' })).toBe('five-days')
  })

  test('is nothing where no end is known, or where the sign-in never lasted that long', () => {
    expect(dueReminder({ ...ending, endsAt: null }, daysBefore(1), null)).toBeNull()
    expect(dueReminder({ signedInAt, endsAt: signedInAt + day / 2, ended: false }, signedInAt, null)).toBeNull()
    const threeDays = { signedInAt, endsAt: signedInAt + 3 * day, ended: false }
    expect(dueReminder(threeDays, signedInAt, null)).toBeNull()
    expect(dueReminder(threeDays, signedInAt + 2.5 * day, null)).toBe('one-day')
  })
})
