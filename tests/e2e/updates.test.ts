import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunSummary } from '../../shared/model/run.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { type AdminBrowser, createAdminBrowser } from '../support/admin-browser.ts'
import { axeFindings } from '../support/axe.ts'
import { electronBinary } from '../support/electron-binary.ts'
import { installedFrom } from '../support/installed.ts'
import { type Launched, launchMuster } from '../support/launch.ts'
import { shows } from '../support/threats.ts'
import { startUpdateFeed, type UpdateFeed } from '../support/update-feed.ts'
import { callMain, connectionId } from './call-main.ts'
import { mainJob } from './main-job.ts'

/** Only the stand-in can be told that it is an installed AppImage; Electron itself would have to be one. */
const canBeInstalled = process.platform === 'linux' && electronBinary() === null

describe.runIf(canBeInstalled)('updates of an installed Muster', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-updated-'))
  /** The next version says that it was started. */
  const started = join(folder, 'started')
  const nextVersion = `#!/bin/sh\necho started > '${started}'\n`
  let feed: UpdateFeed
  let sandbox: Sandbox
  let browser: AdminBrowser
  let muster: Launched
  let appImage: string

  beforeAll(async () => {
    feed = await startUpdateFeed()
    sandbox = await startSandbox({ people: 60, accounts: 5 })
    browser = createAdminBrowser(sandbox.login)
    const installed = installedFrom(folder, feed.url)
    appImage = installed.appImage
    muster = await launchMuster({
      userData: join(folder, 'user-data'),
      openUrl: browser.openUrl,
      env: installed.env,
    })
    await mainJob.pasteSettings(muster.window, sandbox.settings)
    await mainJob.connect(muster.window, 'Contoso')
  })
  afterAll(async () => {
    await muster?.close()
    await browser?.close()
    await sandbox?.stop()
    await feed?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const openUpdates = async () => {
    await muster.window.getByRole('button', { name: 'Settings', exact: true }).click()
    await muster.window.getByRole('tab', { name: 'Updates', exact: true }).click()
  }
  const checkNow = () => muster.window.getByRole('button', { name: 'Check now' }).click()

  test('a place that has nothing yet is said, with a way on', async () => {
    await openUpdates()
    await checkNow()
    await muster.window.getByText('The place that updates come from can’t be reached.').waitFor()
    expect(await axeFindings(muster.window)).toEqual([])
  })

  test('up to date says when it was looked', async () => {
    feed.offer({ version: '0.1.0', content: 'this version', channels: ['latest', 'beta'] })
    await checkNow()
    await muster.window.getByText(/^Up to date\. Looked /).waitFor()
  })

  test(shows('update', 'what was altered on its way is refused in the window’s words, and deleted'), async () => {
    feed.offer({ version: '0.2.0', content: nextVersion, served: nextVersion.replace('started', 'stolen!') })
    await checkNow()
    await muster.window.getByText('The downloaded update is not the file that was published.').waitFor()
    expect(existsSync(join(folder, 'cache/muster-updater/pending/Muster-0.2.0.AppImage'))).toBe(false)
  })

  test('a newer version is downloaded with progress, and then waits', async () => {
    feed.offer({ version: '0.2.0', content: nextVersion })
    const release = feed.hold()
    await checkNow()
    await muster.window.getByRole('status', { name: 'Downloading Muster 0.2.0' }).waitFor()
    expect(await axeFindings(muster.window)).toEqual([])
    release()
    await muster.window.getByText('Muster 0.2.0 is ready').waitFor()
    expect(await axeFindings(muster.window)).toEqual([])
    expect(readFileSync(appImage, 'utf8')).toBe('this version')
  })

  test(shows('update', 'a push that has not ended keeps the update waiting, and is not cut off'), async () => {
    const { window } = muster
    await window.getByRole('button', { name: /^People/ }).click()
    await mainJob.openPeople(window, sandbox.peopleFile)
    await mainJob.show(window, 'Not in K2')
    await mainJob.pickFirst(window, 30)
    await mainJob.review(window)
    sandbox.setQuirks(['slow', 'rate-limit'])
    await mainJob.push(window)
    const connection = await connectionId(window, 'Contoso')
    const runs = async () => ((await callMain(window, 'runs', 'list', { connection })) as { value: RunSummary[] }).value
    const [run] = await runs()
    await callMain(window, 'runs', 'pause', { connection, run: run?.id })
    await openUpdates()
    await window.getByRole('button', { name: 'Restart to update' }).click()
    await window.getByText('A push or a plan is under way.').waitFor()
    expect(readFileSync(appImage, 'utf8')).toBe('this version')
    await callMain(window, 'runs', 'stop', { connection, run: run?.id })
    await expect.poll(async () => (await runs())[0]?.endedAt).not.toBeNull()
  })

  test('Restart to update replaces the program and starts it', async () => {
    await muster.window.getByRole('button', { name: 'Restart to update' }).click()
    await expect.poll(() => existsSync(started)).toBe(true)
    expect(readFileSync(appImage, 'utf8')).toBe(nextVersion)
  })
})
