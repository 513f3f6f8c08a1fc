import fc from 'fast-check'
import type { JsonObject } from '../../../shared/model/json.ts'
import type { Person } from '../../../shared/model/person.ts'
import type { QuirkName } from '../../sandbox/quirks.ts'

const userUrn = 'urn:ietf:params:scim:schemas:core:2.0:User'
const enterpriseUrn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

const word = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} '’.,;"-]{0,10}[\p{L}\p{N}]$/u)
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })
/** Few names and identifiers, so that people and accounts meet, and now and then get in each other's way. */
const few = fc.nat({ max: 9 })
const address = fc.nat({ max: 99 }).map((n) => `box${n}@contoso.example`)
const number = fc.nat({ max: 9999 }).map((n) => `+49 30 ${n}`)
const present = (object: object): JsonObject => JSON.parse(JSON.stringify(object))

const element = (value: fc.Arbitrary<string>, ...types: string[]) =>
  fc.record({ value, type: maybe(fc.constantFrom(...types)) })
/** Some elements, no two of which say the same and at most one of which is the primary one (RFC 7643 section 2.4). */
const elements = (value: fc.Arbitrary<string>, ...types: string[]) =>
  maybe(
    fc
      .tuple(
        fc.uniqueArray(element(value, ...types), {
          minLength: 1,
          maxLength: 3,
          selector: (one) => `${one.type} ${one.value}`,
        }),
        fc.nat({ max: 5 }),
      )
      .map(([list, primary]) => list.map((one, at) => (at === primary ? { ...one, primary: true } : one))),
  )

const account = fc
  .record({
    name: few,
    upperCase: fc.boolean(),
    externalId: maybe(few),
    active: fc.boolean(),
    givenName: maybe(word),
    title: maybe(word),
    nickName: maybe(word),
    emails: elements(address, 'work', 'home'),
    phoneNumbers: elements(number, 'work', 'mobile', 'fax'),
    department: maybe(word),
    costCenter: maybe(word),
  })
  .map(({ name, upperCase, externalId, givenName, department, costCenter, ...rest }) => {
    const userName = `p${name}@contoso.example`
    const extension = department === undefined && costCenter === undefined ? undefined : { department, costCenter }
    return present({
      schemas: extension === undefined ? [userUrn] : [userUrn, enterpriseUrn],
      userName: upperCase ? userName.toUpperCase() : userName,
      externalId: externalId === undefined ? undefined : `id-${externalId}`,
      name: givenName === undefined ? undefined : { givenName, formatted: `${givenName} X` },
      [enterpriseUrn]: extension,
      ...rest,
    })
  })

const person = fc
  .record({
    id: few,
    name: fc.oneof({ weight: 9, arbitrary: few }, { weight: 1, arbitrary: fc.constant(undefined) }),
    active: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    displayName: maybe(word),
    givenName: maybe(word),
    familyName: maybe(word),
    title: maybe(word),
    email: maybe(address),
    phone: maybe(number),
    mobile: maybe(number),
    department: maybe(word),
    company: maybe(word),
    employeeNumber: maybe(fc.nat().map(String)),
    manager: maybe(few.map((id) => `id-${id}`)),
  })
  .map(({ id, name, active, ...rest }): Person => {
    const userName = name === undefined ? undefined : `p${name}@contoso.example`
    const attributes = { externalId: `id-${id}`, userName, ...rest }
    return { key: `id-${id}`, line: null, active, attributes: JSON.parse(JSON.stringify(attributes)) }
  })

/** What a service may be like without anything going wrong by it. */
const manners = fc
  .subarray<QuirkName>([
    'no-patch',
    'patch-204',
    'create-empty',
    'odd-ids',
    'no-filter',
    'string-booleans',
    'null-attributes',
    'reject-unknown',
    'manager-must-exist',
    'config-overstates',
  ])
  .chain((quirks) =>
    fc.constantFrom<QuirkName[]>([], ['no-etag'], ['etag-required']).map((more) => [...quirks, ...more]),
  )

/** A source, a service, how the service behaves, and what the mapping does beyond filling in. */
export const directory = fc.record({
  quirks: manners,
  /** Whether what the source has nothing for is cleared. */
  clears: fc.boolean(),
  /** Whether the work address is made the primary one of an existing account too. */
  movesPrimary: fc.boolean(),
  accounts: fc.uniqueArray(account, { maxLength: 8, selector: ({ userName }) => String(userName).toLowerCase() }),
  people: fc.uniqueArray(person, { minLength: 1, maxLength: 8, selector: ({ key }) => key }),
})
/** See {@link directory}. */
export type Generated = typeof directory extends fc.Arbitrary<infer T> ? T : never
