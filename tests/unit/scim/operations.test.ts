import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { errorCodes, MusterError } from '../../../shared/errors.ts'
import type { ScimSettings } from '../../../shared/model/connection.ts'
import { eq } from '../../../shared/scim/filter.ts'
import { operations } from '../../../shared/scim/operations.ts'
import { idOfLocation, shownPath, urlOf } from '../../../shared/scim/urls.ts'
import { errorUrn } from '../../../shared/scim/urn.ts'

const token = '3f2a9c1e-77aa-4b5e-9d1c-0c5d2b8ef7f4'
const settings: ScimSettings = { baseUrl: 'https://scim.onk2.com/', path: '/tokens/{token}/scim/v2', lowerCase: false }

describe('addresses', () => {
  it.each([
    [{}, `https://scim.onk2.com/tokens/${token}/scim/v2/Users/42`],
    [{ lowerCase: true }, `https://scim.onk2.com/tokens/${token}/scim/v2/users/42`],
    [{ path: '/tokens/{token}' as const }, `https://scim.onk2.com/tokens/${token}/Users/42`],
    [
      { baseUrl: 'http://user@127.0.0.1:8080/a/b//?x=1#y' },
      `http://127.0.0.1:8080/a/b/tokens/${token}/scim/v2/Users/42`,
    ],
  ])('follow the connection’s settings %j', (change, url) => {
    expect(urlOf({ ...settings, ...change }, token, operations.getUser.path({ id: '42' }))).toBe(url)
  })

  it('have no path token beside the tenants', () => {
    const path = operations.readConfig.path({ place: 'root' })
    expect(urlOf(settings, token, path)).toBe('https://scim.onk2.com/scim/v2/ServiceProviderConfig')
    expect(urlOf(settings, token, operations.readConfig.path({ place: 'tenant' }))).toContain(token)
  })

  it('keep an id one part of the path, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (id) => {
        fc.pre(id !== '.' && id !== '..' && id.isWellFormed())
        const url = new URL(urlOf({ ...settings, lowerCase: true }, token, operations.getUser.path({ id })))
        const parts = url.pathname.split('/')
        expect(parts.slice(1, -1)).toEqual(['tokens', token, 'scim', 'v2', 'users'])
        expect(decodeURIComponent(parts.at(-1) ?? '')).toBe(id)
        expect(url.search + url.hash).toBe('')
        expect(idOfLocation(url.href)).toBe(id)
      }),
    )
  })

  it.each(['', '.', '..', '\ud800'])('refuse the id %j, which would lead elsewhere', (id) => {
    expect(() => urlOf(settings, token, operations.deleteUser.path({ id }))).toThrow(MusterError)
  })

  it('show only the last four characters of the path token', () => {
    const shown = shownPath(settings, token, operations.findUser.path({ attribute: 'userName', value: 'a b' }))
    expect(shown).toBe('/tokens/••••f7f4/scim/v2/Users?filter=userName%20eq%20%22a%20b%22')
  })

  it.each([
    ['https://x/tokens/t/scim/v2/Users/a%2Fb', 'a/b'],
    ['/users/7/', '7'],
    ['Users', null],
    [null, null],
    ['https://x/Users/%E0%A4%A', '%E0%A4%A'],
  ])('give the id in the Location %j', (location, id) => {
    expect(idOfLocation(location)).toBe(id)
  })
})

describe('a filter', () => {
  it('can’t be ended early by what is looked for', () => {
    expect(eq('userName', 'a" or userName pr or "\\')).toBe('userName eq "a\\" or userName pr or \\"\\\\"')
  })

  it('refuses anything but an attribute name', () => {
    expect(() => eq('userName pr or x', 'a')).toThrow(MusterError)
  })
})

describe.each(Object.entries(operations))('operation %s', (name, operation) => {
  it('names itself and means something by each status', () => {
    expect(operation.label).toMatch(/^[A-Z][a-z ]+/)
    expect(operation.success.every((status) => status >= 200 && status < 300)).toBe(true)
    for (const failure of operation.failures) {
      expect(errorCodes).toContain(failure.code)
      expect(operation.success).not.toContain(failure.status)
    }
  })

  it('is a risk exactly when it writes', () => {
    expect(operation.risk === 'none').toBe(operation.method === 'GET')
    expect(operation.risk === 'delete').toBe(operation.method === 'DELETE')
    expect(operation.risk === 'deactivate').toBe(name.startsWith('deactivate'))
  })
})

describe('the reply to a write', () => {
  const { createUser, patchUser, deleteUser, getUser } = operations
  const input = { id: '7', diffs: [], resource: null }

  it('is the account, with the id from the Location where the body has none', () => {
    const reply = { body: { userName: 'anna' }, location: 'https://x/Users/a%2Fb' }
    expect(createUser.read(reply, { attributes: {} })).toMatchObject({
      id: 'a/b',
      resource: { id: 'a/b', userName: 'anna' },
    })
  })

  it('may be empty', () => {
    expect(createUser.read({ body: null, location: '/Users/9' }, { attributes: {} })).toEqual({
      id: '9',
      resource: null,
    })
    expect(createUser.read({ body: null, location: null }, { attributes: {} })).toEqual({ id: null, resource: null })
    expect(patchUser.read({ body: null, location: null }, input)).toEqual({ id: '7', resource: null })
    expect(deleteUser.read({ body: null, location: null }, { id: '7' })).toEqual({ id: '7' })
  })

  it.each([{}, { status: 'ok' }, { id: { x: 1 }, userName: 'anna' }, { id: '7', userName: ['anna'] }])(
    'is not the account when it is %j',
    (body) => {
      expect(patchUser.read({ body, location: '/Users/7' }, input)).toBeNull()
      expect(createUser.read({ body, location: '/Users/7' }, { attributes: {} })).toBeNull()
    },
  )

  it('is not an error that came with a status of success', () => {
    const body = { schemas: [errorUrn], detail: 'No.' }
    expect(patchUser.read({ body, location: null }, input)).toBeNull()
    expect(createUser.read({ body, location: null }, { attributes: {} })).toBeNull()
    expect(getUser.read({ body, location: null }, { id: '7' })).toBeNull()
  })
})
