import { describe, expect, it } from 'vitest'
import { explain } from '../../../shared/errors.ts'
import type { PlanSummary } from '../../../shared/model/plan.ts'
import type { RunChange, RunSummary } from '../../../shared/model/run.ts'
import { attributeWords, rawText, shortPath, valueText } from '../../../shared/words/attribute-words.ts'
import { blockedWords } from '../../../shared/words/blocked-words.ts'
import { formatFor } from '../../../shared/words/locale-format.ts'
import { confirmWords, expiryWords, safetyWords, targetWords } from '../../../shared/words/plan-words.ts'
import { outcomeWords, paceWords, runTitle, spokenProgress } from '../../../shared/words/run-words.ts'

const format = formatFor('en-GB')
const kinds = { create: 0, update: 0, reactivate: 0, deactivate: 0, delete: 0, none: 0 }
const outcomes = { waiting: 0, 'under-way': 0, done: 0, failed: 0, stale: 0, 'not-sent': 0 }

describe('attributes', () => {
  it.each([
    ['emails[type eq "work"].value', 'emails[work]', 'E-mail'],
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', 'department', 'Department'],
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value', 'manager.value', 'Manager'],
    ['name.givenName', 'name.givenName', 'First name'],
    ['userName', 'userName', 'Sign-in name'],
    ['x509Certificates', 'x509Certificates', 'x509Certificates'],
  ])('%s is shown as %s and called %s', (path, short, words) => {
    expect(shortPath(path)).toBe(short)
    expect(attributeWords(path)).toBe(words)
  })

  it('have values that read like sentences in panels and like JSON in diffs', () => {
    expect([valueText(true), valueText(null), valueText(3), valueText({ a: 1 })]).toEqual(['Yes', '', '3', '{"a":1}'])
    expect(rawText(false)).toBe('false')
  })
})

describe('a blocked person', () => {
  it('has a full sentence and a way out, whatever main knows', () => {
    const { happened, todo } = blockedWords({ code: 'duplicate-user-name', where: null, detail: 'Ana in line 4.' })
    expect(happened).toBe('Another person of the source has the same sign-in name: Ana in line 4.')
    expect(todo).toMatch(/refresh\.$/)
    expect(blockedWords({ code: 'invalid-value', where: 'emails', detail: null }).happened).toBe(
      'K2 would refuse the value of emails.',
    )
  })
})

describe('a plan', () => {
  const plan = (destructive: number, deleted: number) =>
    ({
      counts: { ...kinds, deactivate: destructive - deleted, delete: deleted },
      safety: { destructive, activeAccounts: 1071, limits: { number: 10, percent: 2 }, typeToConfirm: null },
    }) as PlanSummary

  it('is measured against the limits in words', () => {
    expect(safetyWords(plan(4, 0), format)).toBe('4 of 1,071 accounts are deactivated (limit 10 or 2%)')
    expect(safetyWords(plan(4, 1), format)).toContain('deactivated or deleted')
    expect(safetyWords(plan(1, 1), format)).toBe('1 account is deleted (limit 10 or 2% of 1,071 active)')
    expect(safetyWords(plan(0, 0), format)).toBe('No account is deactivated (limit 10 or 2%)')
  })

  it('says what is typed for and why, the unknown share included', () => {
    const asked = (destructive: number, deleted: number, activeAccounts: number | null) => {
      const { counts, safety } = plan(destructive, deleted)
      return confirmWords(
        { counts, safety: { ...safety, activeAccounts, typeToConfirm: String(destructive) } } as PlanSummary,
        format,
      )
    }
    expect(asked(1, 1, 1071)).toEqual({ label: 'Type 1 to delete 1 account', why: 'A deletion is always asked for.' })
    expect(asked(30, 10, 1071)).toEqual({
      label: 'Type 30 to deactivate 20 and delete 10 accounts',
      why: 'A deletion is always asked for. More than your limit of 10. More than 2% of 1,071 active accounts.',
    })
    expect(asked(1, 0, null).why).toBe(
      'K2 shows only part of its accounts, so nobody can tell whether it is more than 2%.',
    )
  })

  it.each([
    [15 * 60_000, 'expires in 15 minutes'],
    [61_000, 'expires in 1 minute'],
    [59_400, 'expires in 60 seconds'],
    [900, 'expires in 1 second'],
    [0, 'expired'],
  ])('that has %i ms left %s', (left, words) => {
    expect(expiryWords(1_000_000 + left, 1_000_000)).toBe(words)
  })

  it('names its target once', () => {
    const named = (name: string, environment: string) =>
      targetWords({ name, environment } as Parameters<typeof targetWords>[0])
    expect(named('Contoso', 'Production')).toBe('Contoso Production')
    expect(named('Contoso Production', 'Production')).toBe('Contoso Production')
    expect(named('Contoso', '')).toBe('Contoso')
  })
})

