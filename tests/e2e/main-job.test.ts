import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { type AdminBrowser, createAdminBrowser } from '../support/admin-browser.ts'
import { noTraces, tracesOf } from '../support/clean-window.ts'
import { type Launched, launchMuster } from '../support/launch.ts'
import { shows } from '../support/threats.ts'
import { mainJob } from './main-job.ts'

/** The main job as one story: each test goes on where the one before stopped, as an admin's month does. */
describe('the main job', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-main-job-'))
  const userData = join(folder, 'user-data')
  let sandbox: Sandbox
  let browser: AdminBrowser
  let muster: Launched

  beforeAll(async () => {
    sandbox = await startSandbox({ people: 500, accounts: 120 })
    browser = createAdminBrowser(sandbox.login)
    muster = await launchMuster({ userData, openUrl: browser.openUrl })
    process.stdout.write(`The main job runs on ${muster.host}.\n`)
  })

  afterAll(async () => {
    await muster?.close()
    await browser?.close()
    await sandbox?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const userNames = () => sandbox.accounts().map((account) => String(account.userName).toLowerCase())
  const noDuplicates = () => expect(new Set(userNames()).size).toBe(userNames().length)

  test('settings are pasted and understood, and the window shows the token only as dots', async () => {
    const { window } = muster
    await mainJob.pasteSettings(window, sandbox.settings)
    const shown = await window.getByRole('textbox', { name: 'Settings' }).inputValue()
    expect(shown).toContain(sandbox.settings.client.clientId)
    expect(shown).not.toContain(sandbox.settings.scim.token)
    expect(shown).toContain(`••••${sandbox.settings.scim.token.slice(-4)}`)
  })

  test('a declined consent says so, and trying again signs in', async () => {
    const { window } = muster
    browser.decide('decline')
    await window.getByRole('textbox', { name: 'Name of this connection' }).fill('Contoso Production')
    await window.getByRole('button', { name: 'Sign in', exact: true }).click()
    await window.getByText('The sign-in was declined on the consent page.').first().waitFor()
    browser.decide('agree')
    await mainJob.connect(window, 'Contoso Production')
    await expect.poll(() => browser.lastPages.at(-1)).toContain('Muster')
    await window.getByText(/Signed in · (29|30) days left/).waitFor()
  })

  test('people come from a CSV file, and every problem row is listed with its line', async () => {
    const { window } = muster
    await mainJob.openPeople(window, sandbox.peopleFile)
    await window
      .getByRole('button', { name: /needs? attention/ })
      .first()
      .click()
    await window
      .getByRole('dialog')
      .getByText(/sign-in name/i)
      .first()
      .waitFor()
    await window.keyboard.press('Escape')
    await window.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  test('25 of 500 are picked, reviewed and pushed, and K2 has exactly those', async () => {
    const { window } = muster
    const before = userNames()
    await mainJob.show(window, 'Not in K2')
    await mainJob.pickFirst(window, 25)
    await mainJob.review(window)
    expect(sandbox.accounts()).toHaveLength(before.length)
    await mainJob.push(window)
    await mainJob.pushed(window)
    await window.getByRole('heading', { name: '25 changes pushed', level: 1 }).waitFor()
    expect(sandbox.accounts()).toHaveLength(before.length + 25)
    noDuplicates()
    const posts = sandbox.requests().filter(({ method, status }) => method === 'POST' && status === 201)
    expect(posts).toHaveLength(25)
  })

  test('after a restart it is signed in without a browser, and the run is in the history', async () => {
    const opened = browser.opened()
    await muster.restart()
    const { window } = muster
    await window.getByText(/Signed in · (29|30) days left/).waitFor()
    await window.getByRole('button', { name: /^Runs/ }).click()
    await window
      .getByRole('grid', { name: 'Runs' })
      .getByText(/25 to create/)
      .waitFor()
    expect(browser.opened()).toBe(opened)
    await window.getByRole('button', { name: /^K2 accounts/ }).click()
    await window.getByRole('button', { name: /^All 145$/ }).waitFor()
  })

  test('a refresh token that ends in the middle of a push pauses it; signing in again goes on where it stopped', async () => {
    const { window } = muster
    const before = sandbox.accounts().length
    await window.getByRole('button', { name: /^People/ }).click()
    await mainJob.show(window, 'Not in K2')
    await mainJob.pickFirst(window, 60)
    await mainJob.review(window)
    sandbox.setQuirks(['slow'])
    await mainJob.push(window)
    await expect.poll(() => sandbox.accounts().length, { timeout: 30_000 }).toBeGreaterThan(before + 4)
    sandbox.expireRefreshTokens()
    sandbox.revokeAccessTokens()
    await window.getByRole('heading', { name: 'Push paused', level: 1 }).waitFor()
    const paused = sandbox.accounts().length
    expect(paused).toBeLessThan(before + 60)
    sandbox.setQuirks([])
    const opened = browser.opened()
    await window.getByRole('main').getByRole('button', { name: 'Sign in again' }).click()
    await window.getByRole('heading', { name: '60 changes pushed', level: 1 }).waitFor({ timeout: 60_000 })
    expect(browser.opened()).toBe(opened + 1)
    expect(sandbox.accounts()).toHaveLength(before + 60)
    noDuplicates()
  })

  test(
    shows(
      'secrets-kept',
      'no secret is on disk, in the IPC messages or in the window; no policy was violated, no request left the window',
    ),
    async () => {
      const secrets = sandbox.secrets().filter(({ value }) => value.length >= 8)
      expect(secrets.length).toBeGreaterThan(5)
      expect(await tracesOf(muster, userData, secrets)).toEqual(noTraces)
      const planted = secrets[0] ?? { name: 'none', value: '' }
      const file = join(userData, 'logs', 'planted.log')
      writeFileSync(file, `something ${planted.value} something`)
      const { secrets: found } = await tracesOf(muster, userData, secrets)
      expect(found).toContainEqual({ secret: planted.name, where: join('logs', 'planted.log'), form: 'plain' })
      rmSync(file)
    },
  )
})
