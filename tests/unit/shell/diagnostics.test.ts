import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDiagnostics, type DiagnosticsParts } from '../../../electron/diagnostics.ts'
import { createRedactor } from '../../../electron/redact.ts'
import { MusterError } from '../../../shared/errors.ts'
import { connection } from '../../support/connection.ts'
import { manualClock } from '../../support/manual-clock.ts'

test('a connection shows with its limits and whether anything can be pushed over it, also when it can’t be opened', async () => {
  const parts = {
    version: '1.2.3',
    logs: mkdtempSync(join(tmpdir(), 'muster-diagnostics-')),
    vault: { status: () => ({ keptIn: 'keychain', name: 'a keychain', failure: null, advice: null }) },
    policy: { shown: () => ({}) },
    connections: { list: () => [{ ...connection, readOnly: true }] },
    open: {
      get: async () => {
        throw new MusterError('database-unavailable')
      },
    },
    settings: {
      network: () => ({
        proxy: { mode: 'fixed', host: 'proxy.contoso.com', port: 8080 },
        authority: { name: 'inspection.pem', pem: '' },
        clientCertificate: { subject: 'Ada Lovelace', issuer: 'Contoso Users', validUntil: 0, fingerprint: 'AA:01' },
      }),
    },
    redactor: createRedactor(),
    clock: manualClock(),
  }
  const { sections } = await createDiagnostics(parts as unknown as DiagnosticsParts).look()
  const text = sections.find(({ title }) => title === 'Connections')?.text
  expect(text).toContain(`safety: ${JSON.stringify(connection.safety)}`)
  expect(text).toContain('readOnly: true')
  expect(text).toContain('network: {"proxy":"fixed","addedAuthority":true,"clientCertificate":"AA:01"}')
  expect(text).not.toContain('Ada')
  expect(text).toContain('can’t be opened: ')
})
