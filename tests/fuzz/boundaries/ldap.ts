import { Duplex } from 'node:stream'
import fc from 'fast-check'
import { systemClock } from '../../../electron/clock.ts'
import type { LdapEntry, LdapValue } from '../../../electron/sources/ldap/directory.ts'
import { comparableDn, isBelow, nameOfDn } from '../../../electron/sources/ldap/dn.ts'
import { createEntryReader } from '../../../electron/sources/ldap/entry.ts'
import { layoutOf } from '../../../electron/sources/ldap/layout.ts'
import type { LdapParts } from '../../../electron/sources/ldap/open.ts'
import { withWholeRanges } from '../../../electron/sources/ldap/ranges.ts'
import { ldapSource } from '../../../electron/sources/ldap/read.ts'
import { createProblems } from '../../../electron/sources/problems.ts'
import { personSchema } from '../../../shared/model/person.ts'
import { problemSchema } from '../../../shared/model/source.ts'
import { directoryProducts } from '../../../shared/model/source-read.ts'
import type { LdapSettings } from '../../../shared/model/source-settings.ts'
import { type Boundary, boundary, plainly } from '../boundary.ts'
import { anyText, pieces } from '../inputs.ts'
import { must, orRefused } from '../refusal.ts'

const attributeNames = [...new Set(directoryProducts.flatMap((one) => Object.values(layoutOf(one, {})).flat()))]
const values = fc.array(
  fc.oneof(
    anyText,
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  ),
  { minLength: 1, maxLength: 3 },
)
const attribute = fc.oneof(
  fc.constantFrom(
    ...attributeNames,
    'memberOf',
    '__proto__',
    'member;range=0-1',
    'member;range=0-*',
    'member;range=2-2',
  ),
  fc.string(),
)
const dn = fc.oneof(anyText, pieces('cn=', 'Jane', ',', '+', '\\', '\\2c', '"', 'dc=x', ' ', '='))
const entry: fc.Arbitrary<LdapEntry> = fc.tuple(dn, fc.array(fc.tuple(attribute, values))).map(([name, given]) => ({
  dn: name,
  values: new Map<string, readonly LdapValue[]>(given.map(([key, list]) => [key.toLowerCase(), list])),
}))

/** Entries and names of a directory: each becomes a sound person or is said. */
export const ldapEntries: Boundary = boundary({
  name: 'ldap-entries',
  inputs: fc.record({
    entry,
    others: fc.array(entry, { maxLength: 4 }),
    product: fc.constantFrom(...directoryProducts),
  }),
  open: plainly(async ({ entry: given, others, product }) => {
    let asked = 0
    const directory = { read: async () => others[asked++ % Math.max(1, others.length)] ?? null }
    const whole = await orRefused(() => withWholeRanges(directory, given), { codes: /^source-limit$/ })
    must(asked < 50, 'Long attributes were asked for without end.')
    if (whole === null) return
    const problems = createProblems()
    const { person } = createEntryReader(layoutOf(product, {}), problems)(whole)
    personSchema.parse(person)
    must(!Object.values(person.attributes).some((value) => /^$|\p{Cc}/u.test(value)), 'An attribute is empty.')
    problemSchema.array().parse(problems.list())
    nameOfDn(given.dn)
    const comparable = comparableDn(given.dn)
    must(comparableDn(comparable) === comparable, 'A comparable name has another comparable name.')
    must(isBelow(given.dn, given.dn), 'A name does not lie below itself.')
  }),
})

/** A connection whose other side answers each message with the next bytes, and then hangs up. */
function replying(answers: readonly Uint8Array[]): Duplex {
  let next = 0
  const socket = new Duplex({
    read: () => {},
    write: (_bytes, _encoding, done) => {
      const answer = answers[next++]
      setImmediate(() => socket.push(answer ?? null))
      done()
    },
  })
  setImmediate(() => socket.emit('connect'))
  return Object.assign(socket, { setTimeout: () => socket, setKeepAlive: () => socket, setNoDelay: () => socket })
}

const length = (size: number): number[] => (size < 0x80 ? [size] : [0x82, size >> 8, size & 0xff])
const tlv = (tag: number, ...content: readonly (readonly number[] | Uint8Array)[]): number[] => {
  const bytes = content.flatMap((part) => [...part])
  return [tag, ...length(bytes.length), ...bytes]
}
const octets = (text: string): number[] => tlv(0x04, Buffer.from(text))
const message = (id: number, operation: readonly number[]) => tlv(0x30, tlv(0x02, [id]), operation)
const result = (tag: number, code: number, said: string) => tlv(tag, tlv(0x0a, [code]), octets(''), octets(said))

const operation = fc.oneof(
  fc.tuple(fc.constantFrom(0x61, 0x65, 0x78), fc.nat(90), anyText).map(([tag, code, said]) => result(tag, code, said)),
  fc
    .tuple(dn, fc.array(fc.tuple(attribute, anyText), { maxLength: 4 }))
    .map(([name, list]) =>
      tlv(
        0x64,
        octets(name),
        tlv(0x30, ...list.map(([key, value]) => tlv(0x30, octets(key), tlv(0x31, octets(value))))),
      ),
    ),
  fc.array(anyText, { maxLength: 3 }).map((list) => tlv(0x73, ...list.map(octets))),
  fc.uint8Array({ maxLength: 20 }).map((bytes) => [...bytes]),
)
const reply = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 6 }), operation), { minLength: 1, maxLength: 4 })
    .map((all) => Buffer.from(all.flatMap(([id, what]) => message(id, what)))),
)

const settings: LdapSettings = {
  kind: 'ldap',
  host: '127.0.0.1',
  port: 389,
  encryption: 'none',
  authority: null,
  bindName: 'cn=reader,dc=x',
  base: 'dc=x',
  scope: 'sub',
  filter: '',
  layout: 'ldap',
  attributes: {},
  more: ['costCenter'],
  groups: true,
}
const password = 'the-password-of-the-reader'

/** What a directory, or whatever answers at its port, sends: people, or one of the source's own errors. */
export const ldapReplies: Boundary = boundary({
  name: 'ldap-replies',
  cost: 12,
  // Most end by the time that a directory has to answer in.
  together: 100,
  inputs: fc.array(reply, { maxLength: 6 }),
  open: plainly(async (answers: readonly Uint8Array[]) => {
    const parts: LdapParts = {
      connect: () => replying(answers) as ReturnType<LdapParts['connect']>,
      systemAuthorities: () => [],
      clock: systemClock,
      timeout: 40,
    }
    const read = await orRefused(() => ldapSource(settings, password, parts).read(), {
      codes: /^(?:source-|unreachable|offline|timeout|encryption-missing)/,
      secrets: [password],
    })
    for (const person of read?.people ?? []) personSchema.parse(person)
    problemSchema.array().parse(read?.problems ?? [])
  }),
})
