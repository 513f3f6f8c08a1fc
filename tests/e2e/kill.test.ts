import { describe, expect, test } from 'vitest'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'

/** The app's own process dies in the middle of a push, with requests under way whose replies nobody hears. */
describe('a push that is cut short by SIGKILL', () => {
  const started = signedIn({ people: 200, accounts: 20 })

  test('goes on by itself after the start, and K2 has every account exactly once', async () => {
    const { sandbox, muster } = started()
    await mainJob.openPeople(muster.window, sandbox.peopleFile)
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
