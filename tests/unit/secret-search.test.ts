import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { searchSecrets } from '../support/secret-search.ts'
import { shows } from '../support/threats.ts'

const secret = { name: 'planted', value: 'k2/Secret+Value-0123456789' }
const folder = mkdtempSync(join(tmpdir(), 'muster-secrets-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const forms: [string, Buffer][] = [
  ['plain', Buffer.from(`before ${secret.value} after`)],
  ['UTF-16', Buffer.from(`x${secret.value}`, 'utf16le')],
  ['URL-encoded', Buffer.from(`?t=${encodeURIComponent(secret.value)}`)],
  ['base64 (+0)', Buffer.from(Buffer.from(secret.value).toString('base64'))],
  ['base64 (+1)', Buffer.from(Buffer.from(`1${secret.value} and more`).toString('base64'))],
  ['base64 (+2)', Buffer.from(Buffer.from(`12${secret.value} and more`).toString('base64'))],
  ['hex', Buffer.from(Buffer.from(secret.value).toString('hex'))],
]

test.each(forms)('finds a planted secret written as %s, deep in a folder', (form, content) => {
  const deep = join(folder, 'a', 'b')
  mkdirSync(deep, { recursive: true })
  writeFileSync(join(deep, 'file.bin'), Buffer.concat([Buffer.alloc(70_000, 7), content]))
  expect(searchSecrets([secret], [{ folder }]).map((hit) => [hit.where, hit.form])).toContainEqual([
    join('a', 'b', 'file.bin'),
    form,
  ])
})

test(shows('secrets-kept', 'finds a planted secret in a text and names it without repeating it'), () => {
  const hits = searchSecrets([secret], [{ name: 'the DOM', text: `<p>${secret.value}</p>` }])
  expect(hits[0]).toEqual({ secret: 'planted', where: 'the DOM', form: 'plain' })
  expect(JSON.stringify(hits)).not.toContain(secret.value)
})

test('finds nothing where nothing was planted, and refuses a secret too short to prove anything', () => {
  expect(searchSecrets([secret], [{ name: 'the DOM', text: 'nothing here' }])).toEqual([])
  expect(() => searchSecrets([{ name: 'short', value: 'abc' }], [])).toThrow(/too short/)
})
