import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseRedirectUri } from '../../../electron/session/redirect-uri.ts'
import { MusterError } from '../../../shared/errors.ts'
import { identitySchema, scimSettingsSchema, settingsDraftSchema } from '../../../shared/model/connection.ts'
import { readRedirectAddress, readServiceAddress } from '../../../shared/settings/address.ts'
import { understand } from '../../../shared/settings/understand.ts'

const fieldName = fc.constantFrom(
  'authority',
  'clientId',
  'redirectUri',
  'scope',
  'baseUrl',
  'clientSecret',
  'Client ID',
)
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  fc.constantFrom(
    '"',
    "'",
    ':',
    ',',
    '{',
    '}',
    '\n',
    '\r\n',
    '> ',
    '//',
    '/*',
    '*/',
    '\\"',
    '\\u0022',
    '“',
    '\u200b',
    '[',
    ']',
  ),
  fieldName,
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.uuid(),
)

it('throws nothing but its own errors, and what it gives fits the schemas', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      try {
        const understood = understand(text)
        const { fields, shown, grant, complete, suggestedName, identity, scim } = understood
        const draft = { id: crypto.randomUUID(), fields, shown, grant, complete, suggestedName, tokenStored: null }
        expect(settingsDraftSchema.safeParse(draft).success).toBe(true)
        if (complete) {
          expect(identitySchema.safeParse(identity).success).toBe(true)
          expect(scimSettingsSchema.safeParse(scim).success).toBe(true)
        }
      } catch (error) {
        if (!(error instanceof MusterError)) throw error
        expect(error.code).toMatch(/^settings-/)
      }
    }),
    { numRuns: 2_000 },
  )
})

const secret = fc.oneof(
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  fc.stringMatching(/^[\w~.-]{12,60}$/),
)
const quoted = (quote: string, name: string, value: string) => `${quote}${name}${quote}: ${quote}${value}${quote}`

it('never gives the token or a client secret away, wherever in a document they stand', () => {
  fc.assert(
    fc.property(
      secret,
      secret,
      fc.array(piece, { maxLength: 8 }),
      fc.constantFrom('"', "'"),
      fc.constantFrom('', '> ', '// ', '\u00a0', '* '),
      (token, clientSecret, noise, quote, prefix) => {
        fc.pre(!token.toLowerCase().includes(clientSecret.toLowerCase()) && !/^[-.~_]+$/.test(token + clientSecret))
        const text = [
          quoted('"', 'clientId', 'idt.scim'),
          noise.join(''),
          `${prefix}${quoted(quote, 'token', token)},`,
          `${prefix}${quoted(quote, 'clientSecret', clientSecret)}`,
          `see https://scim.onk2.com/tokens/${token}/scim/v2`,
        ].join('\n')
        const { fields, shown, suggestedName } = understand(text)
        const out = JSON.stringify([fields, shown, suggestedName]).toLowerCase()
        expect(out).not.toContain(token.toLowerCase())
        expect(out).not.toContain(clientSecret.toLowerCase())
      },
    ),
    { numRuns: 2_000 },
  )
})

it('takes time in proportion to the text', () => {
  const hostile = [
    '"token": "',
    '"',
    '//',
    '/*',
    '> ',
    'token:\n',
    '[',
    '{',
    '\\u0022',
    'client:token = ',
    'https://a@',
    '<https:',
  ]
  const texts = hostile.map((part) => part.repeat(Math.floor(49_000 / part.length)))
  const many = (line: (each: number) => string) => Array.from({ length: 1_800 }, (_, each) => line(each)).join('\n')
  texts.push(many((each) => `"token": "${String(each).padStart(12, 't')}"`))
  texts.push(many((each) => `// "token": "${String(each).padStart(9, 't')}"`))
  for (const text of texts) {
    const began = performance.now()
    understand(`"clientId": "x"\n${text}`)
    expect(performance.now() - began, text.slice(0, 20)).toBeLessThan(3_000)
  }
})

it('accepts no redirect address that signing in would refuse', () => {
  const host = fc.constantFrom('127.0.0.1', 'localhost', '[::1]', 'LOCALHOST', '127.0.0.2', 'evil.example', '[::2]')
  const address = fc.tuple(
    fc.constantFrom('http', 'https', 'HTTP'),
    host,
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  fc.assert(
    fc.property(address, ([scheme, name, rest]) => {
      const text = `${scheme}://${name}${rest}`
      if (!('refused' in readRedirectAddress(text))) expect(() => parseRedirectUri(text)).not.toThrow()
    }),
    { numRuns: 2_000 },
  )
})

it('accepts a service address only where every URL parser goes to the same host, over TLS or on this computer', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl({ validSchemes: ['http', 'https'] }),
        fc.string().map((rest) => `https://${rest}`),
      ),
      (text) => {
        const address = readServiceAddress(text)
        if ('refused' in address) return
        const url = new URL(text)
        expect(url.username + url.password + url.hash + url.search).toBe('')
        expect(url.protocol === 'https:' || /^(?:127\.|localhost$|\[::1\]$)/.test(url.hostname)).toBe(true)
        if (/^[a-z.-]+$/i.test(address.host)) expect(url.hostname).toBe(address.host.toLowerCase())
      },
    ),
    { numRuns: 2_000 },
  )
})
