import { describe, expect, test } from 'vitest'
import { createSealing } from '../../../electron/ipc/sealed.ts'
import { shows } from '../../support/threats.ts'

const sealing = await createSealing()
const toBase64 = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(new Uint8Array(bytes)).toString('base64')

/** Seals with WebCrypto alone, as a window does. */
async function seal(text: string, spki = sealing.publicKey) {
  const bytes = Buffer.from(spki, 'base64')
  const key = await crypto.subtle.importKey('spki', bytes, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['wrapKey'])
  const aes = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, aes, new TextEncoder().encode(text))
  const wrapped = await crypto.subtle.wrapKey('raw', aes, key, { name: 'RSA-OAEP' })
  return { key: toBase64(wrapped), iv: toBase64(iv), data: toBase64(data) }
}

const flip = (base64: string) => {
  const bytes = Buffer.from(base64, 'base64')
  bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0)
  return bytes.toString('base64')
}

describe(shows('secrets-kept', 'a sealed text'), () => {
  test.each(['', 'plain', 'Zoë 用户 👩‍💻', 'x'.repeat(200_000)])('opens in main as it was typed', async (text) => {
    expect(sealing.open(await seal(text))).toBe(text)
  })

  test.each(['key', 'iv', 'data'] as const)('is refused when its %s was altered', async (part) => {
    const sealed = await seal('{"token":"…"}')
    expect(() => sealing.open({ ...sealed, [part]: flip(sealed[part]) })).toThrow(
      expect.objectContaining({ code: 'ipc-input', cause: undefined }),
    )
  })

  test.each(['key', 'iv', 'data'] as const)('is refused when its %s is empty', async (part) => {
    const sealed = await seal('text')
    expect(() => sealing.open({ ...sealed, [part]: '' })).toThrow(expect.objectContaining({ code: 'ipc-input' }))
  })

  test('of another start is refused', async () => {
    const former = await createSealing()
    const sealed = await seal('text', former.publicKey)
    expect(() => sealing.open(sealed)).toThrow(expect.objectContaining({ code: 'ipc-input' }))
  })

  test('is refused when its tag was cut short', async () => {
    const sealed = await seal('a text that is longer than a tag')
    const bytes = Buffer.from(sealed.data, 'base64')
    const cut = bytes.subarray(0, -4).toString('base64')
    expect(() => sealing.open({ ...sealed, data: cut })).toThrow(expect.objectContaining({ code: 'ipc-input' }))
  })
})
