import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { createAdminBrowser } from '../support/admin-browser.ts'
import { axeFindings } from '../support/axe.ts'
import { makeAuthority, type TestAuthority } from '../support/certificates.ts'
import { noTraces, tracesOf } from '../support/clean-window.ts'
import { type ForwardProxy, startForwardProxy } from '../support/forward-proxy.ts'
import { type Launched, launchMuster } from '../support/launch.ts'
import { mainJob } from './main-job.ts'
import { fillProxy, openConnection, testConnection, trustAuthority } from './tour/network.ts'
import { go } from './tour/picking.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-proxy-'))
const signIn = { user: 'ada.lovelace', password: 'Difference-Engine-1842' }
const host = 'scim.contoso.example'
let sandbox: Sandbox
let authority: TestAuthority
let proxy: ForwardProxy
let muster: Launched
const ends: (() => Promise<void>)[] = []

beforeAll(async () => {
  sandbox = await startSandbox({ people: 5, accounts: 4 })
  authority = makeAuthority(folder, 'inspection')
  const port = Number(new URL(sandbox.settings.scim.baseUrl).port)
  proxy = await startForwardProxy({ signIn, routes: { [`${host}:443`]: port }, inspect: authority })
  const browser = createAdminBrowser(sandbox.login)
  muster = await launchMuster({ userData: join(folder, 'user-data'), openUrl: browser.openUrl })
  ends.push(
    () => muster.close(),
    () => browser.close(),
    () => proxy.stop(),
    () => sandbox.stop(),
  )
})
afterAll(async () => {
  for (const end of ends) await end()
  rmSync(folder, { recursive: true, force: true })
})

const panelOf = (window: Page) => window.getByRole('tabpanel', { name: 'Connection', exact: true })

test('behind an inspecting proxy that asks for a sign-in, each step leads to the next until everything works', async () => {
  const { window } = muster
  const { client, scim } = sandbox.settings
  await mainJob.pasteSettings(window, { client, scim: { ...scim, baseUrl: `https://${host}` } })
  await mainJob.connect(window, 'Contoso')
  await openConnection(window)
  const form = await fillProxy(window, proxy.port)
  await form.getByRole('button', { name: 'Save changes' }).click()
  await form.getByText('Saved', { exact: true }).waitFor()

  await testConnection(window)
  const panel = panelOf(window)
  await panel.getByText(`Requests go through the proxy 127.0.0.1:${proxy.port}.`).waitFor()
  await panel.getByText('The proxy asks for a sign-in.').first().waitFor()
  await panel.getByRole('button', { name: 'Sign in to the proxy…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Sign in to the proxy' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill(signIn.user)
  await dialog.getByLabel('Password').fill(signIn.password)
  expect(await axeFindings(window)).toEqual([])
  await dialog.getByRole('button', { name: 'Sign in to the proxy' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await form.getByText(`Muster signs in to 127.0.0.1:${proxy.port} as ${signIn.user}.`).waitFor()

  await testConnection(window)
  await panel.getByText(/it comes from “Test inspection”/).waitFor()
  await trustAuthority(window, authority.file)

  await testConnection(window)
  await panel.getByText('Every step works.').waitFor()
  await panel.getByText('The service has 4 accounts.').waitFor()
  expect(await axeFindings(window)).toEqual([])
})

test('after a restart everything goes through the proxy again, and the password is in the keychain alone', async () => {
  await muster.restart()
  const { window } = muster
  const before = proxy.passed.length
  await go(window, /^K2 accounts/)
  await window
    .getByRole('button', { name: /^(Refresh|Read K2 accounts)/ })
    .first()
    .click()
  await window.getByRole('grid', { name: 'K2 accounts' }).getByRole('row').nth(1).waitFor({ timeout: 30_000 })
  expect(proxy.passed.length).toBeGreaterThan(before)
  const password = { name: 'proxy password', value: signIn.password }
  const basic = Buffer.from(`${signIn.user}:${signIn.password}`).toString('base64')
  const { secrets } = await tracesOf(muster, join(folder, 'user-data'), [
    ...sandbox.secrets(),
    password,
    { name: 'proxy sign-in', value: basic },
  ])
  expect(secrets).toEqual(noTraces.secrets)
})
