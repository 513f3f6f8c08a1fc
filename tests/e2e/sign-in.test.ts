import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { approve } from '../sandbox/browse.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { type AdminBrowser, createAdminBrowser } from '../support/admin-browser.ts'
import { type Launched, type LaunchOptions, launchMuster } from '../support/launch.ts'
import { startSilentService } from '../support/silent-service.ts'
import { mainJob } from './main-job.ts'

/** Every way a sign-in can go wrong has a state of its own that says what to do, and trying again works. */
describe('a sign-in that goes wrong', () => {
  let folder: string
  let sandbox: Sandbox
  let browser: AdminBrowser
  let muster: Launched

  const launch = async (options: Partial<LaunchOptions> = {}) => {
    muster = await launchMuster({ userData: join(folder, 'user-data'), openUrl: browser.openUrl, ...options })
    return muster.window
  }
  const signIn = () => muster.window.getByRole('button', { name: 'Sign in', exact: true }).click()
  const says = (text: string | RegExp) => muster.window.getByText(text).first().waitFor()

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'muster-sign-in-'))
    sandbox = await startSandbox({ people: 5, accounts: 5 })
    browser = createAdminBrowser(sandbox.login)
  })
  afterEach(async () => {
    await muster?.close()
    await browser.close()
    await sandbox.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a browser that was closed leaves Muster waiting, until the admin cancels and tries again', async () => {
    const window = await launch()
    browser.decide('close')
    await mainJob.pasteSettings(window, sandbox.settings)
    await signIn()
    await says('Waiting for the browser…')
    await window.getByRole('timer').first().waitFor()
    await window.getByRole('button', { name: 'Cancel' }).first().click()
    await says('The sign-in was cancelled.')
    browser.decide('agree')
    await mainJob.connect(window, 'Contoso')
  })

  test('an identity service that does not answer is what is waited for, and there is no address to copy yet', async () => {
    const silent = await startSilentService()
    const { client, scim } = sandbox.settings
    const window = await launch()
    await mainJob.pasteSettings(window, { client: { ...client, authority: `http://127.0.0.1:${silent.port}/` }, scim })
    await signIn()
    await says('Waiting for the identity service to answer.')
    expect(await window.getByRole('button', { name: 'Copy address' }).count()).toBe(0)
    await window.getByRole('button', { name: 'Cancel' }).first().click()
    await says('The sign-in was cancelled.')
    // What was asked is given up as well.
    await silent.stop()
  })

  test('a browser on another computer: its last address is pasted back, and a wrong one is refused before', async () => {
    let address = ''
    const window = await launch({
      openUrl: (url: string) => {
        address = url
      },
    })
    await mainJob.pasteSettings(window, sandbox.settings)
    await signIn()
    await says('Waiting for the browser…')
    // The other computer's browser has the address from the admin, who copied it.
    await window.getByRole('button', { name: 'Copy address' }).click()
    await window.getByRole('button', { name: 'Address copied' }).waitFor()
    await window.getByRole('button', { name: 'Paste address' }).click()
    const field = window.getByRole('textbox', { name: 'Address the browser ended at' })
    const goOn = window.getByRole('button', { name: 'Go on' })
    await field.fill('http://127.0.0.1:1/callback?code=c&state=s')
    await goOn.click()
    await says(/This is not the address that the sign-in ended at\./)
    const { url } = await approve(address, sandbox.login, { unreachable: true })
    await field.fill(url)
    await goOn.click()
    await window.getByRole('heading', { name: 'People', level: 1 }).waitFor()
    await says(/Signed in/)
    const code = new URL(url).searchParams.get('code') ?? ''
    expect(JSON.stringify(muster.records())).not.toContain(code)
  })

  test('a port that another program uses is named, and signing in works once it is free', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const window = await launch()
    const { client, scim } = sandbox.settings
    await mainJob.pasteSettings(window, {
      client: { ...client, redirectUri: `http://127.0.0.1:${port}/callback` },
      scim,
    })
    await says(`Port ${port} is used by another program`)
    await signIn()
    await says('Another program uses the port that the sign-in returns to.')
    // The other program is this test itself.
    if (process.platform === 'linux') await says(new RegExp(`It is .+ \\(process ${process.pid}\\)`))
    await new Promise((resolve) => other.close(resolve))
    await mainJob.connect(window, 'Contoso')
  })

  test('an identity service that can’t be reached is told apart, and trying again works', async () => {
    const window = await launch()
    await mainJob.pasteSettings(window, {
      ...sandbox.settings,
      client: { ...sandbox.settings.client, authority: 'http://127.0.0.1:9/42705858-ccff-40ae-bd24-307b4d49aa03' },
    })
    await signIn()
    await says('The identity service can’t be reached.')
    await mainJob.pasteSettings(window, sandbox.settings)
    await mainJob.connect(window, 'Contoso')
  })

  test('a forged callback with a wrong state is refused, and the real sign-in still goes through', async () => {
    const answers: number[] = []
    const window = await launch({
      openUrl: async (url: string) => {
        const back = new URL(new URL(url).searchParams.get('redirect_uri') ?? '')
        back.search = 'code=forged&state=forged'
        answers.push((await fetch(back, { redirect: 'manual' })).status)
        await browser.openUrl(url)
      },
    })
    await mainJob.pasteSettings(window, sandbox.settings)
    await mainJob.connect(window, 'Contoso')
    expect(answers).toEqual([403])
  })

  test('without a keychain a notice says so, the session lasts until Muster closes, and nothing is written', async () => {
    const window = await launch({ keychain: 'none' })
    await says(/keychain/)
    await mainJob.pasteSettings(window, sandbox.settings)
    await says('in memory until Muster closes')
    await mainJob.connect(window, 'Contoso')
    await says(/Signed in/)
  })

  test('signing out revokes, forgets, and survives a restart', async () => {
    const window = await launch()
    await mainJob.pasteSettings(window, sandbox.settings)
    await mainJob.connect(window, 'Contoso')
    await window.getByRole('button', { name: /Signed in/ }).click()
    await window.getByRole('menuitem', { name: 'Sign out' }).click()
    await window.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
    await window
      .getByRole('button', { name: /Sign in/ })
      .first()
      .waitFor()
    await muster.restart()
    await muster.window
      .getByRole('button', { name: /Sign in/ })
      .first()
      .waitFor()
    expect(browser.opened()).toBe(1)
  })
})
