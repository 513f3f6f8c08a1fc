import { describe, expect, test } from 'vitest'
import { safetyOf, underLimits } from '../../../electron/provisioning/safety.ts'
import { confirms } from '../../../shared/confirmation.ts'
import { MusterError } from '../../../shared/errors.ts'
import type { Connection } from '../../../shared/model/connection.ts'
import type { PlanSummary } from '../../../shared/model/plan.ts'
import { connection } from '../../support/connection.ts'
import { person, setUp } from '../../support/workspace-desk.ts'

const code = (wanted: string) => expect.objectContaining({ code: wanted })
const none = { create: 0, update: 0, reactivate: 0, deactivate: 0, delete: 0, none: 0 }
const asks = (deactivate: number, deleted: number, active: number | null, limits = { number: 10, percent: 2 }) =>
  safetyOf({ ...none, deactivate, delete: deleted }, active, limits).typeToConfirm

describe('the limits', () => {
  test.each([
    { why: 'within both', of: [10, 0, 1000], typed: null },
    { why: 'above the number', of: [11, 0, 1000], typed: '11' },
    { why: 'above the share', of: [3, 0, 149], typed: '3' },
    { why: 'exactly the share', of: [3, 0, 150], typed: null },
    { why: 'any deletion', of: [0, 1, 100_000], typed: '1' },
    { why: 'both kinds together', of: [2, 1, 100_000], typed: '3' },
    { why: 'a share of nothing', of: [1, 0, 0], typed: '1' },
    { why: 'a share of nobody knows what', of: [1, 0, null], typed: '1' },
    { why: 'nothing at all, of nobody knows what', of: [0, 0, null], typed: null },
  ] as const)('$why: $of asks for $typed', ({ of: [deactivate, deleted, active], typed }) => {
    expect(asks(deactivate, deleted, active)).toBe(typed)
  })

  test('that allow any share do not need to know it', () => {
    expect(asks(1, 0, null, { number: 10, percent: 100 })).toBeNull()
    expect(asks(11, 0, null, { number: 10, percent: 100 })).toBe('11')
  })

  test('of no account and no percent ask for every deactivation', () => {
    expect(asks(1, 0, 1000, { number: 0, percent: 100 })).toBe('1')
    expect(asks(1, 0, 1000, { number: 10, percent: 0 })).toBe('1')
  })

  test('of now count as well as those of the review, whichever ask for more', () => {
    const reviewed = (number: number): PlanSummary => {
      const counts = { ...none, deactivate: 5 }
      return { counts, safety: safetyOf(counts, 1000, { number, percent: 100 }) } as PlanSummary
    }
    expect(underLimits(reviewed(10), { number: 4, percent: 100 }).safety.typeToConfirm).toBe('5')
    expect(underLimits(reviewed(4), { number: 10, percent: 100 }).safety.typeToConfirm).toBe('5')
    expect(underLimits(reviewed(10), { number: 10, percent: 100 }).safety.typeToConfirm).toBeNull()
  })
})

describe('what is typed', () => {
  test.each(['1200', ' 1200 ', '1 200', '1,200', '1.200', '1’200', "1'200", '1\u202f200', '1\u00a0200'])(
    '“%s” confirms 1200',
    (typed) => expect(confirms('1200', typed)).toBe(true),
  )
  test.each(['120', '12000', '1,20,0', '12,00', '1200.', '0x4b0', '', null, '+1200', '1200 accounts', '01200'])(
    '“%s” does not',
    (typed) => expect(confirms('1200', typed)).toBe(false),
  )
  test('1.2 is not twelve, and where nothing is asked anything will do', () => {
    expect(confirms('12', '1.2')).toBe(false)
    expect(confirms('1234567', '1,234,567')).toBe(true)
    expect(confirms('1234567', '1,234.567')).toBe(false)
    expect(confirms(null, null)).toBe(true)
  })
})

