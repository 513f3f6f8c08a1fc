import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRedactor } from '../../../electron/redact.ts'
import { shows } from '../../support/threats.ts'

const secret = 'dG9rZW4/+="quoted"\\and äß'

describe(shows('secrets-kept', 'a secret that is known'), () => {
  const redactor = createRedactor()
  redactor.learn(secret)

  test.each([
    ['as it is', secret],
    ['in a URL', encodeURIComponent(secret)],
    ['in a URL in lower case', encodeURIComponent(secret).toLowerCase()],
    ['in a form', new URLSearchParams({ s: secret }).toString().slice(2)],
    ['in JSON', JSON.stringify(secret).slice(1, -1)],
    ['in JSON inside JSON', JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
    ['in base64', Buffer.from(secret).toString('base64')],
  ])('is taken out %s', (_how, form) => {
    const clean = redactor.clean(`before ${form} after`)
    expect(clean).not.toContain(form)
    expect(clean).toMatch(/^before •+=* after$/)
  })

  test('is taken out everywhere in any text', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 })
    fc.assert(
      fc.property(text, fc.string({ minLength: 12, maxLength: 60 }), text, (before, value, after) => {
        const own = createRedactor()
        own.learn(value)
        expect(own.clean(`${before}${value}${after}${value}`)).not.toContain(value)
      }),
    )
  })

  test('is taken out whole when another one begins with it', () => {
    const two = createRedactor()
    two.learn('abcdef')
    two.learn('abcdef-123456')
    expect(two.clean('x abcdef-123456 y')).toBe('x •••••• y')
  })
})

test('secrets that begin alike are each taken out, and what only begins like them stays', () => {
  const many = createRedactor()
  const secrets = Array.from({ length: 400 }, (_, at) => `eyJhbGciOiJSUzI1NiJ9-${at}-end`)
  for (const each of secrets) many.learn(each)
  expect(many.clean(`${secrets.join(' ')} eyJhbGciOiJSUzI1NiJ9 stays`)).toBe(
    `${'•••••• '.repeat(400)}eyJhbGciOiJSUzI1NiJ9 stays`,
  )
  expect(many.clean(`eyJhbG${secrets[7]?.toUpperCase()}`)).toBe('eyJhbG••••••')
})

test('a text of fewer than six characters is not learnt', () => {
  const redactor = createRedactor()
  redactor.learn('in')
  expect(redactor.clean('Sign in again')).toBe('Sign in again')
})

describe('a secret that is not known', () => {
  const { clean } = createRedactor()
  test.each([
    ['a bearer token', 'authorization: Bearer abc.def-123456', 'abc.def-123456'],
    ['a JSON web token', 'token eyJhbGciOiJub25l.eyJzdWIiOiIx.c2lnbmF0dXJl', 'eyJzdWIiOiIx'],
    ['a code in a URL', 'GET /callback?code=SplxlOBeZQQYbYS6WxSbIA&state=x', 'SplxlOBeZQQYbYS6WxSbIA'],
    ['a refresh token in a form', 'grant_type=refresh_token&refresh_token=tGzv3JOkF0XG5Qx2TlKWIA', 'tGzv3JOkF0XG'],
    ['an access token in JSON', '{"access_token":"2YotnFZFEjr1zCsicMWpAA"}', '2YotnFZFEjr1'],
    ['a token in escaped JSON', '"{\\"refresh_token\\":\\"2YotnFZFEjr1zCsicMWpAA\\"}"', '2YotnFZFEjr1'],
    ['a verifier', 'code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r', 'dBjftJeZ4CVP'],
    ['a path token', 'PATCH /tokens/3f0e8c1e-5b4f-4c7e/scim/v2/Users/7', '3f0e8c1e-5b4f-4c7e'],
  ])('%s is known by its place', (_what, line, hidden) => {
    const result = clean(line)
    expect(result).not.toContain(hidden)
    expect(result).toContain('••••••')
  })

  test('what is around it stays readable', () => {
    expect(clean('PATCH /tokens/3f0e8c1e-5b4f/scim/v2/Users/7?x=1 gave 404')).toBe(
      'PATCH /tokens/••••••/scim/v2/Users/7?x=1 gave 404',
    )
    expect(clean('{"expires_in":3600,"access_token":"2YotnFZFEjr1","token_type":"Bearer"}')).toBe(
      '{"expires_in":3600,"access_token":"••••••","token_type":"Bearer"}',
    )
  })

  test('ordinary words are left alone', () => {
    const line = 'error code 404: the bearer of this letter reads tokens/ and codes'
    expect(clean(line)).toBe(line)
  })
})
