import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Diff } from '../../../shared/model/change.ts'
import type { Json, JsonObject } from '../../../shared/model/json.ts'
import { membersPatch } from '../../../shared/scim/group.ts'
import { createOf, patchOf, putOf } from '../../../shared/scim/patch.ts'
import { readPath } from '../../../shared/scim/path.ts'
import { enterpriseUserUrn, userUrn } from '../../../shared/scim/urn.ts'
import { accepted, patched, patchedGroup } from './scimmy-service.ts'

const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((value) => value.trim() !== '')
const email = fc.nat(9999).map((n) => `p${n}@contoso.test`)
const paths: Record<string, fc.Arbitrary<Json>> = {
  title: text,
  active: fc.boolean(),
  'name.givenName': text,
  'name.familyName': text,
  'emails[type eq "work"].value': email,
  'emails[type eq "home"].value': email,
  'phoneNumbers[type eq "work"].value': fc.nat(99999999).map((n) => `+47 ${n}`),
  'addresses[type eq "work"].locality': text,
  'addresses[type eq "work"].country': fc.constantFrom('NO', 'SE', 'DK'),
  [`${enterpriseUserUrn}:department`]: text,
  [`${enterpriseUserUrn}:employeeNumber`]: text,
  [`${enterpriseUserUrn}:manager.value`]: text,
}
/** What a person's mapping would fill; null where the person has nothing. */
const values = fc.record(
  Object.fromEntries(Object.entries(paths).map(([path, value]) => [path, fc.option(value, { nil: null })])),
)
/** What the account has that nobody maps, and that no change may touch. */
const others = fc.subarray<JsonObject>([
  { phoneNumbers: [{ type: 'fax', value: '+47 1' }] },
  { nickName: 'Nick' },
  { [enterpriseUserUrn]: { costCenter: '4711' } },
])

const diffOf = (before: Record<string, Json>, after: Record<string, Json>): Diff[] =>
  Object.keys(paths)
    .map((path) => ({ path, before: before[path] ?? null, after: after[path] ?? null }))
    .filter((diff) => diff.before !== diff.after)

function accountWith(attributes: Record<string, Json>, extras: readonly JsonObject[]): JsonObject {
  const body = createOf({ userName: 'anna@contoso.test', ...attributes })
  for (const [key, value] of extras.flatMap((extra) => Object.entries(extra))) {
    const own = body[key]
    if (Array.isArray(own) && Array.isArray(value)) own.push(...value)
    else body[key] = typeof value === 'object' ? { ...(own as JsonObject), ...(value as JsonObject) } : value
    if (Array.isArray(value) && !Array.isArray(own)) body[key] = value
  }
  return accepted({ id: '1', ...body })
}

