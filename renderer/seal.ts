import type { Sealed } from '../shared/model/app.ts'

/** Bytes given to `String.fromCharCode` at once: more would exceed the engine's limit on arguments. */
const chunk = 0x8000

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += chunk) binary += String.fromCharCode(...bytes.subarray(at, at + chunk))
  return btoa(binary)
}

/**
 * Seals a text so that only main can read it: AES-256-GCM under a fresh key (12-byte IV, the 16-byte tag appended), the
 * raw key wrapped with main's RSA-OAEP key (SHA-256). `sealingKey` is `app.info().sealingKey`.
 */
export async function seal(text: string, sealingKey: string): Promise<Sealed> {
  const spki = Uint8Array.from(atob(sealingKey), (letter) => letter.charCodeAt(0))
  const wrapping = await crypto.subtle.importKey('spki', spki, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, [
    'encrypt',
  ])
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text))
  const wrapped = await crypto.subtle.encrypt('RSA-OAEP', wrapping, await crypto.subtle.exportKey('raw', key))
  return { key: toBase64(new Uint8Array(wrapped)), iv: toBase64(iv), data: toBase64(new Uint8Array(data)) }
}
