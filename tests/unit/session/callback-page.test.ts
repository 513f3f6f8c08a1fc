import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { callbackPage, pageHeaders } from '../../../electron/session/callback-page.ts'

describe.each(['signed-in', 'declined', 'failed'] as const)('the last page of the browser: %s', (ending) => {
  const html = callbackPage(ending)

  test('says where to go on', () => {
    expect(html).toContain('You can close this tab and go back to Muster.')
  })

  test('runs nothing and loads nothing', () => {
    expect(html).not.toMatch(/<script|\son\w+=|\bhttps?:|@import|url\(/i)
  })

  test('has exactly the style that its policy allows', () => {
    const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(pageHeaders['content-security-policy']).toContain(`style-src 'sha256-${hash}'`)
    expect(html.match(/style/g)).toHaveLength(2)
  })
})

test('the policy of the page starts from nothing', () => {
  expect(pageHeaders['content-security-policy']).toMatch(/^default-src 'none';/)
  expect(pageHeaders['content-security-policy']).not.toMatch(/unsafe|script-src|\*/)
  expect(pageHeaders['referrer-policy']).toBe('no-referrer')
  expect(pageHeaders['cache-control']).toBe('no-store')
})
