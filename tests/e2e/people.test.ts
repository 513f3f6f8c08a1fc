import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { describe, expect, onTestFinished, test } from 'vitest'
import { workbookParts, zipOf } from '../support/workbook.ts'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'

const toPeople = (window: Page) =>
  window
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^People/ })
    .click()
const samples = join(import.meta.dirname, '..', 'support', 'samples')

describe('people from the exports that admins have', () => {
  const started = signedIn({ people: 5, accounts: 0 })

  /** Waits until the dialog that a button of the facts line opens says all of this, and closes it. */
  const dialogSays = async (button: RegExp, ...expected: readonly RegExp[]) => {
    const { window } = started().muster
    await window.getByRole('button', { name: button }).click()
    for (const text of expected) await expect.poll(() => window.getByRole('dialog').textContent()).toMatch(text)
    await window.keyboard.press('Escape')
    await window.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  test('an Entra export is recognised, its problem rows are listed by line, and the good rows are usable', async () => {
    const { window } = started().muster
    await mainJob.openPeople(window, join(samples, 'people-entra-export.csv'))
    await window
      .getByText(/Microsoft Entra/)
      .first()
      .waitFor()
    await dialogSays(/\.csv$/, /userPrincipalName.*Sign-in name/s)
    await dialogSays(/needs? attention/, /8/, /sign-in name/i)
    await mainJob.show(window, 'Blocked')
    await window.getByRole('grid', { name: 'People' }).getByText('No Sign-in Name', { exact: true }).waitFor()
    await mainJob.show(window, 'Inactive')
    await window.getByRole('grid', { name: 'People' }).getByText('Former Person').waitFor()
    await mainJob.show(window, 'Not in K2')
    await window.getByRole('grid', { name: 'People' }).getByText('李娜').first().waitFor()
  })

  test('a blocked person can’t be picked and every reason is told', async () => {
    const { window } = started().muster
    await mainJob.show(window, 'Blocked')
    await window.getByRole('grid', { name: 'People' }).getByText('No Sign-in Name', { exact: true }).click()
    await window
      .getByRole('complementary', { name: 'Person' })
      .getByText(/sign-in name/i)
      .first()
      .waitFor()
    expect(
      await window
        .getByRole('complementary', { name: 'Person' })
        .getByRole('button', { name: /Review this/ })
        .count(),
    ).toBe(0)
  })

  test('an Active Directory export replaces it, and the manager and the disabled person are read', async () => {
    const { window } = started().muster
    await mainJob.openPeople(window, join(samples, 'people-get-aduser.csv'))
    await window
      .getByText(/Active Directory/)
      .first()
      .waitFor()
    const grid = window.getByRole('grid', { name: 'People' })
    await window.getByRole('button', { name: /^All 4$/ }).click()
    await grid.getByText('jane.doe@corp.example').first().waitFor()
    await mainJob.show(window, 'Inactive')
    await grid.getByText('gone@corp.example').first().waitFor()
    await mainJob.show(window, 'Blocked')
    await grid.getByText('svc-backup').first().waitFor()
  })

  test('people of the export are pushed with the manager in a second pass', async () => {
    const { window } = started().muster
    await mainJob.show(window, 'Not in K2')
    await mainJob.pickFirst(window, 2)
    await mainJob.review(window)
    await mainJob.push(window)
    await mainJob.pushed(window)
    const accounts = started().sandbox.accounts()
    const jane = accounts.find((account) => account.userName === 'jane.doe@corp.example')
    const boss = accounts.find((account) => account.userName === 'boss@corp.example')
    expect(JSON.stringify(jane)).toContain(String(boss?.id))
  })

  test('a workbook and a JSON document are read, how they are read is shown and changed, and a file written since is offered', async () => {
    const { window } = started().muster
    const folder = mkdtempSync(join(tmpdir(), 'muster-files-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const grid = window.getByRole('grid', { name: 'People' })
    await toPeople(window)
    const file = join(folder, 'people.xlsx')
    const sheet = (name: string, who: string) => ({
      name,
      rows: [
        ['userName', 'displayName', 'Spitzname'],
        [`${who}@x.example`, who, `Nick of ${who}`],
        [`=${who}`, 'Odd', ''],
      ],
    })
    writeFileSync(file, zipOf(workbookParts([sheet('Staff', 'Ann'), sheet('Leavers', 'Ben')])))
    await mainJob.openPeople(window, file)
    await grid.getByText('Ann@x.example').waitFor()
    await window.getByText('Read as a list of people: Excel workbook, sheet “Staff”.').waitFor()
    await dialogSays(/1 needs attention/, /A3/)

    await window.getByRole('button', { name: 'Change how it is read' }).click()
    await window.getByRole('combobox', { name: 'Sheet' }).selectOption('Leavers')
    await window.getByText('sheet “Leavers”').waitFor()
    await window.getByRole('combobox', { name: 'What Spitzname fills' }).selectOption('Display name')
    await window.getByRole('button', { name: 'Read the file this way' }).click()
    await grid.getByText('Nick of Ben').waitFor()

    writeFileSync(file, zipOf(workbookParts([sheet('Staff', 'Ann'), sheet('Leavers', 'Cleo')])))
    await window.getByText('people.xlsx has changed on disk.').waitFor()
    expect(await grid.getByText('Nick of Cleo').count()).toBe(0)
    await window.getByRole('button', { name: 'Read it again' }).click()
    await grid.getByText('Nick of Cleo').waitFor()
    await window.getByText('people.xlsx has changed on disk.').waitFor({ state: 'hidden' })

    await mainJob.openPeople(window, join(samples, 'people-google-directory.json'))
    await window.getByText('Read as a Google Workspace export: JSON, list “users”, UTF-8.').waitFor()
    await grid.getByText('zoe.obrien@contoso.example').first().waitFor()
  })

  test('a table without titles is refused with a way to say what its columns are', async () => {
    const { window } = started().muster
    await toPeople(window)
    await mainJob.openPeople(window, join(samples, 'people-keycloak.csv'))
    await window.getByRole('button', { name: 'Choose how it is read' }).click()
    await window.getByRole('combobox', { name: 'Titles of the columns' }).selectOption('None: every line is a person')
    await window.getByRole('combobox', { name: 'What Column 2 fills' }).selectOption('Sign-in name')
    await window.getByRole('button', { name: 'Read the file this way' }).click()
    await window
      .getByText(/2 people read from people-keycloak\.csv/)
      .first()
      .waitFor()
  })
})
