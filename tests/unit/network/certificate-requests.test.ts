import { setImmediate } from 'node:timers/promises'
import type { Certificate } from 'electron'
import { describe, expect, test } from 'vitest'
import { createCertificateRequests, type UnderWay } from '../../../electron/network/certificate-requests.ts'
import { shows } from '../../support/threats.ts'
import { clientPems } from './client-pems.ts'

const server = 'scim.contoso.example:443'
const [ada, work] = clientPems
const offered = [ada, work].map(({ pem }) => ({ data: pem }) as Certificate)
const now = Date.UTC(2026, 10, 26)
const requests = () => createCertificateRequests({ now: () => now })

/** A request of a connection that presents a certificate, and what it was told. */
function request(fingerprint: string | null) {
  const heard: unknown[] = []
  const wish = fingerprint === null ? null : { fingerprint }
  const underWay: UnderWay = { wish, onAsked: (list, decision) => void heard.push([list.length, decision]) }
  return { underWay, heard }
}

describe('a question for a certificate', () => {
  test('is answered by the choice of the request that is under way to that server', async () => {
    const { choose, enter } = requests()
    const { underWay, heard } = request(work.fingerprint)
    await enter(server, underWay)
    expect(choose(server, offered)).toBe(offered[1])
    expect(heard).toEqual([[2, { present: expect.objectContaining({ subject: 'workstation 7' }) }]])
  })

  test(
    shows('client-certificates', 'a question that no request of a connection is behind is answered with none'),
    async () => {
      const { choose, enter } = requests()
      expect(choose(server, offered)).toBeNull()
      const leave = await enter(server, request(ada.fingerprint).underWay)
      expect(choose('elsewhere.example:443', offered)).toBeNull()
      leave()
      expect(choose(server, offered)).toBeNull()
    },
  )

  test('may name the server as an address, and offer what can’t be read', async () => {
    const { choose, enter } = requests()
    const { underWay, heard } = request(ada.fingerprint)
    await enter(server, underWay)
    const broken = { data: 'no certificate' } as Certificate
    expect(choose('https://scim.contoso.example/x', [broken, ...offered])).toBe(offered[0])
    expect(heard).toEqual([[2, { present: expect.anything() }]])
  })
})

describe('two connections to one server', () => {
  test(
    shows('client-certificates', 'requests that would present different certificates to one server take turns'),
    async () => {
      const { choose, enter } = requests()
      const begun: string[] = []
      const begin = async (name: string, fingerprint: string) => {
        const leave = await enter(server, request(fingerprint).underWay)
        begun.push(name)
        return leave
      }
      const first = await begin('a1', ada.fingerprint)
      const second = await begin('a2', ada.fingerprint)
      const third = begin('b1', work.fingerprint)
      // Comes after the other connection’s, although it would fit those under way: nobody waits for ever.
      const fourth = begin('a3', ada.fingerprint)
      await setImmediate()
      expect(begun).toEqual(['a1', 'a2'])
      expect(choose(server, offered)).toBe(offered[0])
      first()
      await setImmediate()
      expect(begun).toEqual(['a1', 'a2'])
      second()
      const leaveThird = await third
      expect(begun).toEqual(['a1', 'a2', 'b1'])
      expect(choose(server, offered)).toBe(offered[1])
      leaveThird()
      leaveThird()
      ;(await fourth)()
      expect(begun).toEqual(['a1', 'a2', 'b1', 'a3'])
    },
  )

  test('with the same choice do not wait for each other, nor do those at other servers', async () => {
    const { enter } = requests()
    await enter(server, request(null).underWay)
    await enter(server, request(null).underWay)
    await enter('login.contoso.example:443', request(ada.fingerprint).underWay)
  })

  test('one that gives up waiting lets the next one in', async () => {
    const { enter } = requests()
    const leave = await enter(server, request(ada.fingerprint).underWay)
    const giveUp = new AbortController()
    const waiting = enter(server, request(work.fingerprint).underWay, giveUp.signal)
    const behind = enter(server, request(ada.fingerprint).underWay)
    giveUp.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    await behind
    leave()
    await expect(enter(server, request(null).underWay, giveUp.signal)).rejects.toThrow('enough')
  })
})
