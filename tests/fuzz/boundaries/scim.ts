import fc from 'fast-check'
import { createHttp } from '../../../electron/net/http.ts'
import type { Http } from '../../../electron/ports.ts'
import { createRedactor } from '../../../electron/redact.ts'
import { learnCapabilities } from '../../../electron/scim/capabilities.ts'
import { readAll } from '../../../electron/scim/paging.ts'
import { scimSource } from '../../../electron/sources/scim/read.ts'
import { personSchema } from '../../../shared/model/person.ts'
import { problemSchema } from '../../../shared/model/source.ts'
import type { ScimSourceSettings } from '../../../shared/model/source-settings.ts'
import type { Operation } from '../../../shared/scim/operation.ts'
import { operations } from '../../../shared/scim/operations.ts'
import { silentLog } from '../../support/silent-log.ts'
import { quickClock } from '../../support/workspace-desk.ts'
import { type Answer, accessToken, pathToken, scripted } from '../../unit/scim/scripted-service.ts'
import { type Boundary, boundary, plainly } from '../boundary.ts'
import { anyJson, anyText, mutated } from '../inputs.ts'
import { holdsNoSecret, must, orRefused } from '../refusal.ts'

type InputOf<O> = O extends Operation<infer I, infer _O> ? I : never

const user = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  id: '42',
  externalId: 'e-42',
  userName: 'ann@contoso.example',
  active: true,
  name: { givenName: 'Ann', familyName: 'Ek' },
  emails: [{ value: 'ann@contoso.example', type: 'work', primary: true }],
  meta: { resourceType: 'User', version: 'W/"1"', location: `https://scim.test/tokens/${pathToken}/scim/v2/Users/42` },
}
const group = { id: 'g1', displayName: 'Sales', members: [{ value: '42' }] }
const list = { totalResults: 2, startIndex: 1, itemsPerPage: 2, Resources: [user, group] }
const refused = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '400', detail: ['no', pathToken] }
const config = { patch: { supported: true }, bulk: { supported: true, maxOperations: 9 }, pagination: { cursor: true } }
const schema = { Resources: [{ id: 'urn:ietf:params:scim:schemas:core:2.0:User', attributes: [{ name: 'title' }] }] }

const status = fc.constantFrom(200, 200, 200, 201, 204, 202, 206, 301, 400, 401, 403, 404, 409, 412, 418, 429, 500, 503)
const body = fc.oneof(
  ...[user, group, list, refused, config, schema].map((sound) =>
    mutated(sound).map((one) => JSON.stringify(one) ?? ''),
  ),
  anyJson.map((value) => JSON.stringify(value)),
  anyText,
  fc.constantFrom('', '<html><p>No', `<script>${accessToken}</script>`, '['.repeat(3_000), '{"Resources":['),
)
const headers = fc.constantFrom<Record<string, string>>(
  {},
  { 'retry-after': '9'.repeat(40) },
  { 'retry-after': 'Wed, 21 Oct 2099 07:28:00 GMT' },
  { location: `https://evil.example/Users/%ff${pathToken}` },
  { etag: 'W/"\\"' },
)
const answer = fc.record({ status, body, headers })

const change = { id: '42', diffs: [{ path: 'title', before: null, after: 'CEO' }], resource: user }
const at = { place: 'tenant' } as const
/** A sound input for every operation of the table; forgetting one does not compile. */
const inputs: { readonly [N in keyof typeof operations]: InputOf<(typeof operations)[N]> } = {
  readConfig: { place: 'root' },
  readSchemas: at,
  readResourceTypes: at,
  listUsers: { startIndex: 1, count: 100 },
  findUser: { attribute: 'userName', value: 'ann@contoso.example' },
  getUser: { id: '42' },
  createUser: { attributes: { userName: 'ann@contoso.example' } },
  patchUser: change,
  replaceUser: change,
  deactivateUser: change,
  deactivateUserByReplace: change,
  reactivateUser: change,
  reactivateUserByReplace: change,
  deleteUser: { id: '42' },
  listGroups: { filter: 'displayName eq "Sales"' },
  findGroup: { displayName: 'Sales' },
  getGroup: { id: 'g1' },
  createGroup: { displayName: 'Sales' },
  patchGroup: { id: 'g1', add: ['42'], remove: [] },
}

const refusal = { codes: /^(?:scim|group|redirect|reply|session|signed|timeout|offline|unreachable)-?/ }

/** What a service answers to each operation of the table: understood, or refused in the catalogue's words. */
export const scimReplies: Boundary = boundary({
  name: 'scim-replies',
  cost: 3,
  inputs: fc.record({
    operation: fc.constantFrom(...(Object.keys(operations) as (keyof typeof operations)[])),
    answers: fc.array(answer, { minLength: 1, maxLength: 4 }),
  }),
  open: plainly(async ({ operation, answers }: { operation: keyof typeof operations; answers: readonly Answer[] }) => {
    const { client, requests } = scripted((_request, n) => answers[(n - 1) % answers.length] ?? { status: 500 })
    const said: string[] = []
    const send = client.send as (what: unknown, input: unknown, options: object) => Promise<{ value: unknown }>
    const onExchange = (exchange: unknown) => said.push(JSON.stringify(exchange))
    const secrets = [pathToken, accessToken]
    const reply = await orRefused(() => send(operations[operation], inputs[operation], { onExchange }), {
      ...refusal,
      secrets,
    })
    holdsNoSecret(`${said.join('')}${JSON.stringify(reply?.value ?? null)}`, secrets)
    must(requests.length <= 40, `One operation took ${requests.length} requests.`)
  }),
})

