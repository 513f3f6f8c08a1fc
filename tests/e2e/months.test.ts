import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { type AdminBrowser, createAdminBrowser } from '../support/admin-browser.ts'
import { type Launched, launchMuster } from '../support/launch.ts'
import { mainJob } from './main-job.ts'

const day = 86_400_000

/** Milliseconds until a slow computer has shown what it has to show. */
const patience = { timeout: 60_000 }

/** A clock of main's that is ahead by as many milliseconds as a file says; Node takes this module in front of the app. */
const clockModule = (file: string) => `
  import { readFileSync } from 'node:fs'
  const now = Date.now
  let ahead = 0
  const look = () => { ahead = Number(readFileSync(${JSON.stringify(file)}, 'utf8')) }
  look()
  setInterval(look, 50).unref()
  Date.now = () => now() + ahead
`

/** What months on an ordinary computer bring: days that pass, a network that goes and comes, a window that is moved. */
describe('over months', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-months-'))
  const userData = join(folder, 'user-data')
  let sandbox: Sandbox
  let browser: AdminBrowser
  let muster: Launched

  const clock = join(folder, 'ahead')
  /** Main's clock from now on. */
  const setClock = (ms: number) => writeFileSync(clock, String(ms))
  const launch = () => {
    const env = { NODE_OPTIONS: `--import ${pathToFileURL(join(folder, 'clock.mjs')).href}` }
    return launchMuster({ userData, openUrl: browser.openUrl, env })
  }

  beforeAll(async () => {
    setClock(0)
    writeFileSync(join(folder, 'clock.mjs'), clockModule(clock))
    sandbox = await startSandbox({ people: 40, accounts: 3 })
    browser = createAdminBrowser(sandbox.login)
    muster = await launch()
    await mainJob.pasteSettings(muster.window, sandbox.settings)
    await mainJob.connect(muster.window, 'Contoso')
  })
  afterAll(async () => {
    await muster?.close()
    await browser?.close()
    await sandbox?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const later = async (ms: number) => {
    await muster.close()
    setClock(ms)
    muster = await launch()
    await muster.window.getByRole('heading', { name: 'People', level: 1 }).waitFor()
  }
  const told = () => muster.records().flatMap((line) => (line.kind === 'notification' ? [line] : []))

  test('no network is told apart from signed out, and a push that waits for it goes on by itself', async () => {
    const { window } = muster
    await mainJob.openPeople(window, sandbox.peopleFile)
    await mainJob.show(window, 'Not in K2')
    await mainJob.pickFirst(window, 20)
    await mainJob.review(window)
    sandbox.setQuirks(['slow'])
    await mainJob.push(window)
    await muster.network(false)
    await window.getByText('This computer is offline').first().waitFor({ timeout: 20_000 })
    await window.getByRole('button', { name: /, Signed in/ }).waitFor()
    expect(await window.getByText('You are not signed in').count()).toBe(0)
    sandbox.setQuirks([])
    await muster.network(true)
    await window.getByText('This computer is offline').first().waitFor({ state: 'hidden', timeout: 20_000 })
    await mainJob.pushed(window)
    expect(sandbox.accounts()).toHaveLength(23)
  })

  test('an access token that went stale in a sleep is renewed on waking, before anybody asks', async () => {
    const { refreshes } = sandbox.counts()
    setClock(2 * 3_600_000)
    // Longer than the app takes to look at its clock.
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(sandbox.counts().refreshes).toBe(refreshes)
    await muster.wake()
    await expect.poll(() => sandbox.counts().refreshes, patience).toBeGreaterThan(refreshes)
  })

  test('the system warns five days before the end, and not again after a restart', async () => {
    await later(26 * day)
    await expect.poll(told, patience).toEqual([
      {
        kind: 'notification',
        title: 'Your K2 sign-in ends in less than five days',
        body: 'Contoso · Production: Sign in again before, and no push has to wait.',
      },
    ])
    const { refreshes } = sandbox.counts()
    await later(26 * day + 1)
    await muster.wake()
    // Its token has come: nothing is under way that the next step could cut short.
    await expect.poll(() => sandbox.counts().refreshes, patience).toBeGreaterThan(refreshes)
    expect(told()).toEqual([])
  })

  test('and tells when it has ended; a click leads to the connection', async () => {
    sandbox.expireRefreshTokens()
    await later(31 * day)
    await expect.poll(told, patience).toMatchObject([{ title: 'Your K2 sign-in has ended' }])
    const { window } = muster
    await window.getByText('Your K2 sign-in has expired').first().waitFor()
    await window.getByRole('button', { name: /^Runs/ }).click()
    await window.getByRole('heading', { name: 'Runs', level: 1 }).waitFor()
    await muster.clickNotification('Your K2 sign-in has ended')
    await window.getByRole('heading', { name: 'People', level: 1 }).waitFor()
  })

  test('a second start brings the first window forward', async () => {
    const focused = () => muster.records().filter(({ kind }) => kind === 'focused').length
    const before = focused()
    await expect(launchMuster({ userData, openUrl: () => undefined })).rejects.toThrow()
    await expect.poll(focused).toBeGreaterThan(before)
  })

  test('the window opens at the size it had, on a screen that is there', async () => {
    await muster.close()
    const file = join(userData, 'config.json')
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    expect(kept.window).toMatchObject({ width: 1280, height: 800, maximized: false })
    writeFileSync(file, JSON.stringify({ ...kept, window: { x: -9000, y: 40, width: 1100, height: 700 } }))
    await later(0)
    expect(await muster.window.evaluate('[innerWidth, innerHeight]')).toEqual([1100, 700])
    await muster.close()
    const after = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    // In the middle of the one screen that there is.
    expect(after.window).toEqual({ x: 410, y: 170, width: 1100, height: 700, maximized: false })
  })
})
