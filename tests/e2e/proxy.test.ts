import { afterAll, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { makeAuthority, type TestAuthority } from '../support/certificates.ts'
import { noTraces, tracesOf } from '../support/clean-window.ts'
import { type ForwardProxy, startForwardProxy } from '../support/forward-proxy.ts'
import { started } from './signed-in.ts'
import { connectAt, fillProxy, openConnection, panelOf, testConnection, trustAuthority } from './tour/network.ts'
import { readAccounts } from './tour/picking.ts'

const signIn = { user: 'ada.lovelace', password: 'Difference-Engine-1842' }
const host = 'scim.contoso.example'
let authority: TestAuthority
let proxy: ForwardProxy
const place = started({ people: 5, accounts: 4 }, async ({ sandbox, folder }) => {
  authority = makeAuthority(folder, 'inspection')
  const port = Number(new URL(sandbox.settings.scim.baseUrl).port)
  proxy = await startForwardProxy({ signIn, routes: { [`${host}:443`]: port }, inspect: authority })
  return {}
})
afterAll(() => proxy?.stop())

test('behind an inspecting proxy that asks for a sign-in, each step leads to the next until everything works', async () => {
  const { muster, sandbox } = place()
  const { window } = muster
  await connectAt(window, sandbox, `https://${host}`, 'Contoso')
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
  const { muster, sandbox, userData } = place()
  await muster.close()
  const before = proxy.passed.length
  await muster.restart()
  const { window } = muster
  await readAccounts(window)
  await window.getByRole('grid', { name: 'K2 accounts' }).getByRole('row').nth(1).waitFor({ timeout: 30_000 })
  expect(proxy.passed.length).toBeGreaterThan(before)
  const password = { name: 'proxy password', value: signIn.password }
  const basic = Buffer.from(`${signIn.user}:${signIn.password}`).toString('base64')
  const { secrets } = await tracesOf(muster, userData, [
    ...sandbox.secrets(),
    password,
    { name: 'proxy sign-in', value: basic },
  ])
  expect(secrets).toEqual(noTraces.secrets)
})
