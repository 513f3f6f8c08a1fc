import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Workspace } from '../../../electron/provisioning/workspace-types.ts'
import type { ErrorCode } from '../../../shared/errors.ts'
import type { PlanSummary } from '../../../shared/model/plan.ts'
import type { RunChange, RunSummary } from '../../../shared/model/run.ts'
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts'
import { planEverybody, pushPlan } from '../../support/workspace-on.ts'
import { tenantWorkspace } from '../scim-tenant.ts'
import { type Asked, type Spoiler, startSpoiler } from './spoiler.ts'

let sandbox: Sandbox
let spoiler: Spoiler
let workspace: Workspace

beforeEach(async () => {
  sandbox = await startSandbox({ people: 30, accounts: 12, seed: 3 })
  spoiler = await startSpoiler(sandbox.settings.scim.baseUrl)
  const settings = { baseUrl: spoiler.origin, path: '/tokens/{token}/scim/v2', lowerCase: false } as const
  workspace = await tenantWorkspace(sandbox, { settings, limits: { base: 5, attempts: 3 } })
})

afterEach(async () => {
  await workspace.close()
  await Promise.all([spoiler.stop(), sandbox.stop()])
})

async function push(plan: PlanSummary): Promise<{ run: RunSummary; changes: RunChange[] }> {
  const run = await pushPlan(workspace, plan)
  const query = { search: '', show: 'all' } as const
  return { run, changes: workspace.runs.changes({ run: run.id, query, offset: 0, limit: 500 }).rows }
}

/** One that is created and one that is changed: everything about them is spoilt, and nothing else. */
function victimsOf(plan: PlanSummary): { names: string[]; about: (asked: Asked) => boolean } {
  const { rows } = workspace.plans.changes({ plan: plan.id, offset: 0, limit: 500 })
  const victims = [rows.find(({ kind }) => kind === 'create'), rows.find(({ kind }) => kind === 'update')]
  const names = victims.map((victim) => String(victim?.userName))
  const marks = victims.flatMap((victim) => [victim?.userName, victim?.accountId, externalIdOf(victim?.diff ?? [])])
  const known = marks.filter((mark) => typeof mark === 'string')
  return { names, about: ({ path, body }) => known.some((mark) => path.includes(mark) || body.includes(mark)) }
}

const externalIdOf = (diff: readonly { path: string; after: unknown }[]): unknown =>
  diff.find(({ path }) => path === 'externalId')?.after

function noDoubles(): void {
  const names = sandbox.accounts().map(({ userName }) => String(userName).toLowerCase())
  expect(new Set(names).size).toBe(names.length)
}

const text =
  (status: number, body: string, headers: Record<string, string> = { 'content-type': 'application/scim+json' }) =>
  (response: ServerResponse): void => {
    response.writeHead(status, headers).end(body)
  }
const cutOff = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-length': '5000' })
  response.write('{"id":')
  setTimeout(() => response.destroy(), 5)
}

/** Replies to everything about the victims, lookups included, and the code that their changes then have to end with. */
const bad: readonly (readonly [name: string, reply: (response: ServerResponse) => void, code: ErrorCode])[] = [
  ['truncated JSON', text(200, '{"id":"1","userName":"an'), 'scim-reply'],
  ['a text instead of an object', text(200, '"created"'), 'scim-reply'],
  ['a list instead of an object', text(200, '[{"id":"1"}]'), 'scim-reply'],
  ['values of the wrong types', text(200, '{"id":{"x":1},"userName":["a"],"Resources":7}'), 'scim-reply'],
  [
    'a SCIM error with a status of success',
    text(200, '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"]}'),
    'scim-reply',
  ],
  ['a page for people', text(200, '<!doctype html><p>Please sign in', { 'content-type': 'text/html' }), 'scim-reply'],
  ['forty megabytes', text(200, 'x'.repeat(40 * 1024 * 1024)), 'reply-too-large'],
  ['a redirect', text(302, '', { location: 'https://elsewhere.example/Users' }), 'redirect-refused'],
  ['less than it announced', cutOff, 'unreachable'],
  ['nothing, and the connection closed', (response) => void response.destroy(), 'unreachable'],
  ['a status nobody knows', text(299, ''), 'scim-reply'],
  ['a refusal that is no SCIM', text(418, 'I’m a teapot', { 'content-type': 'text/plain' }), 'scim-invalid'],
]

