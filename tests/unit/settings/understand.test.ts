import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MusterError } from '../../../shared/errors.ts'
import type { UnderstoodField } from '../../../shared/model/connection.ts'
import { understand } from '../../../shared/settings/understand.ts'

const sample = (name: string) => readFileSync(join(import.meta.dirname, '../../support/samples', name), 'utf8')

const token = '9d2f6c1e-0b7a-4f53-8c1d-2a6e5b90c7f4'
const masked = '••••••••-••••-••••-••••-••••••••c7f4'
const authority = 'https://login.onk2.com/42705858-ccff-40ae-bd24-307b4d49aa03'
const clientId = 'idt.scim.3f1c0f7e'
const scope = 'openid profile https://scim.onk2.com/write offline_access'
const intact = sample('nintex-help-page.json')
const mailed = sample('nintex-as-mailed.txt')

/** The usual answer about a field of the samples that needed no help. */
const asGiven: Readonly<Partial<Record<UnderstoodField['field'], string>>> = {
  authority,
  clientId,
  redirectUri: 'http://127.0.0.1:5678/callback',
  scope,
  baseUrl: 'https://scim.onk2.com',
  token: '••••c7f4',
}
const given = (field: UnderstoodField['field']): UnderstoodField => ({
  field,
  status: 'given',
  value: asGiven[field] ?? null,
  note: null,
})
const completed = (field: UnderstoodField['field'], value: string, note: string): UnderstoodField => ({
  field,
  status: 'completed',
  value,
  note,
})
const fieldOf = (text: string, field: UnderstoodField['field']) =>
  understand(text).fields.find((one) => one.field === field)

describe('the three shapes that Nintex’s settings come in', () => {
  it('takes the help page’s as it stands', () => {
    const { fields, shown, ...rest } = understand(intact)
    expect(fields).toEqual([
      given('authority'),
      given('clientId'),
      given('redirectUri'),
      given('scope'),
      given('baseUrl'),
      given('token'),
    ])
    expect(shown).toBe(intact.replace(token, masked))
    expect(rest).toEqual({
      suggestedName: 'K2 Cloud 42705858',
      complete: true,
      grant: 'authorization-code',
      clientSecret: null,
      identity: {
        grant: 'authorization-code',
        authority,
        clientId,
        redirectUri: 'http://127.0.0.1:5678/callback',
        scopes: ['openid', 'profile', 'https://scim.onk2.com/write', 'offline_access'],
      },
      scim: { baseUrl: 'https://scim.onk2.com', path: '/tokens/{token}/scim/v2', lowerCase: false },
      token,
      secrets: [token],
    })
  })

  it('completes the public sample’s: no redirect address, a tenant id in upper case, a slash at the end', () => {
    const { fields, complete, identity, scim } = understand(sample('nintex-sample-appsettings.json'))
    expect(fields).toEqual([
      completed('authority', authority, 'The tenant id was put in lower case, as K2 writes it'),
      given('clientId'),
      completed('redirectUri', 'http://127.0.0.1:5678', 'Not given: the address of Nintex’s own sample was added'),
      given('scope'),
      given('baseUrl'),
      given('token'),
    ])
    expect({ complete, authority: identity?.authority, baseUrl: scim?.baseUrl }).toEqual({
      complete: true,
      authority,
      baseUrl: 'https://scim.onk2.com',
    })
  })

  it('repairs the one that was copied into a mail', () => {
    const { fields, shown, complete, identity } = understand(mailed)
    expect(fields).toEqual([
      completed('authority', authority, 'A bare tenant id: the K2 address was added'),
      given('clientId'),
      { field: 'redirectUri', status: 'given', value: 'http://127.0.0.1:5678', note: null },
      completed(
        'scope',
        'openid profile offline_access https://scim.onk2.com/write',
        'The SCIM scope was missing and was added',
      ),
      completed('baseUrl', 'https://scim.onk2.com', 'Empty: the K2 Cloud address was added'),
      given('token'),
    ])
    expect(shown).toBe(mailed.replace(token, masked))
    expect(complete).toBe(true)
    expect(identity).toMatchObject({ redirectUri: 'http://127.0.0.1:5678' })
  })
})