describe('a PATCH made of diffs', () => {
  it('gives exactly the intended account when an independent service applies it, whatever changes', async () => {
    await fc.assert(
      fc.asyncProperty(values, values, others, async (before, after, extras) => {
        const diffs = diffOf(before, after)
        const account = accountWith(before, extras)
        const request = patchOf(diffs, account)
        fc.pre(request.Operations.length > 0)
        const result = await patched(account, request)
        for (const path of Object.keys(paths))
          expect([path, readPath(result, path)]).toEqual([path, after[path] ?? null])
        for (const [key, value] of extras.flatMap((extra) => Object.entries(extra))) {
          if (Array.isArray(value)) expect(result[key]).toEqual(expect.arrayContaining(value))
          else if (typeof value === 'object') expect(result[key]).toMatchObject(value as JsonObject)
          else expect(result[key]).toEqual(value)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('needs nothing but the diffs as long as they cover what they touch', async () => {
    await fc.assert(
      fc.asyncProperty(values, values, async (before, after) => {
        const diffs = diffOf(before, after)
        const request = patchOf(diffs)
        fc.pre(request.Operations.length > 0)
        const untouched = Object.keys(paths).filter((path) => before[path] === after[path])
        const shared = untouched.some((path) => path.startsWith('addresses') && before[path] !== null)
        fc.pre(!shared)
        const result = await patched(accountWith(before, []), request)
        for (const path of Object.keys(paths))
          expect([path, readPath(result, path)]).toEqual([path, after[path] ?? null])
      }),
      { numRuns: 100 },
    )
  })

  it('adds an absent element as a whole, since a filter that fits nothing has to fail', () => {
    const diffs = [
      { path: 'emails[type eq "work"].value', before: null, after: 'a@x.test' },
      { path: 'emails[type eq "work"].primary', before: null, after: true },
      { path: 'emails[type eq "home"].value', before: null, after: 'b@x.test' },
    ]
    expect(patchOf(diffs).Operations).toEqual([
      {
        op: 'add',
        path: 'emails',
        value: [
          { type: 'work', value: 'a@x.test', primary: true },
          { type: 'home', value: 'b@x.test' },
        ],
      },
    ])
  })

  it('changes an element that is there in place', () => {
    const account = { emails: [{ type: 'work', value: 'a@x.test', display: 'A' }] }
    const diffs = [{ path: 'emails[type eq "work"].value', before: 'a@x.test', after: 'b@x.test' }]
    expect(patchOf(diffs, account).Operations).toEqual([
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'b@x.test' },
    ])
  })

  it('replaces the whole attribute where a filter fits two elements, so that only one of them changes', async () => {
    const account = accepted({
      id: '1',
      userName: 'a',
      emails: [
        { type: 'work', value: 'a@x.test' },
        { type: 'work', value: 'b@x.test', primary: true },
      ],
    })
    const diffs = [{ path: 'emails[type eq "work"].value', before: 'b@x.test', after: 'c@x.test' }]
    const result = await patched(account, patchOf(diffs, account))
    expect(result.emails).toEqual([
      { type: 'work', value: 'a@x.test' },
      { type: 'work', value: 'c@x.test', primary: true },
    ])
  })

  it('never removes a family name together with a given name', () => {
    const diffs = [{ path: 'name.givenName', before: 'Anna', after: null }]
    expect(patchOf(diffs).Operations).toEqual([{ op: 'remove', path: 'name.givenName' }])
    expect(patchOf(diffs, { name: { givenName: 'Anna' } }).Operations).toEqual([
      { op: 'remove', path: 'name.givenName' },
    ])
  })

  it('takes a diff between two complex values apart, so that what is gone is removed', () => {
    const diffs = [{ path: 'name', before: { givenName: 'A', familyName: 'B' }, after: { givenName: 'C' } }]
    expect(patchOf(diffs).Operations).toEqual([
      { op: 'replace', path: 'name.givenName', value: 'C' },
      { op: 'remove', path: 'name.familyName' },
    ])
  })

  it('has nothing to send where what should go is not there', () => {
    expect(patchOf([{ path: 'title', before: 'x', after: null }], { id: '1' }).Operations).toEqual([])
  })
})

describe('a PUT made of diffs', () => {
  it('is the resource with the diffs applied, without what the service alone may write', () => {
    const resource = {
      schemas: [userUrn],
      id: '1',
      userName: 'anna',
      meta: { version: 'W/"3"' },
      groups: [{ value: 'g' }],
      'urn:example:2.0:User': { badge: 7 },
      [enterpriseUserUrn]: { manager: { value: '7', displayName: 'Bo', $ref: '../Users/7' }, costCenter: 'x' },
    }
    const put = putOf(resource, [
      { path: `${enterpriseUserUrn}:manager.value`, before: '7', after: '8' },
      { path: 'active', before: true, after: false },
    ])
    expect(put).toEqual({
      schemas: [userUrn, 'urn:example:2.0:User', enterpriseUserUrn],
      id: '1',
      userName: 'anna',
      active: false,
      'urn:example:2.0:User': { badge: 7 },
      [enterpriseUserUrn]: { manager: { value: '8' }, costCenter: 'x' },
    })
  })

  it('agrees with the PATCH of the same diffs on every attribute', async () => {
    await fc.assert(
      fc.asyncProperty(values, values, others, async (before, after, extras) => {
        const diffs = diffOf(before, after)
        const account = accountWith(before, extras)
        const put = accepted(putOf(account, diffs))
        for (const path of Object.keys(paths)) expect([path, readPath(put, path)]).toEqual([path, after[path] ?? null])
      }),
      { numRuns: 100 },
    )
  })
})

describe('a create made of attributes', () => {
  it('lists the extensions it uses, and is a valid User to an independent service', () => {
    const body = createOf({
      userName: 'anna@contoso.test',
      'emails[type eq "work"].value': 'anna@contoso.test',
      'emails[type eq "work"].primary': true,
      title: null,
      [`${enterpriseUserUrn}:department`]: 'Finance',
    })
    expect(body).toEqual({
      schemas: [userUrn, enterpriseUserUrn],
      userName: 'anna@contoso.test',
      emails: [{ type: 'work', value: 'anna@contoso.test', primary: true }],
      [enterpriseUserUrn]: { department: 'Finance' },
    })
    expect(accepted(body)).toMatchObject(body)
  })
})

describe('the PATCH of a group’s members', () => {
  it('adds and removes who is named and leaves everybody else', async () => {
    const group: JsonObject = {
      id: 'g',
      displayName: 'Sales',
      members: ['m1', 'm2', 'm3'].map((value) => ({ value })),
    }
    const patched = await patchedGroup(group, membersPatch(['n1', 'n"2'], ['m1', 'm3']))
    expect((patched.members as JsonObject[]).map(({ value }) => value)).toEqual(['m2', 'n1', 'n"2'])
  })

  it('has nothing to do when nobody comes or goes', () => {
    expect(membersPatch([], []).Operations).toEqual([])
  })
})
