import fc from 'fast-check'
import { readGroups } from '../../../electron/sources/groups.ts'
import type { Json, JsonObject } from '../../../shared/model/json.ts'
import { eq } from '../../../shared/scim/filter.ts'
import { parsePath, readPath, writePath } from '../../../shared/scim/path.ts'
import { idOfLocation, urlOf } from '../../../shared/scim/urls.ts'
import { person, setUp } from '../../support/workspace-desk.ts'
import { type Boundary, boundary, plainly } from '../boundary.ts'
import { anyJson, anyText, pieces } from '../inputs.ts'
import { must, orRefused } from '../refusal.ts'

const names = ['Ann', 'ann@contoso.example', 'id-Ann', 'Bo Ek', 'Ek, Bo', 'Ann <ann@contoso.example>']

/** Lists that the admin pastes: every entry is found, ambiguous or said, and in proportion to what was pasted. */
export const pastedLists: Boundary = boundary({
  name: 'pasted-lists',
  cost: 3,
  inputs: fc.oneof(pieces(...names, '\n', '\r\n', ';', '\t', ',', '"', '<', '>', '\0', '\u2028', ' '), anyText),
  open: async () => {
    const desk = setUp()
    await desk.people(
      person('Ann'),
      person('Bo', { attributes: { displayName: 'Bo Ek' } }),
      person('İ'),
      person('Ann2'),
    )
    const ids = new Set(await desk.ids())
    return {
      holds: async (text: string) => {
        const { found, notFound, ambiguous } = await desk.workspace.people.find({ text })
        must(
          found.every((id) => ids.has(id)),
          'Somebody was found who is not there.',
        )
        must(!notFound.includes('') && ambiguous.every(({ people }) => people.length > 1), 'A result says nothing.')
        const told = found.length + notFound.length + ambiguous.length
        must(told <= text.length, 'More was found than was pasted.')
        must(text.trim() === '' || !/[^\s,;"<>]/.test(text) || told > 0, 'An entry got lost.')
      },
      close: () => desk.workspace.close(),
    }
  },
})

const path = pieces(
  'userName',
  'emails',
  '[',
  ']',
  'type eq "work"',
  ' and ',
  'primary eq true',
  '.value',
  ':',
  'urn:a:b',
)

/** Attribute paths and filters of SCIM, as a mapping or a file may hold them. */
export const scimPaths: Boundary = boundary({
  name: 'scim-filters-and-paths',
  inputs: fc.record({ path: fc.oneof(path, anyText), value: anyJson, resource: anyJson }),
  open: plainly(async ({ path: text, value, resource }: { path: string; value: unknown; resource: unknown }) => {
    const refusal = { codes: /^path-invalid$/, placed: ['path-invalid'] } as const
    await orRefused(() => eq(text, JSON.stringify(value)), refusal)
    const parsed = await orRefused(() => parsePath(text), refusal)
    if (parsed === null) return
    // As JSON gives it, with the usual prototype.
    const holder: JsonObject =
      typeof resource === 'object' && resource !== null && !Array.isArray(resource)
        ? { ...(resource as JsonObject) }
        : {}
    const before = JSON.stringify(holder)
    readPath(holder, parsed)
    const written = writePath(holder, parsed, value as Json)
    must(JSON.stringify(holder) === before, 'Writing changed what was passed in.')
    must(Object.getPrototypeOf(written) === Object.prototype, 'Writing changed what an object is.')
    must(
      Reflect.get({}, 'polluted') === undefined && Reflect.get({}, 'value') === undefined,
      'A prototype was changed.',
    )
  }),
})

const token = '0badc0de-1111-4222-8333-44445555abcd'

/** Ids of a service, which become parts of addresses: none leads to another resource, another tenant or another host. */
export const scimIds: Boundary = boundary({
  name: 'scim-ids',
  inputs: fc.oneof(anyText, pieces('..', '.', '/', '%2e', '%2F', '@', '?', '#', ':', '\\', 'a', '\ud800')),
  open: plainly(async (id: string) => {
    const settings = { baseUrl: 'https://scim.onk2.com', path: '/tokens/{token}/scim/v2', lowerCase: false }
    idOfLocation(id)
    const refusal = { codes: /^scim-invalid$/, secrets: [token] }
    const address = await orRefused(() => urlOf(settings, token, { place: 'tenant', segments: ['Users', id] }), refusal)
    if (address === null) return
    const url = new URL(address)
    must(url.host === 'scim.onk2.com' && url.search === '' && url.hash === '', 'An id leads elsewhere.')
    const begins = `/tokens/${token}/scim/v2/Users/`
    must(url.pathname.startsWith(begins), 'An id leads out of the tenant.')
    must(decodeURIComponent(url.pathname.slice(begins.length)) === id, 'An id leads to another resource.')
  }),
})

/** Cells that list groups. */
export const groupCells: Boundary = boundary({
  name: 'group-cells',
  inputs: pieces('CN=', 'OU=', ',', '\\', ';', '|', '\\2C', '=', ' '),
  open: plainly((cell: string) => {
    const groups = readGroups(cell)
    must(new Set(groups).size === groups.length && !groups.includes(''), 'A group is empty or there twice.')
  }),
})
