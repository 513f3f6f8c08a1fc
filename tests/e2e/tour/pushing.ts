import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { newUser, scimCaller } from '../../sandbox/scim-caller.ts'
import { startBrowser } from '../../support/admin-browser.ts'
import { mainJob } from '../main-job.ts'
import { chip, go, people, pickMore, showOnly } from './picking.ts'
import type { TourPlace } from './place.ts'

/** What a run keeps of a failure stays in the language it happened in. */
const keptOfFailure = /Another account in K2 has this sign-in name|Link the person to that account/

/** Reviews creates, updates and changed sign-in names, and pushes them to a service where one can’t go through any more. */
export async function pushWithFailures({ muster, sandbox, looker, folder }: TourPlace): Promise<void> {
  const { window } = muster
  await go(window, /^People/)
  await showOnly(window, 'Differs')
  await people(window)
    .getByRole('checkbox', { name: /^Select all \d/ })
    .click()
  await showOnly(window, 'Not in K2')
  const name = (await people(window).getByRole('row').nth(3).getByRole('gridcell').nth(2).textContent()) ?? ''
  await pickMore(window, 40)
  await mainJob.review(window)
  await looker.look(window, 'review', { main: true })

  // Somebody else makes an account for one of them between the review and the push.
  const call = await scimCaller(sandbox)
  const { status } = await call('POST', '/Users', {
    body: newUser(name, { displayName: 'Made by hand', active: false }),
  })
  if (status !== 201) throw new Error(`The account of ${name} could not be made by hand: ${status}.`)
  await mainJob.push(window)
  await mainJob.pushed(window)
  await window.getByRole('grid', { name: 'Outcomes' }).getByText(/409/).first().waitFor()
  await looker.look(window, 'pushed', { main: true, held: keptOfFailure })
  await window.getByRole('button', { name: /^Link or leave out/ }).click()
  await window.getByRole('region', { name: /^Details of/ }).waitFor()
  await looker.look(window, 'failed-change', { main: true, held: keptOfFailure })
  await window.getByRole('button', { name: 'Close details' }).click()
  await window.getByRole('button', { name: 'Verify', exact: true }).click()
  await window.getByRole('heading', { name: /^Verified/, level: 2 }).waitFor({ timeout: 60_000 })
  await looker.look(window, 'verified', { held: keptOfFailure })
  await readReport({ muster, looker, folder })
  await window.getByRole('button', { name: 'Undo this run…' }).click()
  await window.getByRole('heading', { name: /^Undo run/, level: 1 }).waitFor()
  await looker.look(window, 'undo')
}

/** The report of the run that is shown, in the browser of whoever reads it. */
async function readReport({ muster, looker, folder }: Pick<TourPlace, 'muster' | 'looker' | 'folder'>): Promise<void> {
  const { window } = muster
  const filePath = join(folder, 'run.html')
  await muster.answerDialog('showSaveDialog', { canceled: false, filePath })
  await window.getByRole('button', { name: 'Export', exact: true }).click()
  await window.getByRole('menuitem', { name: 'Report (HTML)' }).waitFor()
  await looker.look(window, 'export', { held: keptOfFailure })
  await window.getByRole('menuitem', { name: 'Report (HTML)' }).click()
  await window.getByText(filePath).waitFor()
  const browser = await startBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(pathToFileURL(filePath).href)
    await looker.look(page, 'report', { speaks: false })
  } finally {
    await browser.close()
  }
}

/** A long push that an expired sign-in pauses in the middle; signing in again goes on with it. */
export async function pushAcrossExpiry({ muster, sandbox, looker }: TourPlace): Promise<void> {
  const { window } = muster
  await go(window, /^People/)
  await showOnly(window, 'Not in K2')
  await people(window)
    .getByRole('checkbox', { name: /^Select all \d/ })
    .click()
  await mainJob.review(window)
  sandbox.setQuirks(['slow', 'rate-limit'])
  await mainJob.push(window)
  await window.getByRole('grid', { name: 'Outcomes' }).getByText('201 Created').first().waitFor()
  await looker.look(window, 'pushing', { main: true })
  sandbox.expireRefreshTokens()
  sandbox.revokeAccessTokens()
  await window.getByRole('heading', { name: 'Push paused', level: 1 }).waitFor()
  await looker.look(window, 'push-paused', { main: true })
  await go(window, /^People/)
  await window.getByText('Your K2 sign-in has expired').waitFor()
  await looker.look(window, 'expired')
  sandbox.setQuirks([])
  await window.getByRole('main').getByRole('button', { name: 'Sign in again' }).click()
  await window.getByText(/Signed in · (29|30) days left/).waitFor()
}

/** The list of runs, once the last of them has ended. */
export async function runs({ muster, looker }: TourPlace): Promise<void> {
  const { window } = muster
  await go(window, /^Runs/)
  await window.getByRole('grid', { name: 'Runs' }).getByText(/^Done/).nth(1).waitFor({ timeout: 60_000 })
  await looker.look(window, 'runs', { main: true })
  await go(window, /^People/)
  await chip(window, /^All/).click()
}
