import { describe, expect, test } from 'vitest'
import {
  type Asked,
  type CertificateWish,
  certificateFault,
  certificateFor,
  type RequestEnd,
} from '../../../electron/net/client-certificate.ts'
import { shows } from '../../support/threats.ts'

const now = Date.UTC(2026, 10, 26)
const day = 86_400_000
const certificate = (subject: string, fingerprint: string, days = 30) => ({
  subject,
  issuer: 'Contoso Users',
  validUntil: now + days * day,
  fingerprint,
})
const ada = certificate('ada', 'AA:01')
const adaRenewed = certificate('ada', 'AA:02', 400)
const work = certificate('workstation 7', 'BB:01')
const old = certificate('ada', 'CC:01', -1)

describe('which certificate is presented', () => {
  test.each<[string, (typeof ada)[], CertificateWish, ReturnType<typeof certificateFor>]>([
    ['the chosen one, wherever it stands in the list', [work, ada], ada, { present: ada }],
    ['not another of the same name', [adaRenewed], ada, { refused: 'client-certificate-gone' }],
    ['none when none is there any more', [], ada, { refused: 'client-certificate-gone' }],
    ['none that has expired, where the list still has it', [old, work], old, { refused: 'client-certificate-expired' }],
    ['none that has expired, where the list has it no longer', [work], old, { refused: 'client-certificate-expired' }],
    ['by subject, the one that is valid longest', [ada, adaRenewed, work], { subject: 'ada' }, { present: adaRenewed }],
    ['by subject, none of another', [work], { subject: 'ada' }, { refused: 'client-certificate-gone' }],
    ['by fingerprint alone', [ada, work], { fingerprint: 'BB:01' }, { present: work }],
    ['none has nothing to choose from', [], null, { refused: 'client-certificate-none' }],
  ])('%s', (_name, offered, wish, decision) => {
    expect(certificateFor(offered, wish, now)).toEqual(decision)
  })

  test(shows('client-certificates', 'none without a choice, even where there is only one'), () => {
    expect(certificateFor([ada], null, now)).toEqual({ refused: 'client-certificate-wanted' })
    expect(certificateFor([ada], 'never', now)).toEqual({ refused: 'client-certificate-elsewhere' })
  })
})

describe('what a request came to nothing for', () => {
  const none: Asked = { decision: { refused: 'client-certificate-wanted' }, answered: false }
  const shown: Asked = { decision: { present: ada }, answered: false }
  const answered = (asked: Asked): Asked => ({ ...asked, answered: true })
  const refusedByTls: RequestEnd = { code: 'ERR_BAD_SSL_CLIENT_AUTH_CERT' }
  const brokenOff: RequestEnd = { code: 'ERR_CONNECTION_RESET' }
  const page = { status: 400, type: 'text/html; charset=utf-8' }

  test.each<[string, [RequestEnd, Asked | null, CertificateWish], ReturnType<typeof certificateFault>]>([
    ['TLS says so, and nothing was chosen', [refusedByTls, none, null], 'client-certificate-wanted'],
    ['TLS says so, and this one was shown', [refusedByTls, shown, ada], 'client-certificate-refused'],
    ['TLS says so, and the system had nothing to ask about', [refusedByTls, null, null], 'client-certificate-none'],
    ['the same, and the chosen one is gone', [refusedByTls, null, ada], 'client-certificate-gone'],
    [
      'its private key is on a card that is away',
      [{ code: 'ERR_SSL_CLIENT_AUTH_PRIVATE_KEY_ACCESS_DENIED' }, shown, ada],
      'client-certificate-key',
    ],
    ['the server asked and broke off', [brokenOff, none, null], 'client-certificate-wanted'],
    ['the web server before the service says so in a page', [page, none, null], 'client-certificate-wanted'],
    ['the same, of the one that was shown', [page, shown, ada], 'client-certificate-refused'],
    ['not: the service answers in its own form', [{ status: 400, type: 'application/scim+json' }, none, null], null],
    ['not: it has answered since it asked', [brokenOff, answered(none), null], null],
    ['not: a page of a server that has answered before', [page, answered(none), null], null],
    ['not: nobody has asked', [brokenOff, null, ada], null],
    ['not: the server’s own certificate is the fault', [{ code: 'ERR_CERT_AUTHORITY_INVALID' }, none, null], null],
    ['not: a page that says something else', [{ status: 404, type: 'text/html' }, none, null], null],
  ])('%s', (_name, [end, asked, wish], code) => {
    expect(certificateFault(end, asked, wish, now)).toBe(code)
  })
})
