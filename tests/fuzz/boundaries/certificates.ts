import type { Certificate } from 'electron'
import fc from 'fast-check'
import { createCertificateRequests } from '../../../electron/network/certificate-requests.ts'
import { shownCertificateSchema } from '../../../shared/model/connection-test.ts'
import { clientPems } from '../../unit/network/client-pems.ts'
import { type Boundary, boundary, plainly } from '../boundary.ts'
import { anyText, damage, damagedBy } from '../inputs.ts'
import { must } from '../refusal.ts'

const server = 'scim.contoso.example:443'
const [chosen] = clientPems
const pem = fc.oneof(
  fc.constantFrom(...clientPems.map((one) => one.pem)),
  damage.map((how) => damagedBy(Buffer.from(chosen.pem), how).toString('latin1')),
  anyText,
)

/** Electron’s question which certificate a server gets: what the server calls itself, and what the store holds. */
export const certificateQuestions: Boundary = boundary({
  name: 'certificate-questions',
  cost: 10,
  inputs: fc.record({
    named: fc.oneof(fc.constantFrom(server, `https://${server}/`, server.toUpperCase()), anyText, fc.webUrl()),
    store: fc.array(pem, { maxLength: 4 }),
    fingerprint: fc.option(fc.oneof(fc.constant<string>(chosen.fingerprint), anyText)),
  }),
  open: plainly(async (question: { named: string; store: string[]; fingerprint: string | null }) => {
    const { named, store, fingerprint } = question
    const requests = createCertificateRequests({ now: () => Date.UTC(2026, 10, 26) })
    const offered = store.map((data) => ({ data }) as Certificate)
    const wish = fingerprint === null ? null : { fingerprint }
    const onAsked = (list: unknown) => void shownCertificateSchema.array().parse(list)
    const leave = await requests.enter(server, { wish, onAsked })
    const given = requests.choose(named, offered)
    leave()
    must(given === null || offered.includes(given), 'A certificate was given that the store does not hold.')
    must(given === null || fingerprint === chosen.fingerprint, 'A certificate was given that was not chosen.')
    must(requests.choose(named, offered) === null, 'A server that nothing is asked of was given a certificate.')
  }),
})
