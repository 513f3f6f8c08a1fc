import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Workspace } from '../../../electron/provisioning/workspace-types.ts'
import type { JsonObject } from '../../../shared/model/json.ts'
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts'
import { planEverybody, pushPlan } from '../../support/workspace-on.ts'
import { tenantWorkspace } from '../scim-tenant.ts'
import { type Spoiler, startSpoiler } from './spoiler.ts'

let sandbox: Sandbox
let spoiler: Spoiler
let workspace: Workspace

beforeEach(async () => {
  sandbox = await startSandbox({ people: 30, accounts: 12, seed: 3, quirks: ['bulk'] })
  spoiler = await startSpoiler(sandbox.settings.scim.baseUrl)
  const settings = { baseUrl: spoiler.origin, path: '/tokens/{token}/scim/v2', lowerCase: false } as const
  workspace = await tenantWorkspace(sandbox, { settings, limits: { base: 5 } })
})

afterEach(async () => {
  await workspace.close()
  await Promise.all([spoiler.stop(), sandbox.stop()])
})

type Reply = (response: ServerResponse) => void
const text =
  (status: number, body: string, type = 'application/scim+json', more: Record<string, string> = {}): Reply =>
  (response) =>
    void response.writeHead(status, { 'content-type': type, ...more }).end(body)
const results = (...Operations: JsonObject[]): string => JSON.stringify({ Operations })

/** Replies that leave open what became of a Bulk. */
const unclear: readonly (readonly [name: string, reply: Reply])[] = [
  ['truncated JSON', text(200, '{"Operations":[{"bulkId":"1","status":"20')],
  ['nothing at all', text(200, '')],
  ['a list instead of an object', text(200, '[{"bulkId":"1","status":"201"}]')],
  ['operations that are no list', text(200, '{"Operations":{"bulkId":"1","status":"201"}}')],
  ['values of the wrong types', text(200, '{"Operations":[7,null,"x",[],{"bulkId":{},"status":[201],"location":5}]}')],
  ['an account instead of a BulkResponse', text(200, '{"id":"1","userName":"somebody@contoso.example"}')],
  ['results of other operations', text(200, results({ bulkId: 'x', status: '201' }, { bulkId: 'y', status: '204' }))],
  ['results without a status', text(200, results(...Array.from({ length: 200 }, (_, n) => ({ bulkId: `${n}` }))))],
  ['a page for people', text(200, '<!doctype html><p>Please sign in', 'text/html')],
  ['ten megabytes of something else', text(200, JSON.stringify({ Operations: 'x'.repeat(1e7) }))],
  ['forty megabytes', text(200, 'x'.repeat(40 * 1024 * 1024))],
  ['a failure in the middle', text(500, 'Oh no', 'text/plain')],
  ['nothing, and the connection closed', (response) => void response.destroy()],
]

/** Replies that say that nothing was done. */
const refusals: readonly (readonly [name: string, reply: Reply])[] = [
  ['a redirect', text(302, '', 'text/plain', { location: 'https://elsewhere.example/Bulk' })],
  ['a refusal that is no SCIM', text(418, 'I’m a teapot', 'text/plain')],
  ['too large, whatever its size', text(413, '')],
  ['not implemented', text(501, '')],
]

const cases = [
  ...unclear.map(([name, reply]) => [`${name}, although it was carried out`, reply, true] as const),
  ...[...unclear, ...refusals].map(([name, reply]) => [`${name}, and it was not carried out`, reply, false] as const),
]

describe('a run in which every Bulk is answered with', () => {
  it.each(cases)(
    '%s, makes every change once',
    async (_name, reply, carriedOut) => {
      const plan = await planEverybody(workspace)
      const before = sandbox.accounts().length
      let spoilt = 0
      spoiler.spoil = ({ method, path }) => {
        if (method !== 'POST' || !path.endsWith('/Bulk')) return null
        spoilt++
        return { carriedOut, reply }
      }
      sandbox.clearRequests()
      const { id: run, status, outcomes } = await pushPlan(workspace, plan)
      expect(spoilt).toBeGreaterThan(0)
      expect({ status, done: outcomes.done }).toEqual({ status: 'done', done: plan.total })
      const stored = sandbox.requests().flatMap(({ writes }) => writes.filter((one) => one < 300))
      expect(stored).toHaveLength(plan.total)
      expect(sandbox.accounts()).toHaveLength(before + plan.counts.create)
      spoiler.spoil = () => null
      expect((await workspace.runs.verify({ run })).verified).toMatchObject({ asIntended: plan.total, pending: 0 })
    },
    120_000,
  )
})
