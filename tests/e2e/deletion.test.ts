import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'

/** The end of an account as one story: it is deactivated, then deleted, and then it was a mistake. */
describe('deleting an account', () => {
  const started = signedIn({ people: 40, accounts: 50 })
  const userName = 'svc.legacy2@contoso.example'
  const account = () =>
    started()
      .sandbox.accounts()
      .find((one) => one.userName === userName)

  async function pickIt(window: Page, state: 'Active' | 'Inactive'): Promise<void> {
    await window.getByRole('button', { name: /^K2 accounts/ }).click()
    await window.getByRole('button', { name: new RegExp(`^${state} [1-9]`) }).click({ timeout: 60_000 })
    await window.getByRole('searchbox', { name: 'Search accounts' }).fill(userName)
    const grid = window.getByRole('grid', { name: 'K2 accounts' })
    await expect.poll(() => grid.getByRole('checkbox', { name: /^Select (?!all )/ }).count()).toBe(1)
    await grid.getByRole('checkbox', { name: 'Select Legacy Service 2' }).click()
    await window.getByText('1 selected').waitFor()
  }

  test('begins with deactivating it: an active account offers nothing else', async () => {
    const { muster } = started()
    const { window } = muster
    await pickIt(window, 'Active')
    await window.getByText('1 active · 0 inactive').waitFor()
    expect(await window.getByRole('button', { name: /^Delete/ }).count()).toBe(0)
    await window.getByRole('button', { name: 'Review deactivation of 1 account', exact: true }).click()
    await window.getByRole('heading', { name: 'Review 1 change', level: 1 }).waitFor()
    const field = window.getByRole('textbox', { name: 'Type 1 to deactivate 1 account' })
    await field.fill('1')
    await mainJob.push(window)
    await mainJob.pushed(window)
    expect(account()).toMatchObject({ active: false })
  })

  test('warns first, says what is typed and why, and pushes only then', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    await pickIt(window, 'Inactive')
    await window.getByRole('button', { name: 'Delete 1 inactive account…', exact: true }).click()
    await window.getByText('1 account would be deleted for good').waitFor()
    await window.getByText(/^1 account is deleted/).waitFor()
    const push = window.getByRole('button', { name: /^Push 1 change to / })
    expect(await push.isDisabled()).toBe(true)
    await window.getByText('A deletion is always asked for.', { exact: false }).waitFor()
    const field = window.getByRole('textbox', { name: 'Type 1 to delete 1 account' })
    await field.fill('2')
    expect(await push.isDisabled()).toBe(true)
    await field.fill(' 1 ')
    await mainJob.push(window)
    await mainJob.pushed(window)
    expect(account()).toBeUndefined()
    expect(sandbox.accounts()).toHaveLength(49)
    await window.getByRole('button', { name: 'Verify', exact: true }).click()
    await window.getByRole('heading', { name: 'Verified', level: 2 }).waitFor({ timeout: 60_000 })
  })

  test('is undone by another account with what the first one had, and says so', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    await window.getByRole('button', { name: 'Undo this run…' }).click()
    await window.getByText('1 account would be made anew, with a new id').waitFor()
    await mainJob.push(window)
    await mainJob.pushed(window)
    expect(account()).toMatchObject({ displayName: 'Legacy Service 2', active: false })
    expect(sandbox.accounts()).toHaveLength(50)
    await window.getByRole('button', { name: /^Runs/ }).click()
    await window
      .getByRole('grid', { name: 'Runs' })
      .getByText(/1 to delete|1 deleted/)
      .waitFor()
  })

  test('is no longer offered where the service has refused it, with the reason', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    sandbox.setQuirks(['no-delete'])
    await window.getByRole('button', { name: /^Settings/ }).click()
    await window.getByRole('tab', { name: 'What the service supports', exact: true }).click()
    await window.getByRole('button', { name: 'Learn again' }).click()
    await window
      .getByRole('row', { name: /^Delete accounts/ })
      .getByText('Unknown')
      .first()
      .waitFor()
    await pickIt(window, 'Inactive')
    await window.getByRole('button', { name: 'Delete 1 inactive account…', exact: true }).click()
    await window.getByRole('textbox', { name: 'Type 1 to delete 1 account' }).fill('1')
    await mainJob.push(window)
    await window.getByRole('heading', { name: '0 pushed, 1 needs you', level: 1 }).waitFor({ timeout: 60_000 })
    await window
      .getByText(/This service does not delete accounts/)
      .first()
      .waitFor()
    await pickIt(window, 'Inactive')
    await window.getByText('This service does not delete accounts. A DELETE was answered with 403.').waitFor()
    expect(await window.getByRole('button', { name: /^Delete/ }).count()).toBe(0)
  })
})

describe('a value that the source no longer has', () => {
  const started = signedIn({ people: 40, accounts: 50 })

  test('is left alone until its rule says otherwise, and the rule is kept', async () => {
    const { muster } = started()
    const settings = async () => {
      await muster.window.getByRole('button', { name: /^Settings/ }).click()
      await muster.window.getByRole('tab', { name: 'Mapping', exact: true }).click()
      const clear = async (rule: RegExp) => {
        await muster.window.getByRole('button', { name: rule }).click()
        return muster.window.getByRole('switch', { name: 'Clear K2’s value where the person has nothing' })
      }
      for (const rule of [/^Sign-in name/, /^Identifier/, /^Active/]) {
        expect(await (await clear(rule)).isDisabled()).toBe(true)
      }
      return clear(/^Title/)
    }
    const before = await settings()
    expect(await before.isChecked()).toBe(false)
    await before.click({ force: true })
    await expect.poll(() => before.isChecked()).toBe(true)
    await muster.window.getByRole('button', { name: 'Save mapping' }).click()
    await muster.window.getByText(/^Saved\./).waitFor()
    await muster.restart()
    const after = await settings()
    await expect.poll(() => after.isChecked()).toBe(true)
    await muster.window
      .getByRole('row', { name: /^Title/ })
      .getByText('Cleared when empty')
      .waitFor()
  })
})
