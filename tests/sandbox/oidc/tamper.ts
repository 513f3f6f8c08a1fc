import { createSign, type KeyObject } from 'node:crypto'
import type { ServerResponse } from 'node:http'

/** The ways in which the next token reply can be made wrong; each has to be noticed by a careful client. */
export const tamperings = [
  'nonce',
  'issuer',
  'audience',
  'expired',
  'unsigned',
  'signature',
  'not-json',
  'server-error',
] as const
/** See {@link tamperings}. */
export type Tampering = (typeof tamperings)[number]

type Claims = Record<string, unknown>
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const parsePart = (text: string | undefined): Claims => JSON.parse(Buffer.from(text ?? '', 'base64url').toString())

const changed: Partial<Record<Tampering, (claims: Claims) => Claims>> = {
  nonce: (claims) => ({ ...claims, nonce: 'a-nonce-nobody-asked-for' }),
  issuer: (claims) => ({ ...claims, iss: 'https://login.elsewhere.example' }),
  audience: (claims) => ({ ...claims, aud: 'another-client' }),
  expired: (claims) => ({ ...claims, iat: 1_000_000_000, exp: 1_000_000_060 }),
}

function tamperIdToken(idToken: string, how: Tampering, key: KeyObject): string {
  const [header, payload, signature = ''] = idToken.split('.')
  if (how === 'unsigned') return `${part({ ...parsePart(header), alg: 'none' })}.${payload}.`
  if (how === 'signature') return `${header}.${payload}.${[...signature].reverse().join('')}`
  const signed = `${header}.${part(changed[how]?.(parsePart(payload)) ?? parsePart(payload))}`
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`
}

/** Makes one token reply wrong on its way out; replies other than a successful one with an id token pass unchanged. */
export function tamperReply(response: ServerResponse, how: Tampering, key: KeyObject): void {
  const end = response.end.bind(response)
  const finish = (body: string) => {
    response.setHeader('content-length', Buffer.byteLength(body))
    return end(body)
  }
  // Koa hands the whole reply to `end` at once, before any header has left.
  const tamper = (body?: unknown): ServerResponse => {
    const text = typeof body === 'string' || Buffer.isBuffer(body) ? body.toString() : ''
    if (response.statusCode !== 200 || text === '') return finish(text)
    if (how === 'not-json') return finish('<!doctype html><title>Gateway</title>')
    if (how === 'server-error') {
      response.statusCode = 503
      return finish('{"error":"temporarily_unavailable"}')
    }
    const reply: Claims = JSON.parse(text)
    if (typeof reply.id_token !== 'string') return finish(text)
    return finish(JSON.stringify({ ...reply, id_token: tamperIdToken(reply.id_token, how, key) }))
  }
  response.end = tamper
}
