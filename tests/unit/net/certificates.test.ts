import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { shownCertificate } from '../../../electron/net/certificates.ts'
import { clientPems } from '../network/client-pems.ts'

/** Found by fuzzing: the first byte of the year that it ends in is no digit. */
const withoutEnd = clientPems[0].pem.replace('VoYDzIx', 'VoYD+Ix')

test('a certificate whose end can’t be read counts as long over', () => {
  expect(shownCertificate(new X509Certificate(withoutEnd))).toMatchObject({ subject: 'ada', validUntil: 0 })
})