describe('a run in which everything about two people is answered with', () => {
  it.each(bad)(
    '%s fails for them by name, goes on for the others, and works when tried again',
    async (_name, reply, code) => {
      const plan = await planEverybody(workspace)
      const { names, about } = victimsOf(plan)
      const before = sandbox.accounts().length
      spoiler.spoil = (asked) => (about(asked) ? { carriedOut: false, reply } : null)
      const { run, changes } = await push(plan)
      expect(run).toMatchObject({ status: 'done', outcomes: { done: plan.total - 2, failed: 2 } })
      const failed = changes.filter(({ outcome }) => outcome !== 'done')
      expect(failed.map(({ userName }) => userName).sort()).toEqual(names.sort())
      expect(failed.map(({ failure }) => failure?.code)).toEqual([code, code])
      expect(sandbox.accounts()).toHaveLength(before + plan.counts.create - 1)

      spoiler.spoil = () => null
      const again = await workspace.runs.retryFailed({ run: run.id })
      expect(again.total).toBe(2)
      expect((await push(again)).run.outcomes.done).toBe(2)
      expect(sandbox.accounts()).toHaveLength(before + plan.counts.create)
      noDoubles()
    },
    120_000,
  )

  it.each(bad)(
    '%s, although the writes were carried out, is done once it can be looked up',
    async (_name, reply, code) => {
      const plan = await planEverybody(workspace)
      const { about } = victimsOf(plan)
      const before = sandbox.accounts().length
      spoiler.spoil = (asked) => (asked.method !== 'GET' && about(asked) ? { carriedOut: true, reply } : null)
      const { run, changes } = await push(plan)
      expect(run.status).toBe('done')
      // A redirect or a refusal says that nothing was done; whoever says so and did it all the same is found out afterwards.
      const claimsNothingDone = code === 'redirect-refused' || code === 'scim-invalid'
      expect(run.outcomes.done).toBe(claimsNothingDone ? plan.total - 2 : plan.total)
      expect(changes.flatMap(({ failure }) => failure?.code ?? [])).toEqual(claimsNothingDone ? [code, code] : [])
      spoiler.spoil = () => null
      if (claimsNothingDone) {
        const again = await workspace.runs.retryFailed({ run: run.id }).catch(({ code: told }) => told)
        expect(again).toBe('plan-empty')
      }
      expect(sandbox.accounts()).toHaveLength(before + plan.counts.create)
      noDoubles()
    },
    120_000,
  )
})

it('an account of ten megabytes is read like any other', async () => {
  const plan = await planEverybody(workspace)
  const { about } = victimsOf(plan)
  spoiler.spoil = (asked) =>
    about(asked) && asked.method === 'PATCH'
      ? {
          carriedOut: true,
          reply: text(200, JSON.stringify({ id: asked.path.split('/').at(-1), userName: 'x', title: 'y'.repeat(1e7) })),
        }
      : null
  expect((await push(plan)).run.outcomes.done).toBe(plan.total)
  const kept = JSON.stringify(
    workspace.runs.changes({ run: plan.id, query: { search: '', show: 'all' }, offset: 0, limit: 500 }),
  )
  expect(kept.length).toBeLessThan(1_000_000)
}, 60_000)

/** Every filter is refused and every list is spoilt, so that no lost reply can be looked up. */
const lists: readonly (readonly [name: string, page: (start: number) => object])[] = [
  [
    'pages without end',
    (start) => ({
      totalResults: start + 100_000,
      Resources: Array.from({ length: 20_000 }, (_, n) => ({ id: `x${start + n}`, userName: `x${start + n}` })),
    }),
  ],
  [
    'the same page again and again',
    () => ({
      totalResults: 100_000,
      Resources: Array.from({ length: 100 }, (_, n) => ({ id: `x${n}`, userName: `x${n}` })),
    }),
  ],
]

it.each(lists)(
  'a lost reply that can only be looked up in %s ends by name, and the run goes on',
  async (_name, page) => {
    const plan = await planEverybody(workspace)
    const { names, about } = victimsOf(plan)
    const startOf = (path: string): number => Number(/startIndex=(\d+)/.exec(path)?.[1] ?? 1)
    spoiler.spoil = (asked) => {
      if (asked.path.includes('filter=')) return { carriedOut: false, reply: text(400, '{"scimType":"invalidFilter"}') }
      if (asked.path.includes('startIndex=')) {
        return { carriedOut: false, reply: text(200, JSON.stringify(page(startOf(asked.path)))) }
      }
      return asked.method === 'POST' && about(asked) ? { carriedOut: true, reply: cutOff } : null
    }
    const { run, changes } = await push(plan)
    expect(run).toMatchObject({ status: 'done', outcomes: { done: plan.total - 1, failed: 1 } })
    const failed = changes.filter(({ outcome }) => outcome === 'failed')
    expect(failed.map(({ userName, failure }) => [userName, failure?.code])).toEqual([
      [names[0], 'accounts-incomplete'],
    ])

    spoiler.spoil = () => null
    await expect(workspace.runs.retryFailed({ run: run.id })).rejects.toMatchObject({ code: 'plan-empty' })
    noDoubles()
  },
  120_000,
)

it('accounts in a list without end are refused by being called incomplete, and the list read before stays usable', async () => {
  const [, page] = lists[1] ?? []
  spoiler.spoil = ({ path }) =>
    path.includes('startIndex=') ? { carriedOut: false, reply: text(200, JSON.stringify(page?.(1))) } : null
  expect(await workspace.accounts.refresh()).toMatchObject({ complete: false })
  spoiler.spoil = ({ path }) =>
    path.includes('startIndex=') ? { carriedOut: false, reply: text(200, '{"Resources":[{"id"') } : null
  await expect(workspace.accounts.refresh()).rejects.toMatchObject({ code: 'scim-reply' })
  spoiler.spoil = () => null
  expect(await workspace.accounts.refresh()).toMatchObject({ complete: true, total: 12 })
})
