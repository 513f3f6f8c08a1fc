import { describe, expect, test } from 'vitest'
import { isExpected, pastedReply } from '../../../electron/session/callback-request.ts'

const state = 'the-right-state-abcdef'
const place = { host: '127.0.0.1:5678', path: '/callback' }
const right = `http://127.0.0.1:5678/callback?code=c-1&state=${state}&iss=x`

describe('an address that was pasted back', () => {
  test.each([
    ['as it stands', right],
    ['with blanks around it and broken over two lines', ` ${right.slice(0, 40)}\r\n  ${right.slice(40)} `],
    ['without its scheme, as some browsers show it', right.slice('http://'.length)],
    ['with a fragment that the browser added', `${right}#_`],
  ])('is taken %s', (_how, text) => {
    expect(pastedReply(text, place, state)).toEqual({ query: `code=c-1&state=${state}&iss=x` })
  })

  test('is taken for a redirect address without a path, where browsers add a slash', () => {
    const query = `error=access_denied&state=${state}`
    expect(pastedReply(`http://localhost:80?${query}`, { host: 'localhost:80', path: '/' }, state)).toEqual({ query })
    expect(pastedReply(`http://localhost:80/?${query}`, { host: 'localhost:80', path: '/' }, state)).toEqual({ query })
  })

  test.each([
    ['another host', right.replace('127.0.0.1', 'evil.example')],
    ['another name of this computer', right.replace('127.0.0.1', 'localhost')],
    ['another port', right.replace('5678', '5679')],
    ['a user name before the host', right.replace('127', 'x@127')],
    ['https', right.replace('http:', 'https:')],
    ['another path', right.replace('/callback', '/other')],
    ['a path that leads there', right.replace('/callback', '/x/../callback')],
    ['the path in other letters', right.replace('/callback', '/Callback')],
    ['something else', 'my password'],
    ['nothing', ''],
  ])('is refused with %s', (_how, text) => {
    expect(pastedReply(text, place, state)).toEqual({
      refused: 'It does not begin with http://127.0.0.1:5678/callback.',
    })
  })

  test.each([
    ['a wrong state', `code=c-1&state=wrong`],
    ['no state', 'code=c-1'],
    ['two states', `code=c-1&state=${state}&state=${state}`],
  ])('is refused with %s', (_how, query) => {
    expect(pastedReply(`http://127.0.0.1:5678/callback?${query}`, place, state)).toEqual({
      refused: 'It belongs to another sign-in than the one that waits.',
    })
  })

  test('is refused without an answer in it', () => {
    expect(pastedReply(`http://127.0.0.1:5678/callback?state=${state}`, place, state)).toMatchObject({
      refused: expect.stringMatching(/no answer/),
    })
  })

  test('passes the same checks as a request to the listener', () => {
    for (const query of [`code=c&state=${state}`, `code=c&state=x`, `state=${state}`, 'code=c', '']) {
      const taken = 'query' in pastedReply(`http://127.0.0.1:5678/callback?${query}`, place, state)
      expect(taken).toBe(isExpected(new URLSearchParams(query), state))
    }
  })
})
