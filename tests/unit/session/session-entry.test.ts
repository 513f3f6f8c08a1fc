import { describe, expect, test } from 'vitest'
import type { TokenSet } from '../../../electron/session/oidc.ts'
import { accessOf, readSessionEntry, renewedEntry, signedInEntry } from '../../../electron/session/session-entry.ts'

const now = Date.UTC(2026, 0, 15)
const day = 86_400_000
const admin = { name: 'Dana', email: null }
const tokens = (changed: Partial<TokenSet> = {}): TokenSet => ({
  accessToken: 'a1',
  accessSeconds: 3600,
  refreshToken: 'r1',
  refreshSeconds: null,
  ...changed,
})

describe('when a session ends', () => {
  test.each([
    ['30 days after the sign-in, when the provider says nothing', {}, now + 30 * day],
    ['when the provider says', { refreshSeconds: 14 * 86_400 }, now + 14 * day],
    ['never, when the provider says 0', { refreshSeconds: 0 }, null],
    ['with the access token, when there is no refresh token', { refreshToken: null }, now + 3_600_000],
  ])('%s', (_name, changed, endsAt) => {
    expect(signedInEntry(tokens(changed), admin, now)).toMatchObject({ signedInAt: now, endsAt })
  })

  const entry = signedInEntry(tokens(), admin, now)
  test.each([
    ['stays where it was', {}, now + 5 * day, now + 30 * day],
    ['moves when the provider says so', { refreshSeconds: 30 * 86_400 }, now + 5 * day, now + 35 * day],
    ['is unknown once the expected one has passed', {}, now + 31 * day, null],
  ])('after a refresh %s', (_name, changed, at, endsAt) => {
    expect(renewedEntry(entry, tokens({ refreshToken: 'r2', ...changed }), at)).toEqual({
      ...entry,
      refreshToken: 'r2',
      endsAt,
    })
  })

  test('the refresh token stays when the reply has none', () => {
    expect(renewedEntry(entry, tokens({ refreshToken: null }), now).refreshToken).toBe('r1')
  })
})

describe('how long an access token is handed out', () => {
  test.each([
    ['until 30 seconds before its end', 3600, 3_570_000],
    ['half its life, when that is shorter', 20, 10_000],
    ['for K2’s usual hour, when the reply names none', null, 3_570_000],
  ])('%s', (_name, accessSeconds, until) => {
    expect(accessOf(tokens({ accessSeconds }), now)).toEqual({ token: 'a1', until: now + until })
  })
})

describe('an entry of the vault', () => {
  test('reads back as it was written', () => {
    const entry = signedInEntry(tokens(), admin, now)
    expect(readSessionEntry(JSON.stringify(entry))).toEqual(entry)
  })

  test.each([
    '',
    '{',
    'null',
    '{}',
    '{"refreshToken":"","signedInAt":1,"endsAt":null,"admin":{"name":"","email":null}}',
  ])('that is not one is nothing: %j', (text) => expect(readSessionEntry(text)).toBeNull())
})
