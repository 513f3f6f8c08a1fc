import { describe, expect, it } from 'vitest'
import { bulkOperationText, bulkRequestText, readBulkResponse } from '../../../shared/scim/bulk.ts'
import { bulkRequestUrn } from '../../../shared/scim/urn.ts'

const create = { method: 'POST', path: '/Users', bulkId: '1', version: null, data: '{"userName":"anna"}' }
const change = { method: 'PATCH', path: '/Users/42', bulkId: '2', version: 'W/"3"', data: '{"Operations":[]}' }
const remove = { method: 'DELETE', path: '/Users/a%2Fb%40c', bulkId: '3', version: null, data: null }

describe('a Bulk request', () => {
  it('holds each operation with its path, its condition and its body, and lets none stop the others', () => {
    expect(JSON.parse(bulkRequestText([create, change, remove].map(bulkOperationText)))).toEqual({
      schemas: [bulkRequestUrn],
      Operations: [
        { method: 'POST', path: '/Users', bulkId: '1', data: { userName: 'anna' } },
        { method: 'PATCH', path: '/Users/42', bulkId: '2', version: 'W/"3"', data: { Operations: [] } },
        { method: 'DELETE', path: '/Users/a%2Fb%40c', bulkId: '3' },
      ],
    })
  })
})

describe('a Bulk reply', () => {
  const read = (...Operations: object[]) => readBulkResponse(JSON.parse(JSON.stringify({ Operations })))

  it('is told by bulkId, in whatever order', () => {
    const reply = read(
      { bulkId: '2', method: 'PATCH', status: '412', response: { detail: 'Changed.' } },
      { bulkId: '1', method: 'POST', status: '201', location: 'https://x.test/Users/7', version: 'W/"1"' },
    )
    expect(reply?.count).toBe(2)
    expect(reply?.of(create)).toMatchObject({ status: 201, location: 'https://x.test/Users/7', version: 'W/"1"' })
    expect(reply?.of(change)).toMatchObject({ status: 412, location: null, response: { detail: 'Changed.' } })
    expect(reply?.of(remove)).toBeNull()
  })

  it.each([
    ['a text', '200', 200],
    ['a number', 204, 204],
    ['an object', { code: '409' }, 409],
    ['a text that is no status', 'OK', null],
    ['a number that is no status', 0, null],
    ['a fraction', 200.5, null],
    ['a list', ['200'], null],
    ['nothing', undefined, null],
  ])('has a status that may be %s', (_what, status, expected) => {
    expect(read({ bulkId: '1', status })?.of(create)?.status).toBe(expected)
  })

  it('takes names without regard to case, a numeric bulkId, and no method', () => {
    expect(read({ BulkID: 1, Status: '201' })?.of(create)?.status).toBe(201)
  })

  it('is told by the resource where a change has no bulkId', () => {
    const reply = read(
      { method: 'DELETE', location: 'https://x.test/tokens/t/scim/v2/users/a%2Fb%40c', status: '204' },
      { method: 'patch', location: '/scim/v2/Users/42/', status: '200' },
    )
    expect([reply?.of(change)?.status, reply?.of(remove)?.status]).toEqual([200, 204])
    expect(reply?.of({ ...change, path: '/Groups/42' })).toBeNull()
  })

  it('says nothing for certain of a change that it names twice, by another method, or not at all', () => {
    expect(read({ bulkId: '1', status: '201' }, { bulkId: '1', status: '409' })?.of(create)).toBeNull()
    expect(read({ bulkId: '2', method: 'DELETE', status: '204' })?.of(change)).toBeNull()
    expect(read({ method: 'POST', status: '201', location: '/Users/9' })?.of(create)).toBeNull()
    expect(read({ status: '200' })?.of(change)).toBeNull()
  })

  it.each([
    [null],
    ['done'],
    [[{ bulkId: '1', status: '201' }]],
    [{}],
    [{ Operations: 'all' }],
    [{ Operations: { bulkId: '1' } }],
  ])('%j is none', (body) => {
    expect(readBulkResponse(body)).toBeNull()
  })

  it('passes over entries that are no objects', () => {
    expect(readBulkResponse({ Operations: [null, 7, 'x', { bulkId: '1', status: '201' }] })?.count).toBe(1)
  })
})
