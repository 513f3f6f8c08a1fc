import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { MusterError } from '../../../shared/errors.ts'
import { runReportSchema } from '../../../shared/model/run-report.ts'
import { textOf } from '../../support/exported.ts'
import { type Desk, person, setUp } from '../../support/workspace-desk.ts'

/** A run with everything in it: done, failed, left out, a warning, drift; and what was pushed before it. */
async function eventfulRun(): Promise<Desk & { run: string }> {
  const desk = setUp()
  const { workspace, service, people } = desk
  service.seed({ userName: 'old@contoso.example', externalId: 'id-ben', displayName: 'Before' })
  await people(person('ada', { attributes: { title: '=cmd()' } }), person('bad'), person('ben'), person('zoe'))
  await workspace.accounts.refresh()
  service.trouble = {
    before: ({ id, method }) =>
      method === 'POST' && id?.startsWith('bad')
        ? new MusterError('scim-invalid', { status: 400, detail: 'emails is missing' })
        : null,
  }
  const plan = await workspace.plans.create({ people: await desk.ids(), deactivate: [] })
  const { rows } = workspace.plans.changes({ plan: plan.id, offset: 0, limit: 9 })
  const zoe = rows.find(({ name }) => name === 'zoe')?.id ?? 0
  const { id, hash, safety } = await workspace.plans.leaveOut({ plan: plan.id, changes: [zoe], leftOut: true })
  await workspace.runs.start({ plan: id, hash, typed: safety.typeToConfirm })
  await desk.over(id)
  const ada = [...service.accounts.values()].find(({ userName }) => userName.startsWith('ada'))
  service.seed({ ...ada, displayName: 'Changed by K2' })
  await workspace.runs.verify({ run: id })
  return { ...desk, run: id }
}

test('a run as JSON has the documented shape, with everything that was kept', async () => {
  const { workspace, run } = await eventfulRun()
  const exported = workspace.runs.export({ run, format: 'json' })
  expect(exported.name).toMatch(new RegExp(`^\\d{4}-\\d{2}-\\d{2} Contoso Test run ${run}\\.json$`))
  const report = runReportSchema.parse(JSON.parse(await textOf(exported)))
  expect(report.run).toMatchObject({ id: run, by: 'Dana Adeyemi', total: 3, verified: { checked: 2, asIntended: 1 } })
  expect(report.plan.hash).toBe(workspace.plans.get({ plan: run }).hash)
  expect(report.changes.map(({ name, outcome }) => [name, outcome])).toEqual([
    ['ada', 'done'],
    ['bad', 'failed'],
    ['ben', 'done'],
  ])
  const [ada, bad, ben] = report.changes
  expect(ada?.drift).toEqual([{ path: 'displayName', before: 'Changed by K2', after: 'ada' }])
  expect(ada?.exchanges[0]).toMatchObject({ method: 'POST' })
  expect(ada?.startedAt).toBe(ada?.exchanges[0]?.at)
  expect(bad?.failure).toMatchObject({ code: 'scim-invalid', detail: 'emails is missing' })
  expect(ben).toMatchObject({ warnings: ['user-name-changes'], pending: false, drift: [] })
  expect(report.leftOut.map(({ name }) => name)).toEqual(['zoe'])
})

