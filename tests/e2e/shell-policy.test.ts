import { describe, expect, test } from 'vitest'
import { shellWorld } from '../support/shell-world.ts'
import { shows } from '../support/threats.ts'

const world = shellWorld()

/**
 * Runs a text as the page's own code would run: in a later task, since what the DevTools protocol evaluates may use eval
 * whatever the policy says. Gives what it throws, or the value.
 */
const later = (code: string) =>
  world().muster.window.evaluate(
    `new Promise((resolve) => setTimeout(async () => {
      try { resolve(String(await (${code})())) } catch (error) { resolve(error.name) }
    }))`,
  )

describe('the page', () => {
  test('came without a policy violation, an error on its console or a request beyond its own files', () => {
    const records = world().muster.records()
    expect(records.filter(({ kind }) => kind === 'violation')).toEqual([])
    expect(records.filter((line) => line.kind === 'console' && line.level !== 'log' && line.level !== 'info')).toEqual(
      [],
    )
    const requests = records.filter((line) => line.kind === 'request')
    if (world().muster.host === 'chromium') expect(requests.length).toBeGreaterThan(0)
    for (const request of requests) expect(request).toMatchObject({ outcome: 'served', url: /^app:\/\/muster\// })
  })

  test(shows('page-code', 'comes with its policy in a header, and a new nonce at each load'), async () => {
    const { window } = world().muster
    const policies = [await window.reload(), await window.reload()].map(
      (reply) => reply?.headers()['content-security-policy'] ?? '',
    )
    const nonces = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1])
    expect(policies[0]).toContain("default-src 'none'")
    expect(policies[0]).toContain("connect-src 'none'")
    expect(new Set(nonces).size).toBe(2)
    expect(
      await window.evaluate(() => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce),
    ).toBe(nonces[1])
  })

  test('is a secure context with WebCrypto', async () => {
    expect(await later('() => isSecureContext && typeof crypto.subtle.encrypt')).toBe('function')
  })
})

describe(shows('page-code', 'code from a text'), () => {
  test.each([
    ['eval', "() => eval('1 + 1')", 'EvalError'],
    ['new Function', "() => new Function('return 1')()", 'EvalError'],
    ['a script address', "() => { document.createElement('script').src = '/a.js' }", 'TypeError'],
    ['a script text', "() => { document.createElement('script').textContent = '1' }", 'TypeError'],
    ['markup', "() => { document.createElement('div').innerHTML = '<img src=x onerror=1>' }", 'TypeError'],
    ['a frame of markup', "() => { document.createElement('iframe').srcdoc = '<p>' }", 'TypeError'],
    ['an event attribute', "() => { document.createElement('div').setAttribute('onclick', '1') }", 'TypeError'],
    ['document.write', "() => document.write('<p>')", 'TypeError'],
    ['a worker', "() => { new Worker('data:text/javascript,1') }", 'TypeError'],
  ])('is refused: %s', async (_what, code, error) => {
    expect(await later(code)).toBe(error)
  })

  test('a javascript: address does not run', async () => {
    await later(`() => { globalThis.ran = false
      const link = document.createElement('a'); link.href = 'javascript:globalThis.ran = true'
      document.body.append(link); link.click(); link.remove() }`)
    expect(await later('() => new Promise((resolve) => setTimeout(() => resolve(globalThis.ran), 100))')).toBe('false')
  })

  test('an inline style without the nonce has no effect, one with it does', async () => {
    const styled = (nonce: string) =>
      later(`() => { const style = document.createElement('style')
        if (${nonce}) style.nonce = document.querySelector('meta[property="csp-nonce"]').nonce
        style.textContent = ':root { --probe-${nonce}: on }'
        document.head.append(style)
        return getComputedStyle(document.documentElement).getPropertyValue('--probe-${nonce}') }`)
    expect([await styled('false'), await styled('true')]).toEqual(['', 'on'])
  })
})
