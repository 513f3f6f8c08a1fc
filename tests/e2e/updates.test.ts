import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { RunSummary } from '../../shared/model/run.ts'
import { axeFindings } from '../support/axe.ts'
import { electronBinary } from '../support/electron-binary.ts'
import { installedFrom } from '../support/installed.ts'
import { shows } from '../support/threats.ts'
import { startUpdateFeed, type UpdateFeed } from '../support/update-feed.ts'
import { callMain, connectionId } from './call-main.ts'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'
import { openSection } from './tour/picking.ts'

/** Only the stand-in can be told that it is an installed AppImage; Electron itself would have to be one. */
const canBeInstalled = process.platform === 'linux' && electronBinary() === null

describe.runIf(canBeInstalled)('updates of an installed Muster', () => {
  let feed: UpdateFeed
  let appImage: string
  const place = signedIn({ people: 60, accounts: 5 }, async ({ folder }) => {
    feed = await startUpdateFeed()
    const installed = installedFrom(folder, feed.url)
    appImage = installed.appImage
    return { env: installed.env }
  })
  afterAll(() => feed?.stop())

  /** The next version says that it was started, by a file. */
  const startedFile = () => join(place().folder, 'started')
  const nextVersion = () => `#!/bin/sh\necho started > '${startedFile()}'\n`
  const window = () => place().muster.window
  const openUpdates = () => openSection(window(), 'Updates')
  const checkNow = () => window().getByRole('button', { name: 'Check now' }).click()

  test('a place that has nothing yet is said, with a way on', async () => {
    await openUpdates()
    await checkNow()
    await window().getByText('The place that updates come from can’t be reached.').waitFor()
    expect(await axeFindings(window())).toEqual([])
  })

  test('up to date says when it was looked', async () => {
    feed.offer({ version: '0.1.0', content: 'this version', channels: ['latest', 'beta'] })
    await checkNow()
    await window()
      .getByText(/^Up to date\. Looked /)
      .waitFor()
  })

  test(shows('update', 'what was altered on its way is refused in the window’s words, and deleted'), async () => {
    feed.offer({ version: '0.2.0', content: nextVersion(), served: nextVersion().replace('started', 'stolen!') })
    await checkNow()
    await window().getByText('The downloaded update is not the file that was published.').waitFor()
    expect(existsSync(join(place().folder, 'cache/muster-updater/pending/Muster-0.2.0.AppImage'))).toBe(false)
  })

  test('a newer version is downloaded with progress, and then waits', async () => {
    feed.offer({ version: '0.2.0', content: nextVersion() })
    const release = feed.hold()
    await checkNow()
    await window().getByRole('status', { name: 'Downloading Muster 0.2.0' }).waitFor()
    expect(await axeFindings(window())).toEqual([])
    release()
    await window().getByText('Muster 0.2.0 is ready').waitFor()
    expect(await axeFindings(window())).toEqual([])
    expect(readFileSync(appImage, 'utf8')).toBe('this version')
  })

  test(shows('update', 'a push that has not ended keeps the update waiting, and is not cut off'), async () => {
    const { muster, sandbox } = place()
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
    await window().getByRole('button', { name: 'Restart to update' }).click()
    await expect.poll(() => existsSync(startedFile())).toBe(true)
    expect(readFileSync(appImage, 'utf8')).toBe(nextVersion())
  })
})