test('a run as CSV has a line for each change, and what a person is called can’t become a formula', async () => {
  const { workspace, run } = await eventfulRun()
  const text = await textOf(workspace.runs.export({ run, format: 'csv' }))
  expect(text.startsWith('\uFEFFchange,kind,name,userName,')).toBe(true)
  const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[]
  expect(rows.map(({ name, outcome, readBack }) => [name, outcome, readBack])).toEqual([
    ['ada', 'done', 'differs'],
    ['bad', 'failed', ''],
    ['ben', 'done', 'as intended'],
  ])
  expect(rows[0]?.changes).toContain('title:  → =cmd()')
  expect(rows[0]?.drift).toBe('displayName: Changed by K2 → ada')
  expect(rows[1]).toMatchObject({ code: 'scim-invalid', detail: 'emails is missing' })
  expect(rows[0]?.startedAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
})

test('a run as a page says who pushed what, what failed with the way out, what differs and what was undone', async () => {
  const desk = await eventfulRun()
  const { workspace, run } = desk
  const undo = await workspace.runs.undo({ run })
  await workspace.runs.start({ plan: undo.id, hash: undo.hash, typed: undo.safety.typeToConfirm })
  await desk.over(undo.id)
  const text = await textOf(workspace.runs.export({ run, format: 'html' }))
  for (const said of [
    'Push to Contoso Test',
    '2 of 3 changes done · 1 failed · pushed by Dana Adeyemi',
    workspace.plans.get({ plan: run }).hash,
    'Warnings that were accepted',
    '1 sign-in name would change',
    '1 change did not get through',
    'K2 refused a value.',
    'Correct it at the source',
    'emails is missing',
    '1 change is not as intended',
    'Changed by K2',
    '1 change was left out',
    `by run <code>${undo.id}</code>`,
  ]) {
    expect(text).toContain(said)
  }
  expect(text).toMatch(
    /<meta http-equiv="content-security-policy" content="default-src &#39;none&#39;; style-src &#39;sha256-/,
  )
  expect(text).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\shref=|\son\w+=|url\(|@import/i)
})

test('a plan is exported before the push, with the hash that the push names, and not when it is altered meanwhile', async () => {
  const { workspace, people, ids } = setUp()
  await people(person('ada'), person('zoe'))
  await workspace.accounts.refresh()
  const made = await workspace.plans.create({ people: await ids(), deactivate: [] })
  const plan = await workspace.plans.leaveOut({ plan: made.id, changes: [2], leftOut: true })
  const page = await textOf(workspace.plans.export({ plan: plan.id, format: 'html' }))
  expect(page).toContain(plan.hash)
  expect(page).toContain('1 change to push')
  expect(page).toContain('Name and signature')
  const table = await textOf(workspace.plans.export({ plan: plan.id, format: 'csv' }))
  const rows = parse(table, { bom: true, columns: true }) as Record<string, string>[]
  expect(rows.map(({ name, leftOut, planHash }) => [name, leftOut, planHash])).toEqual([
    ['ada', 'no', plan.hash],
    ['zoe', 'yes', plan.hash],
  ])
  const late = workspace.plans.export({ plan: plan.id, format: 'csv' })
  await workspace.plans.leaveOut({ plan: plan.id, changes: [2], leftOut: false })
  await expect(textOf(late)).rejects.toThrow(expect.objectContaining({ code: 'plan-changed' }))
})

test('a run that goes on can’t be exported', async () => {
  const { workspace, service, people, ids, over } = setUp()
  await people(person('ada'))
  await workspace.accounts.refresh()
  service.latency = 50
  const plan = await workspace.plans.create({ people: await ids(), deactivate: [] })
  await workspace.runs.start({ plan: plan.id, hash: plan.hash, typed: plan.safety.typeToConfirm })
  expect(() => workspace.runs.export({ run: plan.id, format: 'csv' })).toThrow(
    expect.objectContaining({ code: 'run-active' }),
  )
  await over(plan.id)
})

test('what is long is written in many pieces, and other work gets its turn in between', async () => {
  const { workspace, people, pushAll } = setUp()
  await people(...Array.from({ length: 2300 }, (_, n) => person(`p${n}`)))
  await workspace.accounts.refresh()
  const run = await pushAll()
  for (const format of ['html', 'csv', 'json'] as const) {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    const chunks: string[] = []
    for await (const chunk of workspace.runs.export({ run, format }).chunks) chunks.push(chunk)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(2)
    expect(chunks.length).toBeGreaterThan(2)
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(200_000)
    if (format === 'html') expect(chunks.join('')).toContain('And 300 more: see the table (CSV).')
    else if (format === 'csv') expect(parse(chunks.join(''), { bom: true })).toHaveLength(2301)
    else expect(runReportSchema.parse(JSON.parse(chunks.join(''))).changes).toHaveLength(2300)
  }
}, 30_000)
