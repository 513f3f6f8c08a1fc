import { describe, expect, it } from 'vitest'
import { MusterError } from '../../../shared/errors.ts'
import { parsePath, readPath, writePath } from '../../../shared/scim/path.ts'
import { enterpriseUserUrn, userUrn } from '../../../shared/scim/urn.ts'

const anna = {
  id: '1',
  UserName: 'anna@contoso.com',
  name: { givenName: 'Anna', familyname: 'Berg' },
  emails: [
    { type: 'home', value: 'anna@home.test' },
    { type: 'Work', value: 'anna@contoso.com', primary: true },
  ],
  [enterpriseUserUrn]: { department: 'Finance', manager: { value: '7', displayName: 'Bo' } },
}

describe('parsing an attribute path', () => {
  it('takes apart attribute, value filter and sub-attribute', () => {
    expect(parsePath('emails[type eq "work"].value')).toMatchObject({
      schema: null,
      attribute: 'emails',
      filter: [{ attribute: 'type', value: 'work' }],
      sub: 'value',
    })
  })

  it('finds the attribute after a URN that has colons and dots of its own', () => {
    expect(parsePath(`${enterpriseUserUrn}:manager.value`)).toMatchObject({
      schema: enterpriseUserUrn,
      attribute: 'manager',
      sub: 'value',
    })
  })

  it('takes a core attribute with its URN written out for the core attribute', () => {
    expect(parsePath(`${userUrn}:userName`)).toMatchObject({ schema: null, attribute: 'userName' })
  })

  it('is not misled by brackets, colons and quotes inside a filter value', () => {
    expect(parsePath('members[value eq "a]:\\"b\\"\\u0041" and primary eq true].display').filter).toEqual([
      { attribute: 'value', value: 'a]:"b"A' },
      { attribute: 'primary', value: true },
    ])
  })

  it.each([
    ['', 'an attribute name', 1],
    ['1abc', 'an attribute name', 1],
    ['__proto__', 'an attribute name', 1],
    ['name.', 'a sub-attribute name', 6],
    ['name.a.b', 'the end', 7],
    ['emails[type co "x"]', '“eq”', 12],
    ['emails[type eq work]', 'a quoted text', 16],
    ['emails[type eq "work"', '“]”', 22],
    ['emails[type eq "\\x"]', 'valid escapes', 20],
    [enterpriseUserUrn, '“:” and an attribute name', enterpriseUserUrn.length + 1],
    ['emails[type eq "work"] .value', 'the end', 23],
  ])('says where %j stops being a path', (text, expected, at) => {
    const failure = (() => {
      try {
        return parsePath(text)
      } catch (error) {
        return error
      }
    })()
    expect(failure).toBeInstanceOf(MusterError)
    expect(failure).toMatchObject({ code: 'path-invalid' })
    expect((failure as MusterError).detail).toContain(expected)
    expect((failure as MusterError).detail).toContain(`at character ${at} `)
  })
})

describe('reading a path', () => {
  it.each([
    ['userName', 'anna@contoso.com'],
    ['name.familyName', 'Berg'],
    ['emails[type eq "work"].value', 'anna@contoso.com'],
    ['emails.value', 'anna@contoso.com'],
    ['emails[type eq "other"].value', null],
    [`${enterpriseUserUrn}:department`, 'Finance'],
    [`${enterpriseUserUrn.toUpperCase()}:manager.value`, '7'],
    ['urn:example:none:thing', null],
    ['title', null],
    ['userName.value', null],
    ['constructor', null],
  ])('gives %s', (path, value) => {
    expect(readPath(anna, path)).toEqual(value)
  })

  it('reads a single object where the schema says multi-valued', () => {
    expect(readPath({ emails: { type: 'work', value: 'x' } }, 'emails[type eq "work"].value')).toBe('x')
  })

  it('tells ids apart by case and types apart without', () => {
    const group = { members: [{ value: 'A1' }, { value: 'a1', type: 'USER' }] }
    expect(readPath(group, 'members[value eq "a1" and type eq "User"]')).toEqual({ value: 'a1', type: 'USER' })
    expect(readPath(group, 'members[value eq "A1" and type eq "User"]')).toBeNull()
  })
})

describe('writing a path', () => {
  it('leaves the resource it was given as it was', () => {
    const before = structuredClone(anna)
    writePath(anna, 'emails[type eq "work"].value', 'new@contoso.com')
    writePath(anna, `${enterpriseUserUrn}:department`, null)
    expect(anna).toEqual(before)
  })

  it('writes under the name the service uses', () => {
    expect(writePath(anna, 'userName', 'b')).toMatchObject({ UserName: 'b' })
    expect(writePath(anna, 'userName', 'b')).not.toHaveProperty('userName')
  })

  it('creates the element a filter names and keeps the others', () => {
    expect(writePath(anna, 'emails[type eq "other"].value', 'o@x.test').emails).toEqual([
      ...anna.emails,
      { type: 'other', value: 'o@x.test' },
    ])
    expect(writePath({}, 'addresses[type eq "work"].locality', 'Oslo')).toEqual({
      addresses: [{ type: 'work', locality: 'Oslo' }],
    })
  })

  it('removes an element with its value, and the attribute with its last element', () => {
    const less = writePath(anna, 'emails[type eq "work"].value', null)
    expect(less.emails).toEqual([anna.emails[0]])
    expect(writePath(less, 'emails[type eq "home"]', null)).not.toHaveProperty('emails')
  })

  it('keeps an element that still says something', () => {
    const resource = { addresses: [{ type: 'work', locality: 'Oslo', country: 'NO' }] }
    const once = writePath(resource, 'addresses[type eq "work"].locality', null)
    expect(once).toEqual({ addresses: [{ type: 'work', country: 'NO' }] })
    expect(writePath(once, 'addresses[type eq "work"].country', null)).toEqual({})
  })

  it('makes and empties an extension', () => {
    const made = writePath({ id: '1' }, `${enterpriseUserUrn}:manager.value`, '9')
    expect(made).toEqual({ id: '1', [enterpriseUserUrn]: { manager: { value: '9' } } })
    expect(writePath(made, `${enterpriseUserUrn}:manager.value`, null)).toEqual({ id: '1' })
  })

  it('removes a reference whole, not only its id', () => {
    expect(writePath(anna, `${enterpriseUserUrn}:manager.value`, null)[enterpriseUserUrn]).toEqual({
      department: 'Finance',
    })
  })

  it('never writes to a prototype', () => {
    writePath({}, 'constructor.prototype', 'x')
    expect(Object.prototype).not.toHaveProperty('x')
    expect(writePath({}, 'constructor', 'x')).toEqual({ constructor: 'x' })
  })
})
