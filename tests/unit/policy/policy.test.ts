import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { createPolicy } from '../../../electron/policy/policy.ts'
import { policyPath, readPolicy } from '../../../electron/policy/policy-file.ts'
import { strictestPolicy } from '../../../shared/model/policy.ts'
import { connection as anyConnection } from '../../support/connection.ts'
import { silentLog as log } from '../../support/silent-log.ts'
import { shows } from '../../support/threats.ts'

const root = mkdtempSync(join(tmpdir(), 'muster-policy-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const me = statSync(root).uid
let count = 0

/** A policy file of its own, in a folder that only its owner can write. */
function fileWith(content: unknown): string {
  const folder = join(root, String(++count))
  mkdirSync(folder, { mode: 0o755 })
  const path = join(folder, 'policy.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content), { mode: 0o644 })
  return path
}
const policyOf = (content: unknown, owner: number | null = me) =>
  createPolicy({ platform: 'linux', log, file: { path: fileWith(content), owner } })

/** Its address ends as an admin may have written it, and the one of the policy does not. */
const connection = { ...anyConnection, scim: { ...anyConnection.scim, baseUrl: `${anyConnection.scim.baseUrl}/` } }
const preset = {
  name: 'Contoso Production',
  authority: 'https://LOGIN.onk2.example/t',
  clientId: 'c',
  redirectUri: 'http://127.0.0.1/',
  baseUrl: 'https://scim.onk2.example',
}

test('the guide’s example is a policy, and says what it means to say', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/admin-guide.md'), 'utf8')
  const [, example = ''] = /```json\n(\{[\s\S]+?\})\n```/.exec(guide) ?? []
  const policy = policyOf(example)
  expect(policy.shown()).toMatchObject({
    state: 'in-force',
    problem: null,
    safety: { number: 25, percent: 1 },
    updates: false,
  })
  expect(policy.shown().connections).toHaveLength(2)
  for (const platform of ['win32', 'darwin', 'linux'] as const) expect(guide).toContain(`\`${policyPath(platform)}\``)
})

test('without a file nothing is decided', () => {
  const policy = createPolicy({ platform: 'linux', log, file: { path: join(root, 'none', 'policy.json'), owner: me } })
  expect(policy.shown()).toMatchObject({ state: 'none', readOnly: false, safety: null, updates: true, connections: [] })
  expect(policy.governed(connection)).toEqual(connection)
  expect(policy.governed(connection).readOnly).toBe(false)
})

describe('what is decided', () => {
  test('limits hold for every connection', () => {
    const policy = policyOf({ version: 1, safety: { number: 25, percent: 1 } })
    expect(policy.governed(connection)).toMatchObject({
      safety: { number: 25, percent: 1 },
      readOnly: false,
      managed: ['safety'],
    })
  })

  test('a certificate of the computer for a prepared connection, by subject or by fingerprint however it is written', () => {
    const digits = '6a110bf3db944edac535d695a5daeb9b3e8c85e1a2a602dce3c956225f9d9ce0'
    const certificateBy = (clientCertificate: unknown) =>
      policyOf({ version: 1, connections: [{ ...preset, clientCertificate }] }).certificateOf(connection)
    expect(certificateBy({ subject: ' ada ' })).toEqual({ subject: 'ada' })
    expect(certificateBy({ fingerprint: digits })).toEqual({
      fingerprint: '6A:11:0B:F3:DB:94:4E:DA:C5:35:D6:95:A5:DA:EB:9B:3E:8C:85:E1:A2:A6:02:DC:E3:C9:56:22:5F:9D:9C:E0',
    })
    expect(certificateBy(null)).toBeNull()
    expect(policyOf({ version: 1, readOnly: true }).certificateOf(connection)).toBeNull()
  })

  test('read-only can be for all, or for a prepared connection however its address is written', () => {
    expect(policyOf({ version: 1, readOnly: true }).governed(connection).readOnly).toBe(true)
    const one = policyOf({ version: 1, connections: [{ ...preset, readOnly: true }] })
    expect(one.governed(connection)).toMatchObject({ readOnly: true, managed: ['readOnly'] })
    const elsewhere = { ...connection, scim: { ...connection.scim, baseUrl: 'https://scim.example.com' } }
    expect(one.governed(elsewhere).readOnly).toBe(false)
  })

  test('a prepared connection is a settings document without a token', () => {
    const policy = policyOf({ version: 1, connections: [preset] })
    expect(JSON.parse(policy.presetSettings(0))).toMatchObject({ scim: { baseUrl: preset.baseUrl, token: '' } })
    expect(() => policy.presetSettings(1)).toThrow()
  })
})

describe(shows('policy', 'a file that can’t be used locks everything, and says why'), () => {
  test.each([
    ['no JSON', '{', 'It is not valid JSON.'],
    ['nothing', '', 'It is not valid JSON.'],
    ['no object', '[]', 'The file can’t be used: Invalid input: expected object, received array.'],
    ['a slip of the pen', { version: 1, readonly: true }, 'The file holds “readonly”, which is not a setting.'],
    ['another version', { version: 2 }, '“version” can’t be used: Invalid input: expected 1.'],
    ['a limit that is none', { version: 1, safety: { number: -1, percent: 2 } }, '“safety.number” can’t be used: '],
    [
      'a secret',
      { version: 1, connections: [{ ...preset, token: 'x' }] },
      '“connections.0” holds “token”, which is not a setting.',
    ],
    [
      'a fingerprint of another kind',
      { version: 1, connections: [{ ...preset, clientCertificate: { fingerprint: 'AA:BB' } }] },
      '“connections.0.clientCertificate.fingerprint” can’t be used: This is not a SHA-256 fingerprint.',
    ],
    [
      'plain http',
      { version: 1, connections: [{ ...preset, baseUrl: 'http://scim.onk2.com' }] },
      '“connections.0.baseUrl” can’t',
    ],
  ])('%s', (_name, content, problem) => {
    const policy = policyOf(content)
    const shown = policy.shown()
    expect(shown).toMatchObject({ state: 'locked', readOnly: true, updates: false, safety: strictestPolicy.safety })
    expect(shown.problem).toContain(problem)
    expect(policy.governed(connection).readOnly).toBe(true)
    expect(policy.governed(connection).safety).toEqual({ number: 0, percent: 0 })
  })

  test(shows('policy', 'others can write it, or its folder, or it is not the administrator’s, or a link'), () => {
    const good = { version: 1 }
    const path = fileWith(good)
    chmodSync(path, 0o664)
    expect(readPolicy(path, me)).toEqual({ state: 'locked', problem: 'Others than administrators can write it.' })
    const inOpenFolder = fileWith(good)
    chmodSync(join(inOpenFolder, '..'), 0o777)
    expect(readPolicy(inOpenFolder, me)).toMatchObject({ problem: 'Others than administrators can write its folder.' })
    expect(readPolicy(fileWith(good), me + 1)).toMatchObject({ state: 'locked' })
    const link = join(root, 'link.json')
    symlinkSync(fileWith(good), link)
    expect(readPolicy(link, me)).toMatchObject({ problem: 'It is not a plain file.' })
    expect(readPolicy(fileWith(good), me)).toMatchObject({ state: 'in-force' })
  })

  test('whatever the file holds, it is read or it locks', () => {
    const path = fileWith('')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('latin1')),
        ),
        (text) => {
          writeFileSync(path, text)
          const read = readPolicy(path, me)
          expect(['in-force', 'locked']).toContain(read.state)
          if (read.state === 'locked') expect(read.problem).toMatch(/\.$/)
        },
      ),
      { numRuns: 300 },
    )
  })
})
