import { expect, test } from 'vitest'
import { MusterError, toFailure } from '../../../shared/errors.ts'
import type { ConnectionStep, ConnectionTest } from '../../../shared/model/connection-test.ts'
import { networkAsk, networkTeamText } from '../../../shared/network-team-text.ts'

const step = (change: Partial<ConnectionStep>): ConnectionStep => ({
  step: 'tcp',
  service: 'scim',
  host: 'scim.onk2.com:443',
  outcome: 'worked',
  took: 12.4,
  said: 'scim.onk2.com:443 answers.',
  chain: [],
  failure: null,
  ...change,
})
const inspected = step({
  step: 'tls',
  outcome: 'failed',
  said: '',
  chain: [
    { subject: 'scim.onk2.com', issuer: 'Contoso Inspection CA', validUntil: 1_800_000_000_000, fingerprint: 'AA:BB' },
  ],
  failure: toFailure(new MusterError('certificate-unknown', { detail: 'SELF_SIGNED_CERT_IN_CHAIN' }), '3f9a1c'),
})

test('an inspecting proxy is named by the authority whose certificate it showed', () => {
  expect(networkAsk(inspected)).toContain('it comes from “Contoso Inspection CA”')
})

test('what is not the network’s doing asks nothing of its team', () => {
  const failure = toFailure(new MusterError('scim-forbidden'), '3f9a1c')
  expect(networkAsk(step({ step: 'read', outcome: 'failed', failure }))).toBeNull()
  expect(networkAsk(step({}))).toBeNull()
})

test('the text for the team has what is needed, what to change and what was found, and no account', () => {
  const token = step({ step: 'token', host: 'login.onk2.com:443', said: 'Dana is signed in.' })
  const test: ConnectionTest = { at: 1_790_000_000_000, steps: [token, step({}), inspected], running: null }
  expect(networkTeamText(test)).toBe(
    [
      'Muster needs HTTPS from this computer to login.onk2.com:443 and scim.onk2.com:443.',
      '',
      'What to change:',
      `- ${networkAsk(inspected)}`,
      '',
      'What was found on 2026-09-21T14:13:20.000Z:',
      '- login.onk2.com:443, Get an access token: ok, 12 ms.',
      '- scim.onk2.com:443, Connect (TCP): ok, 12 ms. scim.onk2.com:443 answers.',
      '- scim.onk2.com:443, Encrypt (TLS): FAILED, 12 ms. The server’s certificate comes from an authority that this computer does not know. SELF_SIGNED_CERT_IN_CHAIN',
      '    certificate scim.onk2.com, from Contoso Inspection CA, valid until 2027-01-15, SHA-256 AA:BB',
    ].join('\n'),
  )
})