describe('a run', () => {
  const run = (status: RunSummary['status'], counts: Partial<typeof outcomes>, total = 25) =>
    ({ status, total, kinds, outcomes: { ...outcomes, ...counts } }) as RunSummary

  it('has a title that says how it stands', () => {
    expect(runTitle(run('running', { waiting: 25 }), format)).toBe('Pushing 25 changes')
    expect(runTitle(run('waiting-for-sign-in', { done: 5, waiting: 20 }), format)).toBe('Push paused')
    expect(runTitle(run('done', { done: 25 }), format)).toBe('25 changes pushed')
    expect(runTitle(run('done', { done: 23, failed: 1, stale: 1 }), format)).toBe('23 pushed, 2 need you')
    expect(runTitle(run('done', { done: 24, failed: 1 }), format)).toBe('24 pushed, 1 needs you')
    expect(runTitle(run('stopped', { done: 10, 'not-sent': 15 }), format)).toBe('Push stopped after 10 of 25')
  })

  it('tells its pace, or what it waits for', () => {
    const going = { run: run('running', {}), rate: 41.3, secondsLeft: 16, latest: [] }
    expect(paceWords(going, format)).toBe('41 a second · 16 seconds left')
    expect(paceWords({ ...going, rate: 2.44, secondsLeft: 600 }, format)).toBe('2.4 a second · 10 minutes left')
    expect(paceWords({ ...going, run: run('waiting-for-sign-in', {}) }, format)).toBe('waiting for sign-in')
    expect(paceWords({ ...going, rate: 0, secondsLeft: null }, format)).toBe('')
    expect(spokenProgress(run('running', { done: 7, failed: 2, waiting: 16 }), format)).toBe('9 of 25 done, 2 failed')
  })

  it('says of each change what happened, in one line', () => {
    const change = (parts: Partial<RunChange>) =>
      ({ outcome: 'done', status: 201, note: null, failure: null, drift: null, ...parts }) as RunChange
    const failure = {
      ...explain('scim-invalid'),
      code: 'scim-invalid',
      id: 'x',
      where: null,
      status: 400,
      detail: 'emails[0].value is not an address',
    } as const
    expect(outcomeWords(change({}), false)).toBe('201 Created')
    expect(outcomeWords(change({}), true)).toBe('201 Created, accepted, not visible yet')
    expect(outcomeWords(change({ drift: [] }), true)).toBe('201 Created')
    expect(outcomeWords(change({ drift: [{ path: 'title', before: 'a', after: 'b' }] }), true)).toBe(
      '201 Created, not as intended when read back',
    )
    expect(outcomeWords(change({ outcome: 'failed', status: 400, failure }), false)).toBe(
      '400 Bad Request: K2 refused a value: emails[0].value is not an address',
    )
    expect(
      outcomeWords(change({ outcome: 'under-way', status: 429, note: 'asked to wait 3 s, second try' }), false),
    ).toBe('429 Too Many Requests · asked to wait 3 s, second try')
    expect(outcomeWords(change({ outcome: 'waiting', status: null }), false)).toBe('Waiting')
  })
})