/** Ways the same document arrives; every one of them means the same as the intact one. */
const arrivals: Record<string, string> = {
  'with a byte order mark and CRLF': `\ufeff${intact.replaceAll('\n', '\r\n')}`,
  'with comments and trailing commas': intact
    .replace('"client": {', '// from Nintex, see https://help.nintex.com\n"client": { /* identity */')
    .replace('offline_access"', 'offline_access", // all four'),
  'with typographic quotes': intact.replace(/"([^"\n]*)"/g, '“$1”'),
  'with low and high quotes': intact.replace(/"([^"\n]*)"/g, '„$1“'),
  'with single quotes': intact.replaceAll('"', "'"),
  'with non-breaking spaces': intact.replaceAll(' ', '\u00a0'),
  'with zero-width characters in the middle of words': intact
    .replace('9d2f', '9d\u200b2f')
    .replace('idt.', 'idt\u2060.'),
  'with long dashes': intact.replaceAll('-', '–').replaceAll('help–page', 'help-page'),
  'quoted in a mail': intact.replace(/^/gm, '> '),
  'quoted twice in a mail': intact.replace(/^/gm, '> > '),
  'wrapped in prose': `Hello Ann,\n\nhere are the settings: keep the token secret.\n\n${intact}\n\nKind regards\nthe K2 team`,
  'without braces': intact.replace(/[{}]/g, ''),
  'without commas': intact.replaceAll(',', ''),
  'without the closing quotes': intact.replace(/",?$/gm, ','),
  'on one line': intact.replaceAll('\n', ' '),
  'with names in other letter case': intact.replace(/"(\w+)":/g, (_, name: string) => `"${name.toUpperCase()}":`),
  'with names in snake case': intact
    .replace('clientId', 'client_id')
    .replace('redirectUri', 'redirect_uri')
    .replace('baseUrl', 'base_url'),
  'as a JSON string': JSON.stringify(intact),
  'as HTML text': intact.replaceAll('"', '&quot;'),
  'as a list without quotes': [
    `Authority: ${authority}`,
    `Client ID: ${clientId}`,
    'Redirect URI: http://127.0.0.1:5678/callback',
    `Scope: ${scope}`,
    'Base URL: https://scim.onk2.com',
    `Token: ${token}`,
  ].join('\n'),
  'as .NET’s flat keys': [
    `client:authority = ${authority}`,
    `client:clientId = ${clientId}`,
    'client:redirectUri = http://127.0.0.1:5678/callback',
    `client:scope = ${scope}`,
    'scim:baseUrl = https://scim.onk2.com',
    `scim:token = ${token}`,
  ].join('\n'),
  'with addresses as Outlook writes links': intact.replace(
    `"${authority}"`,
    `"${authority}<https://safelinks.example/?url=x>"`,
  ),
  'with addresses in angle brackets': intact.replace(`"${authority}"`, `"<${authority}>"`),
  'with long lines wrapped by a mail program': intact.replace(
    'openid profile https://scim.onk2.com/write offline_access',
    'openid profile\n    https://scim.onk2.com/write offline_access',
  ),
  'with a wrapped token': intact.replace(token, '9d2f6c1e-0b7a-4f53-\n> 8c1d-2a6e5b90c7f4'),
  'with the scopes as a list': intact.replace(`"${scope}"`, JSON.stringify(scope.split(' '))),
  'with an old value in a comment': intact.replace(
    '"scim": {',
    '// "token": "00000000-aaaa-4bbb-8ccc-dddddddddddd"\n"scim": {',
  ),
  'with the same document twice': `${intact}\n\n-- \nquoted:\n${intact}`,
}

describe('however the document was copied', () => {
  it.each(Object.entries(arrivals))('%s, it means the same', (_, text) => {
    const understood = understand(text)
    expect(understood.fields).toEqual(understand(intact).fields)
    expect(understood.token).toBe(token)
    expect(understood.identity).toEqual(understand(intact).identity)
    expect(understood.shown).not.toContain(token)
    expect(understood.shown).not.toMatch(/9d2f|2a6e5b90/)
  })

  it('keeps everything but the token as it was, for the admin to edit', () => {
    const text = `Dear Ann,\r\n> “token”: “${token}”\r\n\tthanks\ufeff`
    expect(understand(text).shown).toBe(`Dear Ann,\r\n> “token”: “${masked}”\r\n\tthanks\ufeff`)
  })
})