describe('no way leads round the limits', () => {
  async function desk(limits: Connection['safety'], complete = true) {
    let now: Connection = { ...connection, safety: limits }
    const made = setUp({ connection: () => now })
    made.service.complete = complete
    for (let n = 0; n < 6; n++) {
      made.service.seed({ id: `a${n}`, userName: `a${n}`, displayName: 'Before', active: n < 4 })
    }
    await made.people(person('ada'), person('ben'), person('cleo'))
    await made.workspace.accounts.refresh()
    const plan = (...deactivate: string[]) => made.workspace.plans.create({ people: [], deactivate })
    const start = ({ id, hash }: PlanSummary, typed: string | null = null) =>
      made.workspace.runs.start({ plan: id, hash, typed })
    const tighten = (safety: Connection['safety']) => {
      now = { ...now, safety }
    }
    return { ...made, plan, start, tighten }
  }

  test('leaving out brings a plan under them, and putting back above them again', async () => {
    const { workspace, plan, start } = await desk({ number: 1, percent: 100 })
    const made = await plan('a0', 'a1')
    const small = await workspace.plans.leaveOut({ plan: made.id, changes: [1], leftOut: true })
    expect(small.safety).toMatchObject({ destructive: 1, typeToConfirm: null })
    const whole = await workspace.plans.leaveOut({ plan: made.id, changes: [1], leftOut: false })
    expect(whole.safety).toMatchObject({ destructive: 2, typeToConfirm: '2' })
    await expect(start(small)).rejects.toThrow(code('plan-changed'))
    await expect(start(whole)).rejects.toThrow(code('plan-limit'))
  })

  test('an undo that deactivates what was created is measured like any other plan, and so is its retry', async () => {
    const { workspace, service, ids, over, start } = await desk({ number: 1, percent: 100 })
    const made = await workspace.plans.create({ people: await ids(), deactivate: [] })
    await start(made)
    await over(made.id)
    const undo = await workspace.runs.undo({ run: made.id })
    expect(undo.safety).toMatchObject({ destructive: 3, typeToConfirm: '3' })
    await expect(start(undo)).rejects.toThrow(code('plan-limit'))
    service.trouble = { before: ({ method }) => (method === 'PATCH' ? new MusterError('scim-invalid') : null) }
    await start(undo, '3')
    await over(undo.id)
    service.trouble = {}
    const again = await workspace.runs.retryFailed({ run: undo.id })
    expect(again.safety).toMatchObject({ destructive: 3, typeToConfirm: '3' })
    await expect(start(again)).rejects.toThrow(code('plan-limit'))
  })

  test('limits that were tightened after the review hold, and the plan asks for more when it is looked at again', async () => {
    const { workspace, plan, start, over, tighten } = await desk({ number: 10, percent: 100 })
    const made = await plan('a0', 'a1')
    expect(made.safety.typeToConfirm).toBeNull()
    tighten({ number: 1, percent: 100 })
    await expect(start(made)).rejects.toThrow(code('plan-limit'))
    const now = workspace.plans.get({ plan: made.id })
    expect(now).toMatchObject({ hash: made.hash, safety: { typeToConfirm: '2', limits: { number: 1 } } })
    await start(made, '2')
    expect((await over(made.id)).outcomes.done).toBe(2)
  })

  test('limits that were loosened after the review do not take back what was asked for', async () => {
    const { workspace, plan, start, tighten } = await desk({ number: 1, percent: 100 })
    const made = await plan('a0', 'a1')
    tighten({ number: 10, percent: 100 })
    expect(workspace.plans.get({ plan: made.id }).safety.typeToConfirm).toBe('2')
    await expect(start(made)).rejects.toThrow(code('plan-limit'))
  })

  test('a list that is cut off has no known share, and a single deactivation is asked for', async () => {
    const { plan, start } = await desk({ number: 10, percent: 99 }, false)
    const made = await plan('a0')
    expect(made.safety).toMatchObject({ destructive: 1, activeAccounts: null, typeToConfirm: '1' })
    await expect(start(made)).rejects.toThrow(code('plan-limit'))
  })
})