const pages = fc.array(
  fc.oneof(
    answer,
    fc
      .array(fc.oneof(mutated(user, fc.oneof(anyJson, anyText)), mutated(group)), { maxLength: 5 })
      .map((resources) => ({ status: 200, body: JSON.stringify({ Resources: resources }), headers: {} })),
    fc
      .record({
        ids: fc.array(fc.oneof(fc.nat(30), anyText, anyJson), { maxLength: 8 }),
        totalResults: fc.oneof(fc.nat(40), fc.constantFrom(-1, 1e308, Number.MAX_SAFE_INTEGER), anyJson),
        nextCursor: fc.oneof(fc.constant(undefined), fc.constantFrom('a', 'b', ''), anyJson),
      })
      .map(({ ids, ...rest }) => ({
        status: 200,
        body: JSON.stringify({ ...rest, Resources: ids.map((id) => ({ ...user, id })) }),
        headers: {},
      })),
  ),
  { minLength: 1, maxLength: 8 },
)

/** Lists of the target, by index and by cursor: they end, each resource comes once, and what is missing is said. */
export const scimPages: Boundary = boundary({
  name: 'scim-pages',
  cost: 6,
  inputs: fc.record({ pages, cursor: fc.boolean(), further: fc.boolean(), around: fc.boolean() }),
  open: plainly(async ({ pages: given, cursor, further, around }) => {
    const last: Answer = { status: 200, body: '{"Resources":[]}' }
    const { client, requests } = scripted((_request, n) => given[around ? (n - 1) % given.length : n - 1] ?? last, {
      attempts: 2,
      busyAttempts: 2,
    })
    const seen = new Set<string>()
    let ended = false
    const read = async () => {
      for await (const page of readAll(client, operations.listUsers, { cursor, further, most: 2_000 })) {
        for (const { id } of page.resources) must(!seen.has(id) && seen.add(id).size > 0, 'A resource came twice.')
        ended = page.end !== null
        if (page.end && !page.end.complete) must(page.end.reason !== null, 'A list is cut off without a reason.')
      }
      must(ended, 'A list has no end.')
    }
    await orRefused(read, { ...refusal, secrets: [pathToken, accessToken] })
    must(requests.length <= 400, `One list took ${requests.length} requests.`)
  }),
})

/** What a service says of itself when it is asked what it supports. */
export const scimDescriptions: Boundary = boundary({
  name: 'scim-descriptions',
  cost: 12,
  inputs: fc.array(answer, { minLength: 1, maxLength: 10 }),
  open: plainly(async (answers: readonly Answer[]) => {
    const { client, requests, clock } = scripted(
      (_request, n) => answers[(n - 1) % answers.length] ?? { status: 500 },
      {
        attempts: 2,
        busyAttempts: 2,
      },
    )
    await orRefused(() => learnCapabilities(client, clock), { ...refusal, secrets: [pathToken, accessToken] })
    must(requests.length <= 200, `Learning took ${requests.length} requests.`)
  }),
})

const secret = 'the-bearer-token-of-the-source'
const signIn = fc.constantFrom<ScimSourceSettings['signIn']>(
  { by: 'bearer' },
  { by: 'basic', user: 'reader' },
  { by: 'client', tokenUrl: 'https://login.contoso.example/token', clientId: 'c', scope: '' },
)

/** What a SCIM service answers that people come from, pages and token replies included. */
export const scimSourceReplies: Boundary = boundary({
  name: 'scim-source-replies',
  cost: 8,
  inputs: fc.record({ pages, signIn, groups: fc.boolean() }),
  open: plainly(async ({ pages: given, signIn: by, groups }) => {
    let asked = 0
    const redactor = createRedactor()
    const http: Http = createHttp({
      redactor,
      fetch: async () => {
        const one = given[asked++ % given.length]
        const empty = one === undefined || [204, 205, 304].includes(one.status)
        return new Response(empty ? null : one.body, { status: one?.status ?? 500, headers: one?.headers ?? {} })
      },
    })
    const settings: ScimSourceSettings = {
      kind: 'scim',
      baseUrl: 'https://scim.contoso.example',
      signIn: by,
      filter: '',
      identifier: 'id',
      more: ['nickName'],
      groups,
    }
    const source = scimSource(settings, secret, { http, redactor, clock: quickClock(), log: silentLog })
    const read = await orRefused(() => source.read(), {
      codes: /^(?:source-|redirect-refused|timeout|offline|unreachable|reply-too-large)/,
      secrets: [secret, Buffer.from(`reader:${secret}`).toString('base64')],
    })
    must(asked <= 500, `One reading took ${asked} requests.`)
    for (const person of read?.people ?? []) {
      personSchema.parse(person)
      must(!Object.values(person.attributes).some((value) => /^$|\p{Cc}/u.test(value)), 'An attribute is empty.')
    }
    problemSchema.array().parse(read?.problems ?? [])
  }),
})