const withField = (name: string, value: string) => intact.replace(new RegExp(`("${name}": ")[^"]*`), `$1${value}`)

describe('what is completed says what and why', () => {
  const cases: [name: UnderstoodField['field'], value: string, becomes: string, note: string][] = [
    ['authority', '{42705858-CCFF-40AE-BD24-307B4D49AA03}', authority, 'A bare tenant id: the K2 address was added'],
    ['authority', authority.replace('https://', ''), authority, 'https:// was added'],
    ['authority', `${authority}/`, authority, 'The slash at its end was removed'],
    [
      'authority',
      'https://id.example/t/.well-known/openid-configuration',
      'https://id.example/t',
      'The address of its discovery page was shortened',
    ],
    ['redirectUri', '', 'http://127.0.0.1:5678', 'Not given: the address of Nintex’s own sample was added'],
    ['redirectUri', 'localhost:5678/cb', 'http://localhost:5678/cb', 'http:// was added'],
    [
      'scope',
      'https://scim.onk2.com/write',
      'https://scim.onk2.com/write openid profile offline_access',
      'openid, profile, and offline_access were missing and were added',
    ],
    [
      'scope',
      '',
      'openid profile offline_access https://scim.onk2.com/write',
      'Not given: the scopes that K2 asks for were added',
    ],
    [
      'scope',
      'openid profile https://scim.onk2.com/write',
      'openid profile https://scim.onk2.com/write offline_access',
      'offline_access was missing and was added: without it you would sign in every hour',
    ],
    ['baseUrl', 'scim.onk2.com', 'https://scim.onk2.com', 'https:// was added'],
    [
      'baseUrl',
      'https://scim.onk2.com/scim/v2/',
      'https://scim.onk2.com',
      '/scim/v2 at its end was removed; Muster adds it',
    ],
    [
      'baseUrl',
      `https://scim.onk2.com/tokens/${token}/scim/v2/Users`,
      'https://scim.onk2.com',
      'A whole SCIM address: it was shortened to the service',
    ],
  ]
  it.each(cases)('%s “%s” becomes %s', (field, value, becomes, note) => {
    expect(fieldOf(withField(field, value), field)).toEqual(completed(field, becomes, note))
  })

  it('takes the token and the layout from a whole SCIM address', () => {
    const {
      scim,
      token: found,
      complete,
      shown,
    } = understand(withField('token', '').replace('https://scim.onk2.com"', `https://scim.onk2.com/tokens/${token}"`))
    expect({ scim, found, complete }).toEqual({
      scim: { baseUrl: 'https://scim.onk2.com', path: '/tokens/{token}', lowerCase: false },
      found: token,
      complete: true,
    })
    expect(shown).not.toContain(token)
  })

  it('leaves another provider’s address, scopes and trailing slash alone', () => {
    const text = withField('authority', 'http://127.0.0.1:4000/').replace(
      scope,
      'openid profile offline_access api/write',
    )
    expect(fieldOf(text, 'authority')?.value).toBe('http://127.0.0.1:4000/')
    expect(fieldOf(text, 'scope')).toEqual({
      field: 'scope',
      status: 'given',
      value: 'openid profile offline_access api/write',
      note: null,
    })
  })
})

