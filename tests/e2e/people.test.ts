import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'

const samples = join(import.meta.dirname, '..', 'support', 'samples')

describe('people from the exports that admins have', () => {
  const started = signedIn({ people: 5, accounts: 0 })

  /** The text of the dialog that a button of the facts line opens. */
  const dialogOf = async (button: RegExp) => {
    const { window } = started().muster
    await window.getByRole('button', { name: button }).click()
    const text = await window.getByRole('dialog').textContent()
    await window.keyboard.press('Escape')
    await window.getByRole('dialog').waitFor({ state: 'hidden' })
    return text ?? ''
  }

  test('an Entra export is recognised, its problem rows are listed by line, and the good rows are usable', async () => {
    const { window } = started().muster
    await mainJob.openPeople(window, join(samples, 'people-entra-export.csv'))
    await window
      .getByText(/Microsoft Entra/)
      .first()
      .waitFor()
    expect(await dialogOf(/\.csv$/)).toMatch(/userPrincipalName.*Sign-in name/s)
    const listed = await dialogOf(/needs? attention/)
    expect(listed).toMatch(/8/)
    expect(listed).toMatch(/sign-in name/i)
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
})
