import { describe, expect, it } from 'vitest'
import { scimErrorSchema, serviceProviderConfigSchema } from '../../../shared/scim/messages.ts'
import { groupListSchema, scimUserSchema, userListSchema, versionOf } from '../../../shared/scim/schemas.ts'

describe('reading a user', () => {
  it.each([
    [true, true],
    [false, false],
    ['True', true],
    ['False', false],
    ['false ', false],
    [0, false],
    [null, true],
    [undefined, true],
    [{ odd: 1 }, true],
  ])('takes active %j for %j', (active, expected) => {
    expect(scimUserSchema.parse({ id: '1', userName: 'a', active }).active).toBe(expected)
  })

  it('finds core attributes whatever their case, and leaves extensions as they are', () => {
    const user = scimUserSchema.parse({
      ID: 7,
      USERNAME: 'anna',
      Emails: [{ Value: 'a@x' }],
      'urn:x:User': { Badge: 1 },
    })
    expect(user).toEqual({
      id: '7',
      userName: 'anna',
      active: true,
      emails: [{ Value: 'a@x' }],
      'urn:x:User': { Badge: 1 },
    })
  })

  it('keeps parts of a wrong type, so that a PUT does not lose them', () => {
    const odd = { id: '1', userName: 'a', active: true, name: 'Anna', emails: { value: 'x' }, meta: [] }
    expect(scimUserSchema.parse(odd)).toEqual(odd)
  })

  it.each([[{}], [{ id: '' }], [{ id: null, userName: 'a' }], ['text'], [null], [[]]])(
    'refuses %j, which nobody could address',
    (value) => {
      expect(scimUserSchema.safeParse(value).success).toBe(false)
    },
  )

  it('knows its version for If-Match', () => {
    expect(versionOf({ meta: { version: 'W/"1"' } })).toBe('W/"1"')
    expect(versionOf({ meta: 'x' })).toBeNull()
  })
})

describe('reading a page', () => {
  it('drops an entry that can’t be read, says so, and keeps the rest', () => {
    const page = userListSchema.parse({
      totalResults: '3',
      Resources: [{ id: '1', userName: 'a' }, null, { userName: 'b' }],
    })
    expect(page.resources.map(({ id }) => id)).toEqual(['1'])
    expect(page.notes).toEqual(['Entry 2: Expected a JSON object.', 'Entry 3: A user without an id.'])
    expect(page.totalResults).toBe(3)
  })

  it('takes a missing Resources for an empty page, and a bare array for a page', () => {
    expect(userListSchema.parse({ TotalResults: 0 }).resources).toEqual([])
    expect(userListSchema.parse([{ id: '1', userName: 'a' }])).toMatchObject({
      totalResults: null,
      resources: [{ id: '1' }],
    })
  })

  it.each([[{ id: '1', userName: 'a' }], [{ detail: 'no' }], [{ Resources: 'x' }], ['x'], [null]])(
    'does not take %j for an empty list',
    (body) => {
      expect(userListSchema.safeParse(body).success).toBe(false)
    },
  )

  it('reads members as ids or objects and drops those without an id', () => {
    const page = groupListSchema.parse({
      Resources: [{ id: 'g', members: ['1', { value: 2, display: 'B' }, {}, null] }],
    })
    expect(page.resources[0]).toEqual({
      id: 'g',
      displayName: '',
      members: [{ value: '1' }, { value: '2', display: 'B' }],
    })
  })
})

describe('reading a refusal', () => {
  it.each([
    [
      { detail: 'No.', scimType: 'uniqueness', status: 409 },
      { detail: 'No.', scimType: 'uniqueness' },
    ],
    [
      { Detail: ['One.', 'Two.'], ScimType: 'InvalidValue' },
      { detail: 'One. Two.', scimType: 'invalidvalue' },
    ],
    [{ Errors: [{ description: 'Broken.', code: 4 }] }, { detail: 'Broken.', scimType: null }],
    [{ error: { message: 'Inside.' } }, { detail: 'Inside.', scimType: null }],
    [
      { error_description: 'Odd.', error: 'odd' },
      { detail: 'Odd.', scimType: null },
    ],
    [
      { detail: '', status: '400' },
      { detail: null, scimType: null },
    ],
  ])('finds the words in %j', (body, expected) => {
    expect(scimErrorSchema.parse(body)).toEqual(expected)
  })
})

describe('reading a ServiceProviderConfig', () => {
  it('takes a limit that is no number for none', () => {
    const read = (maxOperations: unknown) =>
      serviceProviderConfigSchema.parse({ bulk: { supported: true, maxOperations } }).bulk.maxOperations
    expect([read({ toString: false }), read([50]), read(true), read('9'), read(7)]).toEqual([0, 0, 0, 9, 7])
  })

  it('keeps what is said apart from what is not', () => {
    expect(
      serviceProviderConfigSchema.parse({ Patch: { Supported: 'true' }, bulk: { supported: true, maxOperations: 50 } }),
    ).toEqual({
      patch: true,
      bulk: { supported: true, maxOperations: 50, maxPayloadSize: 0 },
      filter: { supported: null, maxResults: null },
      etag: null,
      cursor: null,
    })
  })

  it('does not take any JSON for one', () => {
    expect(serviceProviderConfigSchema.safeParse({ hello: 'world' }).success).toBe(false)
  })
})
