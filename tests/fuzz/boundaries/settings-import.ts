import fc from 'fast-check'
import { identitySchema, scimSettingsSchema, settingsDraftSchema } from '../../../shared/model/connection.ts'
import { understand } from '../../../shared/settings/understand.ts'
import { type Boundary, boundary, plainly } from '../boundary.ts'
import { holdsNoSecret, must, orRefused } from '../refusal.ts'

const fieldName = fc.constantFrom(
  'authority',
  'clientId',
  'redirectUri',
  'scope',
  'baseUrl',
  'clientSecret',
  'Client ID',
)
const marks = ['"', "'", ':', ',', '{', '}', '\n', '\r\n', '> ', '//', '/*', '*/', '\\"', '\\u0022', '“', '\u200b']
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  fc.constantFrom(...marks, '[', ']'),
  fieldName,
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.uuid(),
)

const secret = fc.oneof(
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  fc.stringMatching(/^[\w~.-]{12,60}$/),
)
const quoted = (quote: string, name: string, value: string) => `${quote}${name}${quote}: ${quote}${value}${quote}`

/** A document with a path token and a client secret somewhere in it. */
const withSecrets = fc
  .tuple(
    secret,
    secret,
    fc.array(piece, { maxLength: 8 }),
    fc.constantFrom('"', "'"),
    fc.constantFrom('', '> ', '// ', '\u00a0', '* '),
  )
  .filter(([token, other]) => !token.toLowerCase().includes(other.toLowerCase()) && !/^[-.~_]+$/.test(token + other))
  .map(([token, clientSecret, noise, quote, prefix]) => ({
    text: [
      quoted('"', 'clientId', 'idt.scim'),
      noise.join(''),
      `${prefix}${quoted(quote, 'token', token)},`,
      `${prefix}${quoted(quote, 'clientSecret', clientSecret)}`,
      `see https://scim.onk2.com/tokens/${token}/scim/v2`,
    ].join('\n'),
    secrets: [token, clientSecret],
  }))

const anything = fc.array(piece, { maxLength: 30 }).map((all) => ({ text: all.join(''), secrets: [] as string[] }))

/** The document of Nintex, pasted or out of a file: what is understood fits the schemas, and no secret is in what is shown. */
export const settingsImport: Boundary = boundary({
  name: 'settings-import',
  cost: 2,
  inputs: fc.oneof(anything, withSecrets),
  open: plainly(async ({ text, secrets }: { text: string; secrets: readonly string[] }) => {
    const read = await orRefused(() => understand(text), { codes: /^settings-/, secrets })
    if (read === null) return
    const { fields, shown, grant, complete, suggestedName, identity, scim } = read
    holdsNoSecret(JSON.stringify([fields, shown, suggestedName]), secrets)
    const draft = { id: crypto.randomUUID(), fields, shown, grant, complete, suggestedName, tokenStored: null }
    must(settingsDraftSchema.safeParse(draft).success, 'The draft does not fit its schema.')
    if (!complete) return
    must(identitySchema.safeParse(identity).success, 'The identity settings do not fit their schema.')
    must(scimSettingsSchema.safeParse(scim).success, 'The SCIM settings do not fit their schema.')
  }),
})
