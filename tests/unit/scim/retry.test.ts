import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGate } from '../../../electron/scim/gate.ts'
import { decide, defaultRetryLimits, mayHaveArrived, retryAfterOf, waitFor } from '../../../electron/scim/retry.ts'
import { MusterError } from '../../../shared/errors.ts'

const now = Date.UTC(2026, 0, 2, 3, 4, 5)
const failed = (method: string, error: MusterError, nth = 1, doubted = false) =>
  decide({ method, nth, error, doubted }, defaultRetryLimits, () => 0.5)

describe('Retry-After', () => {
  it.each([
    ['120', 120],
    [' 0 ', 0],
    ['1.5', 1.5],
    ['Fri, 02 Jan 2026 03:04:35 GMT', 30],
    ['Fri, 02 Jan 2026 03:04:00 GMT', 0],
    ['-5', null],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%j asks for %j seconds', (header, seconds) => {
    expect(retryAfterOf(header, now)).toBe(seconds)
  })
})

describe('the wait before the next attempt', () => {
  it('is as long as the service asks, and never shorter', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, random) => {
          expect(waitFor(attempt, 7, defaultRetryLimits, () => random)).toBeGreaterThanOrEqual(7000)
          expect(waitFor(attempt, 7, defaultRetryLimits, () => random)).toBeLessThanOrEqual(7500)
        },
      ),
    )
  })

  it('doubles in its limit without being asked, up to the cap', () => {
    const longest = (attempt: number) => waitFor(attempt, null, defaultRetryLimits, () => 1)
    expect([1, 2, 3, 4, 20].map(longest)).toEqual([500, 1000, 2000, 4000, 30_000])
    expect(waitFor(5, null, defaultRetryLimits, () => 0)).toBe(0)
  })

  it('is none when the service asks for longer than anyone would wait', () => {
    expect(waitFor(1, 86_400, defaultRetryLimits, () => 0)).toBeNull()
    expect(failed('GET', new MusterError('scim-rate-limited', { status: 429, retryAfter: 86_400 }))).toEqual({
      kind: 'fail',
    })
  })
})

describe('a failed request', () => {
  const lost = [
    new MusterError('timeout', { ambiguous: true }),
    new MusterError('scim-reply', { status: 200 }),
    new MusterError('scim-server', { status: 500 }),
    new MusterError('scim-server', { status: 504 }),
  ]
  const writes = ['POST', 'PUT', 'PATCH', 'DELETE']

  it.each(writes.flatMap((method) => lost.map((error) => ({ method, error }))))(
    'may have been carried out: $method after $error.code $error.status',
    ({ method, error }) => {
      expect(failed(method, error).kind).toBe('ambiguous')
    },
  )

  it('may have arrived unless the network says that it never left', () => {
    const codes = [
      'ECONNREFUSED',
      'ENOTFOUND',
      'ERR_CONNECTION_REFUSED',
      'ERR_NAME_NOT_RESOLVED',
      'UND_ERR_CONNECT_TIMEOUT',
    ]
    for (const detail of codes) {
      expect([detail, mayHaveArrived(new MusterError('unreachable', { detail }))]).toEqual([detail, false])
      expect(failed('POST', new MusterError('unreachable', { detail })).kind).toBe('retry')
    }
    for (const detail of ['ECONNRESET', 'UND_ERR_SOCKET', 'ERR_EMPTY_RESPONSE', '']) {
      expect([detail, mayHaveArrived(new MusterError('unreachable', { detail }))]).toEqual([detail, true])
    }
    expect(mayHaveArrived(new MusterError('timeout'))).toBe(true)
    expect(mayHaveArrived(new MusterError('reply-too-large'))).toBe(true)
    expect(mayHaveArrived(new MusterError('offline'))).toBe(false)
  })

  it('is sent again when it only read', () => {
    for (const code of ['timeout', 'unreachable', 'scim-server'] as const) {
      expect(failed('GET', new MusterError(code)).kind).toBe('retry')
    }
  })

  it('is sent again, and everybody waits, when the service is too busy for it', () => {
    for (const method of ['GET', ...writes]) {
      expect(failed(method, new MusterError('scim-rate-limited', { status: 429 }))).toMatchObject({
        kind: 'retry',
        everyone: true,
      })
      expect(failed(method, new MusterError('scim-server', { status: 503 }))).toMatchObject({
        kind: 'retry',
        everyone: true,
      })
    }
  })

  it.each([
    'scim-invalid',
    'scim-conflict',
    'scim-forbidden',
    'scim-not-found',
    'offline',
    'session-expired',
    'tls',
  ] as const)('is not sent again after %s', (code) => {
    expect(failed('GET', new MusterError(code)).kind).toBe('fail')
  })

  it('is given up after the last attempt', () => {
    expect(failed('GET', new MusterError('timeout'), defaultRetryLimits.attempts).kind).toBe('fail')
    const busy = new MusterError('scim-rate-limited', { status: 429 })
    expect(failed('POST', busy, defaultRetryLimits.attempts).kind).toBe('retry')
    expect(failed('POST', busy, defaultRetryLimits.busyAttempts).kind).toBe('fail')
  })

  it('that finds its own earlier work in the way is in doubt, not refused', () => {
    const conflict = new MusterError('scim-conflict', { status: 409 })
    expect(failed('POST', conflict, 2, true).kind).toBe('ambiguous')
    expect(failed('POST', conflict, 2, false).kind).toBe('fail')
  })
})

describe('the back-off gate', () => {
  it('holds everyone until it opens, a later and longer closing included', async () => {
    let time = 0
    const slept: number[] = []
    const gate = createGate({
      now: () => time,
      sleep: async (ms) => {
        slept.push(ms)
        if (slept.length === 1) gate.close(500)
        time += ms
      },
    })
    gate.close(100)
    gate.close(50)
    await gate.wait()
    expect(slept).toEqual([100, 400])
    await gate.wait()
    expect(slept).toHaveLength(2)
  })
})
