import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { systemClock } from '../../electron/clock.ts'
import { createPeopleReading } from '../../electron/people-reading.ts'
import { createRedactor } from '../../electron/redact.ts'
import { createSourceSecrets } from '../../electron/source-secrets.ts'
import { createSourceSetup } from '../../electron/source-setup.ts'
import type { Source } from '../../electron/sources/source.ts'
import { MusterError } from '../../shared/errors.ts'
import type { SourceInput } from '../../shared/model/source-settings.ts'
import { connection } from '../support/connection.ts'
import { silentLog } from '../support/silent-log.ts'
import { shows } from '../support/threats.ts'
import { person, setUp, summary } from '../support/workspace-desk.ts'

const { id } = connection
const folder = mkdtempSync(join(tmpdir(), 'muster-setup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function setting() {
  const desk = setUp()
  const entries = new Map<string, string>()
  const vault = {
    get: async (name: string) => entries.get(name) ?? null,
    set: async (name: string, value: string) => {
      entries.set(name, value)
      return 'keychain' as const
    },
    keptIn: () => 'keychain' as const,
    delete: async (name: string) => void entries.delete(name),
  }
  const redactor = createRedactor()
  const workspaceOf = async () => desk.workspace
  const refuse = () => {
    throw new Error('Nothing may be connected to here.')
  }
  const setup = createSourceSetup({
    workspaceOf,
    secrets: createSourceSecrets(vault, redactor),
    pathOf: (grant) => join(folder, grant),
    ldap: { connect: refuse, systemAuthorities: () => [], clock: systemClock },
    scim: { redactor, clock: systemClock, log: silentLog },
    networkOf: async () => ({ http: refuse }),
  })
  return {
    desk,
    entries,
    setup,
    redactor,
    reading: createPeopleReading({ workspaceOf, clock: systemClock, emit: () => {} }),
  }
}

const ldap: SourceInput = {
  kind: 'ldap',
  host: 'ldap.contoso.example',
  port: 636,
  encryption: 'ldaps',
  authority: 'system',
  bindName: 'cn=reader',
  base: '',
  scope: 'sub',
  filter: '',
  layout: 'recognise',
  attributes: {},
  more: [],
  groups: true,
}
const connect = (setup: ReturnType<typeof setting>['setup'], settings: SourceInput, secret: string | null = null) =>
  setup.connect({ connection: id, settings, secret })

test('settings are kept without the secret, which goes to the vault and out of every text', async () => {
  const { setup, entries, desk, redactor } = setting()
  expect(await setup.shown(id)).toEqual({ use: 'file', ldap: null, scim: null, secrets: { ldap: null, scim: null } })
  const shown = await connect(setup, ldap, 'correct horse')
  expect(shown).toMatchObject({
    use: 'ldap',
    ldap: { host: 'ldap.contoso.example', authority: null },
    secrets: { ldap: 'keychain' },
  })
  expect(JSON.stringify([shown, desk.workspace.source.settings()])).not.toContain('correct horse')
  expect([...entries.keys()]).toEqual([`${id}/source-ldap`])
  expect(redactor.clean('said: correct horse')).not.toContain('correct horse')
  expect(await setup.source(id)).not.toBe(null)
})

test(shows('secret-place', 'a kept secret goes to the place it was given for and nowhere else'), async () => {
  const { setup, desk } = setting()
  await connect(setup, ldap, 'correct horse')
  await connect(setup, { ...ldap, base: 'dc=x', filter: '(uid=*)' })
  const elsewhere = [
    { host: 'evil.example' },
    { port: 389 },
    { encryption: 'starttls' as const },
    { bindName: 'cn=other' },
  ]
  for (const change of elsewhere) {
    await expect(connect(setup, { ...ldap, ...change })).rejects.toMatchObject({ code: 'source-secret-missing' })
  }
  // Nor when the settings in the database were changed behind the app’s back.
  const kept = desk.workspace.source.settings()
  desk.workspace.source.keep({ ...kept, ldap: kept.ldap && { ...kept.ldap, host: 'evil.example' } })
  await expect(setup.source(id)).rejects.toMatchObject({ code: 'source-secret-missing' })
})

test(shows('secret-place', 'what is unencrypted leaves this computer in no form'), async () => {
  const { setup, desk } = setting()
  await expect(connect(setup, { ...ldap, encryption: 'none' }, 'x')).rejects.toMatchObject({
    code: 'source-field',
    where: 'encryption',
  })
  await expect(connect(setup, { ...ldap, host: 'ldap://x' }, 'x')).rejects.toMatchObject({ where: 'host' })
  const scim: SourceInput = {
    kind: 'scim',
    baseUrl: 'http://idp.example/scim',
    signIn: { by: 'bearer' },
    filter: '',
    identifier: 'id',
    more: [],
    groups: true,
  }
  await expect(connect(setup, scim, 'x')).rejects.toMatchObject({ code: 'source-field', where: 'baseUrl' })
  await connect(setup, { ...ldap, host: 'localhost', encryption: 'none' }, 'x')
  const kept = desk.workspace.source.settings()
  desk.workspace.source.keep({ ...kept, ldap: kept.ldap && { ...kept.ldap, host: 'ldap.example' } })
  await expect(setup.source(id)).rejects.toMatchObject({ code: 'source-field' })
})

test('a certificate authority comes from a file the admin chose, and stays when the others change', async () => {
  const { setup } = setting()
  writeFileSync(join(folder, 'not.pem'), 'nothing')
  await expect(connect(setup, { ...ldap, authority: { grant: 'not.pem' } }, 'x')).rejects.toMatchObject({
    code: 'certificate-file',
  })
  await expect(connect(setup, { ...ldap, authority: { grant: 'gone.pem' } }, 'x')).rejects.toMatchObject({
    code: 'file-unreadable',
  })
})

test('a directory that is left for a file is kept for another time', async () => {
  const { setup } = setting()
  await connect(setup, ldap, 'correct horse')
  await setup.switchToFile(id)
  expect(await setup.source(id)).toBe(null)
  expect(await setup.shown(id)).toMatchObject({
    use: 'file',
    ldap: { host: 'ldap.contoso.example' },
    secrets: { ldap: 'keychain' },
  })
})

test('a reading that is cancelled leaves the old people, and the next one begins after it', async () => {
  const { reading, desk } = setting()
  await desk.people(person('ada'))
  const started = Promise.withResolvers<void>()
  const slow: Source = {
    read: ({ signal, onProgress } = {}) => {
      onProgress?.({ done: 1, total: 3 })
      started.resolve()
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    },
  }
  const first = reading.read(id, slow)
  await started.promise
  expect(reading.progress(id)).toEqual({ done: 1, of: 3 })
  reading.cancel(id)
  await expect(first).rejects.toMatchObject(new MusterError('source-cancelled'))
  expect(reading.progress(id)).toBe(null)
  expect(await desk.ids()).toHaveLength(1)

  const second = reading.read(id, slow)
  const quick: Source = { read: async () => ({ summary, people: [person('bob'), person('cem')], problems: [] }) }
  const third = reading.read(id, quick)
  await expect(second).rejects.toMatchObject({ code: 'source-cancelled' })
  expect(await third).toMatchObject({ people: 2 })
  expect(await desk.ids()).toHaveLength(2)
})
