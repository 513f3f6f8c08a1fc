import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/model/json.ts'
import { applyPatch } from '../../sandbox/scim/patch.ts'
import { coreUrns, enterpriseUrn } from '../../sandbox/scim/schema.ts'

const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp']
const user: JsonObject = {
  schemas: [coreUrns.User],
  userName: 'ada',
  title: 'Analyst',
  name: { givenName: 'Ada', familyName: 'Byron' },
  emails: [
    { value: 'a@work', type: 'work', primary: true },
    { value: 'a@home', type: 'home' },
  ],
}
const patched = (...operations: JsonObject[]) => applyPatch('User', user, { schemas, Operations: operations })

describe('PATCH (RFC 7644 section 3.5.2)', () => {
  it('sets, replaces and removes simple attributes, whatever the case of names and operations', () => {
    expect(patched({ op: 'Replace', path: 'TITLE', value: 'Head' })).toEqual({ ...user, title: 'Head' })
    expect(patched({ op: 'add', value: { displayName: 'Ada B.', title: 'Head' } })).toMatchObject({
      displayName: 'Ada B.',
      title: 'Head',
    })
    expect(patched({ op: 'remove', path: 'title' })).not.toHaveProperty('title')
    expect(patched({ op: 'replace', path: 'title', value: null })).not.toHaveProperty('title')
  })

  it('reaches sub-attributes and leaves their neighbours alone', () => {
    expect(patched({ op: 'replace', path: 'name.givenName', value: 'A.' }).name).toEqual({
      givenName: 'A.',
      familyName: 'Byron',
    })
    expect(patched({ op: 'replace', path: 'name', value: { givenName: 'A.' } }).name).toEqual({
      givenName: 'A.',
      familyName: 'Byron',
    })
    expect(patched({ op: 'remove', path: 'name.givenName' }).name).toEqual({ familyName: 'Byron' })
  })

  it('changes the values of a list that a filter picks', () => {
    const path = 'emails[type eq "work"].value'
    expect(patched({ op: 'replace', path, value: 'b@work' }).emails).toEqual([
      { value: 'b@work', type: 'work', primary: true },
      { value: 'a@home', type: 'home' },
    ])
    expect(patched({ op: 'remove', path: 'emails[type eq "home"]' }).emails).toEqual([
      { value: 'a@work', type: 'work', primary: true },
    ])
    expect(patched({ op: 'add', path: 'emails[type eq "other"].value', value: 'o' }).emails).toHaveLength(3)
    expect(patched({ op: 'add', path: 'phoneNumbers[type eq "work"].value', value: '1' }).phoneNumbers).toEqual([
      { type: 'work', value: '1' },
    ])
    expect(
      patched({ op: 'replace', path: 'emails[type eq "home"]', value: { value: 'n', type: 'home' } }).emails,
    ).toContainEqual({ value: 'n', type: 'home' })
  })

  it('adds values once, and moves the primary mark', () => {
    expect(patched({ op: 'add', path: 'emails', value: [{ value: 'a@home', type: 'home' }] })).toEqual(user)
    expect(patched({ op: 'add', path: 'emails', value: [{ value: 'n', primary: true }] }).emails).toEqual([
      { value: 'a@work', type: 'work', primary: false },
      { value: 'a@home', type: 'home' },
      { value: 'n', primary: true },
    ])
  })

  it('keeps schemas true to the extensions that are there', () => {
    const path = `${enterpriseUrn}:department`
    const added = patched({ op: 'add', path, value: 'IT' })
    expect(added).toMatchObject({ schemas: [coreUrns.User, enterpriseUrn], [enterpriseUrn]: { department: 'IT' } })
    expect(applyPatch('User', added, { schemas, Operations: [{ op: 'remove', path }] })).toEqual(user)
    expect(patched({ op: 'add', value: { [enterpriseUrn]: { department: 'IT' } } })).toEqual(added)
    expect(patched({ op: 'add', value: { [path]: 'IT' } })).toEqual(added)
    expect(applyPatch('User', added, { schemas, Operations: [{ op: 'remove', path: enterpriseUrn }] })).toEqual(user)
  })

  it('removes members by filter or by name', () => {
    const group = { schemas: [coreUrns.Group], displayName: 'G', members: [{ value: '1' }, { value: '2' }] }
    const membersAfter = (operation: JsonObject) =>
      applyPatch('Group', group, { schemas, Operations: [operation] }).members
    expect(membersAfter({ op: 'remove', path: 'members[value eq "1"]' })).toEqual([{ value: '2' }])
    expect(membersAfter({ op: 'remove', path: 'members', value: [{ value: '2' }] })).toEqual([{ value: '1' }])
    expect(membersAfter({ op: 'remove', path: 'members[value eq "9"]' })).toEqual(group.members)
    expect(membersAfter({ op: 'remove', path: 'members' })).toBeUndefined()
  })

  it('does not touch what it was given', () => {
    const before = structuredClone(user)
    patched({ op: 'replace', path: 'emails[type eq "work"].value', value: 'x' }, { op: 'remove', path: 'name' })
    expect(user).toEqual(before)
  })

  it.each([
    ['an unknown operation', { op: 'move', path: 'title', value: 'x' }, 'invalidSyntax'],
    ['an unknown attribute', { op: 'add', path: 'shoeSize', value: 4 }, 'invalidPath'],
    ['an unknown sub-attribute', { op: 'add', path: 'name.shoe', value: 4 }, 'invalidPath'],
    ['a read-only attribute', { op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    ['a missing value', { op: 'add', path: 'title' }, 'invalidValue'],
    ['a remove without a path', { op: 'remove' }, 'noTarget'],
    ['a filter that nothing passes', { op: 'replace', path: 'emails[type eq "other"].value', value: 'x' }, 'noTarget'],
    ['a broken filter', { op: 'replace', path: 'emails[type is "other"].value', value: 'x' }, 'invalidFilter'],
    ['an open bracket', { op: 'replace', path: 'emails[type eq "work"', value: 'x' }, 'invalidPath'],
  ])('refuses %s', (_what, operation, scimType) => {
    expect(() => patched(operation)).toThrow(expect.objectContaining({ status: 400, scimType }))
  })

  it('refuses a message without schema or operations', () => {
    const operation = { op: 'replace', path: 'title', value: 'x' }
    expect(() => applyPatch('User', user, { Operations: [operation] })).toThrow('schemas')
    expect(() => applyPatch('User', user, { schemas, Operations: [] })).toThrow('no operations')
  })
})
