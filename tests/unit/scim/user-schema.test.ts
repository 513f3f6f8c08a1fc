import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json, JsonObject } from '../../../shared/model/json.ts'
import { descriptionListSchema } from '../../../shared/scim/schemas.ts'
import { enterpriseUserUrn, groupUrn, userUrn } from '../../../shared/scim/urn.ts'
import { resourceTypesOf, userSchemaOf } from '../../../shared/scim/user-schema.ts'

const core = (more: Json[] = []): JsonObject => ({
  id: userUrn,
  attributes: [{ name: 'userName', required: true, caseExact: 'False' }, ...more],
})
const enterprise = { id: enterpriseUserUrn, attributes: [{ name: 'department' }] }
const page = (body: Json) => descriptionListSchema.parse(body)
const read = (body: Json, types: Json | null = null) =>
  userSchemaOf(page(body), types === null ? null : resourceTypesOf(page(types)))
const urns = (body: Json, types: Json | null = null) => read(body, types)?.schemas.map(({ urn }) => urn)

test('a list response, a bare array and a single schema are all read', () => {
  expect(urns({ totalResults: 2, Resources: [core(), enterprise] })).toEqual([userUrn, enterpriseUserUrn])
  expect(urns([core(), enterprise])).toEqual([userUrn, enterpriseUserUrn])
  expect(urns(core())).toEqual([userUrn])
  expect(descriptionListSchema.safeParse({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'] }).success).toBe(
    false,
  )
})

test('attributes and their parts say what they are, and a part is what its whole is', () => {
  const schema = read([
    core([
      { name: 'groups', mutability: 'READONLY', multiValued: true, subAttributes: [{ name: 'value' }] },
      { name: 'password', returned: 'never' },
      { name: 'employeeType', mutability: 'immutable', required: 'true' },
      { nonsense: true },
      'nonsense',
    ]),
  ])
  const base = { required: false, mutability: 'readWrite', multiValued: false, caseExact: null }
  expect(schema?.schemas[0]?.attributes).toEqual([
    { ...base, name: 'userName', required: true, caseExact: false },
    { ...base, name: 'groups', mutability: 'readOnly', multiValued: true },
    { ...base, name: 'groups.value', mutability: 'readOnly' },
    { ...base, name: 'password', mutability: 'writeOnly' },
    { ...base, name: 'employeeType', mutability: 'immutable', required: true },
  ])
})

test('nothing is known where the core schema is missing, has no userName, or is of a size that nobody means', () => {
  expect(read([enterprise])).toBeNull()
  expect(read([{ id: userUrn, attributes: [{ name: 'title' }] }])).toBeNull()
  expect(read([{ id: userUrn }])).toBeNull()
  expect(read([core(Array.from({ length: 1001 }, (_, n) => ({ name: `a${n}` })))])).toBeNull()
  expect(read([core(), ...Array.from({ length: 50 }, (_, n) => ({ id: `urn:x:${n}`, attributes: [] }))])).toBeNull()
})

test('an extension that resource types name and no schema describes is there, and its attributes are not known', () => {
  const types = {
    totalResults: 2,
    Resources: [
      { endpoint: '/Users', schema: userUrn, schemaExtensions: [{ schema: enterpriseUserUrn, required: 'true' }] },
      { endpoint: '/Groups', schema: groupUrn },
    ],
  }
  expect(read([core(), { id: groupUrn, attributes: [{ name: 'displayName' }] }], types)).toMatchObject({
    schemas: [{ core: true }, { urn: enterpriseUserUrn, required: true, attributes: null }],
    whole: true,
  })
  expect(resourceTypesOf(page(types))?.hasGroups).toBe(true)
  expect(resourceTypesOf(page([{ endpoint: 'https://scim.example/v2/Users/', schema: userUrn }]))).toMatchObject({
    user: { core: userUrn },
    hasGroups: false,
  })
  expect(resourceTypesOf(page([{ hello: 'there' }]))).toBeNull()
})

test('a list that is cut off, or partly unreadable, does not say what there is not', () => {
  expect(read({ totalResults: 3, Resources: [core()] })).toMatchObject({ whole: false })
  expect(read({ totalResults: 2, Resources: [core(), 'rubbish'] })).toMatchObject({ whole: false })
})

test('whatever a service sends, it is read or it is not, without a failure', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (attributes, types) => {
      const given = descriptionListSchema.safeParse(types).data
      const schemas = page([core([attributes as Json]), { id: 'urn:x', attributes: attributes as Json }])
      expect(userSchemaOf(schemas, given === undefined ? null : resourceTypesOf(given))?.schemas[0]?.core).toBe(true)
    }),
    { numRuns: 300 },
  )
})
