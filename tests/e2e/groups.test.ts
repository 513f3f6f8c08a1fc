import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-groups-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A file that says of three people in which groups they are. */
function peopleFile(name: string, ...groups: readonly [string, string, string]): string {
  const file = join(folder, name)
  const people = ['ana', 'ben', 'cyd'].map(
    (given, at) => `${given}@contoso.example,${given},${given}@contoso.example,E${at},${groups[at]}`,
  )
  writeFileSync(file, ['userName,displayName,email,employeeNumber,groups', ...people].join('\n'))
  return file
}

describe('groups of the source, kept in step with groups of K2', () => {
  const started = signedIn({ people: 5, accounts: 30 })
  const window = (): Page => started().muster.window

  /** Names of the members of a group of the tenant, whatever the service would show of them. */
  const members = (name: string): string[] => {
    const { sandbox } = started()
    const group = sandbox.groups().find(({ displayName }) => displayName === name)
    const ids = Array.isArray(group?.members) ? group.members.map((member) => (member as { value: string }).value) : []
    const accounts = new Map(sandbox.accounts().map(({ id, displayName }) => [String(id), String(displayName)]))
    return ids.map((id) => accounts.get(id) ?? '?')
  }
  const go = (to: RegExp) => window().getByRole('navigation').getByRole('button', { name: to }).click()

  test('are chosen under Settings, with what K2 has of them', async () => {
    await mainJob.openPeople(window(), peopleFile('people.csv', 'Chess;Sales', 'Chess', 'Sales'))
    await go(/^Settings/)
    await window().getByRole('tab', { name: 'Groups' }).click()
    await window().getByRole('button', { name: 'Read K2’s groups' }).click()
    await window()
      .getByText(/^Read .*7 groups in K2\.$/)
      .waitFor()
    for (const name of ['Chess', 'Sales']) await window().getByRole('checkbox', { name, exact: true }).check()
    await window()
      .getByRole('switch', { name: /^Take people out/ })
      .check({ force: true })
    await window().getByText('Not there: the push makes it').waitFor()
    expect(await axeFindings(window())).toEqual([])
    await window().getByRole('button', { name: 'Save groups' }).click()
    await window().getByText('Saved', { exact: true }).waitFor()
  })

  test('are made and filled by the same push that makes the accounts', async () => {
    const before = members('Sales')
    await go(/^People/)
    await mainJob.show(window(), 'Not in K2')
    await mainJob.pickFirst(window(), 3)
    await mainJob.review(window())
    const changes = window().getByRole('grid', { name: 'Changes' })
    await changes.getByRole('row', { name: /Chess/ }).first().waitFor()
    expect(await axeFindings(window())).toEqual([])
    await mainJob.push(window())
    await mainJob.pushed(window())
    expect(members('Chess').sort()).toEqual(['ana', 'ben'])
    expect(members('Sales')).toEqual([...before, 'ana', 'cyd'])
  })

  test('warn before somebody leaves one, and let nobody go whom the source does not know', async () => {
    const before = members('Sales')
    await go(/^People/)
    await mainJob.openPeople(window(), peopleFile('later.csv', 'Chess', 'Chess', 'Sales'))
    await mainJob.show(window(), 'Differs')
    await mainJob.pickFirst(window(), 1)
    await mainJob.review(window())
    await window().getByText('People leave 1 group').waitFor()
    await mainJob.push(window())
    await mainJob.pushed(window())
    expect(members('Sales')).toEqual(before.filter((name) => name !== 'ana'))
    await window().getByRole('button', { name: 'Verify', exact: true }).click()
    await window().getByRole('heading', { name: 'Verified', level: 2 }).waitFor()
  })

  test('go back by an undo', async () => {
    await window().getByRole('button', { name: 'Undo this run…' }).click()
    await window()
      .getByRole('heading', { name: /^Undo run/, level: 1 })
      .waitFor()
    await mainJob.push(window())
    await mainJob.pushed(window())
    expect(members('Sales')).toContain('ana')
  })
})
