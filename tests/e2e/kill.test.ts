import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { type AdminBrowser, createAdminBrowser } from '../support/admin-browser.ts'
import { type Launched, launchMuster } from '../support/launch.ts'
import { mainJob } from './main-job.ts'

/** The app's own process dies in the middle of a push, with requests under way whose replies nobody hears. */
describe('a push that is cut short by SIGKILL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-kill-'))
  let sandbox: Sandbox
  let browser: AdminBrowser
  let muster: Launched

  beforeAll(async () => {
    sandbox = await startSandbox({ people: 200, accounts: 20 })
    browser = createAdminBrowser(sandbox.login)
    muster = await launchMuster({ userData: join(folder, 'user-data'), openUrl: browser.openUrl })
    await mainJob.pasteSettings(muster.window, sandbox.settings)
    await mainJob.connect(muster.window, 'Contoso')
    await mainJob.openPeople(muster.window, sandbox.peopleFile)
  })
  afterAll(async () => {
    await muster?.close()
    await browser?.close()
    await sandbox?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('goes on by itself after the start, and K2 has every account exactly once', async () => {
    const before = sandbox.accounts().length
    await mainJob.show(muster.window, 'Not in K2')
    await mainJob.pickFirst(muster.window, 50)
    await mainJob.review(muster.window)
    sandbox.setQuirks(['slow'])
    await mainJob.push(muster.window)
    for (const share of [5, 20, 35]) {
      await expect.poll(() => sandbox.accounts().length, { timeout: 30_000 }).toBeGreaterThan(before + share)
      await muster.kill()
      await muster.restart()
    }
    sandbox.setQuirks([])
    const { window } = muster
    await window.getByRole('button', { name: /^Runs/ }).click()
    await window
      .getByRole('grid', { name: 'Runs' })
      .getByText(/50 done/)
      .waitFor({ timeout: 60_000 })
    const names = sandbox.accounts().map((account) => String(account.userName).toLowerCase())
    expect(names).toHaveLength(before + 50)
    expect(new Set(names).size).toBe(names.length)
  })
})