describe('what can’t be used names the reason', () => {
  const cases: [field: UnderstoodField['field'], value: string, reason: RegExp][] = [
    ['authority', 'http://login.onk2.com/42705858-ccff-40ae-bd24-307b4d49aa03', /not encrypted/],
    ['authority', 'https://login.onk2.com@evil.example/x', /user name/],
    ['authority', 'https://login.onk2.com/#x', /after #/],
    ['authority', 'https://login.onk2.com/?tenant=1', /after \?/],
    ['authority', 'https://login.onk2.com/{TENANT_GUID}', /characters that no address has/],
    ['authority', '{TENANT_GUID}', /placeholder/],
    ['authority', 'javascript://login.onk2.com/%0aalert(1)', /only https/],
    ['authority', 'https://', /not a complete address/],
    ['authority', 'https://login.onk2.com:99999/x', /not a complete address/],
    ['clientId', 'two words', /blanks/],
    ['clientId', '<client id>', /placeholder/],
    ['redirectUri', 'https://127.0.0.1:5678', /has to begin with http/],
    ['redirectUri', 'http://192.168.1.10:5678', /does not lead to this computer/],
    ['redirectUri', 'http://127.0.0.1.evil.example:5678', /does not lead to this computer/],
    ['redirectUri', 'http://127.0.0.1:5678@evil.example', /not a complete address|user name/],
    ['redirectUri', 'http://user:pw@127.0.0.1:5678', /user name/],
    ['redirectUri', 'http://127.0.0.1:5678/#f', /after #/],
    ['redirectUri', 'myapp://callback', /only https/],
    ['scope', 'openid pröfile', /“pröfile” is not a scope/],
    ['baseUrl', 'http://scim.onk2.com', /not encrypted/],
    ['baseUrl', 'https://user@scim.onk2.com', /user name/],
    ['baseUrl', 'https://scim.onk2.com?x=1', /after \?/],
    ['baseUrl', 'ftp://scim.onk2.com', /only https/],
    ['token', '9d2f6c1e-0b7a-4f53-8c1d-2a6e5b90', /32 characters where an id has 36/],
    ['token', 'short', /at least 8/],
    ['token', 'a/../../b/secret', /letters, digits and dashes/],
    ['token', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx', /placeholder/],
    ['token', masked, /hidden by dots/],
    ['token', '42705858-ccff-40ae-bd24-307b4d49aa03', /it is the tenant id/],
  ]
  it.each(cases)('%s “%s”', (field, value, reason) => {
    const understood = understand(withField(field, value))
    const judged = understood.fields.find((one) => one.field === field)
    expect(judged?.status).toBe('invalid')
    expect(judged?.note).toMatch(reason)
    expect(understood.complete).toBe(false)
  })

  it.each(['authority', 'clientId', 'token'] as const)('%s is missing when it is not there', (field) => {
    const text = intact.replace(new RegExp(`.*"${field}".*\n`), '')
    const understood = understand(text)
    expect(understood.fields.find((one) => one.field === field)).toEqual({
      field,
      status: 'missing',
      value: null,
      note: expect.stringContaining('has to come from Nintex'),
    })
    expect(understood.complete).toBe(false)
  })

  it('refuses two documents at once instead of mixing them', () => {
    const other = intact.replaceAll(token, '11111111-2222-4333-8444-555555555555').replace('3f1c0f7e', '99999999')
    const { fields, complete, shown } = understand(`${intact}\n${other}`)
    const twice = fields.filter(({ status }) => status === 'invalid')
    expect(twice.map(({ field, note }) => [field, note])).toEqual([
      ['clientId', 'Can’t be used: it is there twice with different values; paste one document at a time'],
      ['token', 'Can’t be used: it is there twice with different values; paste one document at a time'],
    ])
    expect(twice[1]?.value).toBeNull()
    expect(complete).toBe(false)
    expect(shown).not.toMatch(/9d2f|11111111|555555555555/)
  })

  it('refuses a SCIM address that holds another token', () => {
    const other = '11111111-2222-4333-8444-555555555555'
    const understood = understand(withField('baseUrl', `https://scim.onk2.com/tokens/${other}/scim/v2`))
    expect(understood.fields.at(-1)).toMatchObject({
      status: 'invalid',
      note: expect.stringContaining('another token'),
    })
    expect(understood.shown).not.toContain(other)
  })
})

describe('secrets', () => {
  it('keeps the held token for a text that shows it as dots, and reads a new one', () => {
    const shown = understand(intact).shown
    expect(understand(shown, token)).toMatchObject({ token, complete: true, shown })
    expect(understand(shown.replace('idt.scim.3f1c0f7e', 'other'), token).identity?.clientId).toBe('other')
    const other = '11111111-2222-4333-8444-555555555555'
    expect(understand(shown.replace(masked, other), token)).toMatchObject({ token: other, complete: true })
    expect(understand(shown, other).token).toBeNull()
    expect(understand(shown, null).token).toBeNull()
  })

  it('says that a client secret is not used where the admin signs in, and never shows it', () => {
    const secret = 'Hunter2!very-long~secret'
    const text = `${intact.replace('"scope"', `"clientSecret": "${secret}",\n    "scope"`)}\nagain: Hunter2!very\u2011long~se\u200bcret`
    const understood = understand(text)
    expect(understood.complete).toBe(true)
    expect(understood.fields[1]).toEqual({
      field: 'clientId',
      status: 'given',
      value: clientId,
      note: expect.stringContaining('you sign in yourself'),
    })
    expect(understood.shown).toContain('"clientSecret": "••••••••"')
    expect(JSON.stringify({ ...understood, secrets: [] })).not.toContain(secret)
    expect(understood.shown.split('again: ')[1]).toBe('••••••••')
    expect(understood.secrets).toContain(secret)
  })

  it('hides the token wherever else it stands, and every id that may be one', () => {
    const old = '00000000-aaaa-4bbb-8ccc-dddddddddddd'
    const text = `Call https://scim.onk2.com/tokens/${token.toUpperCase()}/scim/v2 for ${clientId}\n// "token": "${old}"\n${intact}`
    const { shown } = understand(`${text}\nalso ${token.replace('-', '\u200b-').replace('c7', 'c\u00ad7')}`)
    expect(shown.toLowerCase()).not.toContain(token)
    expect(shown).not.toContain(token.slice(0, 8))
    expect(shown).not.toContain(old)
    expect(shown).toContain('42705858-ccff-40ae-bd24-307b4d49aa03')
    expect(shown).toContain(clientId)
  })
})

describe('what is no settings document', () => {
  it.each(['', '  \n\t'])('there is nothing in “%s”', (text) => {
    expect(() => understand(text)).toThrow(expect.objectContaining({ code: 'settings-empty' }))
  })
  it.each([
    'Hello Ann, please keep the token: it is secret.',
    'userPrincipalName,displayName\na@b.example,A',
    '{"name": "muster", "version": 1}',
    'scope: wide',
    token,
    'x'.repeat(300_000),
  ])('%# is not one', (text) => {
    let thrown: unknown
    try {
      understand(text)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(MusterError)
    expect(thrown).toMatchObject({ code: 'settings-unreadable' })
    expect(String(thrown)).not.toContain(token)
  })
})

describe('settings with a client secret', () => {
  const secret = 'Hunter2!very-long~secret'
  const byClient = (scopeLine = '"scope": "https://scim.onk2.com/write"') =>
    `"client": {
      "authority": "${authority}",
      "clientId": "${clientId}",
      "clientSecret": "${secret}"${scopeLine === '' ? '' : `,\n      ${scopeLine}`}
    },
    "scim": { "baseUrl": "https://scim.onk2.com", "token": "${token}" }`

  it('and the SCIM scope alone are for signing in without a person', () => {
    const understood = understand(byClient())
    expect(understood).toMatchObject({
      grant: 'client-credentials',
      complete: true,
      identity: {
        grant: 'client-credentials',
        authority,
        clientId,
        scopes: ['https://scim.onk2.com/write'],
      },
      clientSecret: secret,
      token,
    })
    expect(understood.identity).not.toHaveProperty('redirectUri')
    expect(understood.fields.map(({ field }) => field)).toEqual([
      'authority',
      'clientId',
      'clientSecret',
      'scope',
      'baseUrl',
      'token',
    ])
    expect(understood.fields[2]).toEqual({ field: 'clientSecret', status: 'given', value: '••••••••', note: null })
    expect(JSON.stringify({ ...understood, secrets: [], clientSecret: null })).not.toContain(secret)
  })

  it('and no scope are completed by the SCIM scope alone', () => {
    expect(understand(byClient('')).identity).toMatchObject({
      grant: 'client-credentials',
      scopes: ['https://scim.onk2.com/write'],
    })
  })

  it('keep the secret while the shown text is edited; without it they are an admin’s again', () => {
    const { shown } = understand(byClient())
    const edited = shown.replace(clientId, 'other')
    expect(understand(edited, token, secret)).toMatchObject({ clientSecret: secret, complete: true })
    expect(understand(edited, token, null)).toMatchObject({ clientSecret: null, complete: false })
    expect(understand(edited.replace('••••••••', ''), token, secret)).toMatchObject({
      grant: 'authorization-code',
      clientSecret: null,
    })
  })

  it.each([
    ['<your client secret>', /placeholder/],
    ['two words', /blanks/],
    ['short', /6 to 1,000/],
  ])('are not complete with “%s”', (wrong, note) => {
    const field = fieldOf(byClient().replace(secret, wrong), 'clientSecret')
    expect(field).toMatchObject({ status: 'invalid', value: null, note: expect.stringMatching(note) })
  })
})
