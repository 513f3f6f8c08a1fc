import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { startCertifiedService } from '../../support/certified-service.ts'
import { startForwardProxy } from '../../support/forward-proxy.ts'
import { mainJob } from '../main-job.ts'
import { bringUp, openSection } from './picking.ts'
import type { TourPlace } from './place.ts'

/** The section of the settings that the connection itself is in. */
export const panelOf = (window: Page) => window.getByRole('tabpanel', { name: 'Connection', exact: true })

/** Goes to the settings of the connection. */
export const openConnection = (window: Page): Promise<void> => openSection(window, 'Connection')

/** Begins another connection, up to where its settings are asked for. */
export async function addConnection(window: Page): Promise<void> {
  await window.getByRole('button', { name: /^Connection:/ }).click()
  await window.getByRole('menuitem', { name: 'Add a connection' }).click()
}

/** Makes a connection to a sandbox whose SCIM service is reached at another address; ends on People. */
export async function connectAt(window: Page, { settings }: Sandbox, baseUrl: string, name: string): Promise<void> {
  const { client, scim } = settings
  await mainJob.pasteSettings(window, { client, scim: { ...scim, baseUrl } })
  await mainJob.connect(window, name)
}

/** Tests the connection whose settings are shown, to the end. */
export async function testConnection(window: Page): Promise<void> {
  const panel = panelOf(window)
  await panel.getByRole('button', { name: /^Test (the connection|again)$/ }).click()
  await panel.getByRole('button', { name: 'Test again' }).waitFor()
  await panel.getByRole('button', { name: 'Cancel the test' }).waitFor({ state: 'hidden', timeout: 30_000 })
}

/** Says that the connection goes through a proxy of this computer, without saving it; gives the form to go on in. */
export async function fillProxy(window: Page, port: number): Promise<Locator> {
  const form = window.getByRole('form', { name: 'Network' })
  await form.getByRole('radio', { name: 'This proxy' }).click()
  await form.getByRole('textbox', { name: 'Proxy', exact: true }).fill('127.0.0.1')
  await form.getByRole('textbox', { name: 'Port of the proxy' }).fill(String(port))
  return form
}

/** Has the connection whose settings are shown trust the authority in a file. */
export async function trustAuthority(window: Page, file: string): Promise<void> {
  const form = window.getByRole('form', { name: 'Network' })
  const chooser = window.waitForEvent('filechooser')
  await form.getByRole('button', { name: 'Add a certificate file' }).click()
  await (await chooser).setFiles(file)
  await form.getByText(/, and the one in/).waitFor()
  await form.getByRole('button', { name: 'Save changes' }).click()
  await form.getByText('Saved', { exact: true }).waitFor()
}

/** What a step of the test found is said while it runs. */
const saidByTest =
  /^“(?:No proxy|It is an address|Plain HTTP|The OpenID provider|There is an access token|The service (?:says|has)|The server asks|The proxy|Not tried|Requests go)/
/** The parts of the diagnostics are called as in the file, which stays English. */
export const namesOfParts = /^“[A-Z][a-z ]+” is still English$/

/** The connection test where everything works, and what the diagnostics hold of it. */
export async function test({ muster, looker }: TourPlace): Promise<void> {
  const { window } = muster
  await openConnection(window)
  await testConnection(window)
  await bringUp(window.getByText('Every step works.'), 'section')
  await looker.look(window, 'connection-test', { held: saidByTest })
  await window.getByRole('tab', { name: 'Diagnostics', exact: true }).click()
  await window.getByText(/^Connections [\d,]+ lines?$/).click()
  await looker.look(window, 'diagnostics-connections', { held: namesOfParts })
}

/** A service that asks for a certificate of this computer: what the test says, the choice, and what is kept. */
export async function presentCertificate({ muster, sandbox, folder, certificates, looker }: TourPlace): Promise<void> {
  if (certificates === null) return
  const { window } = muster
  const service = await startCertifiedService(sandbox.settings.scim.baseUrl, join(folder, 'service'), certificates)
  await addConnection(window)
  await connectAt(window, sandbox, service.baseUrl, 'Contoso plant')
  await openConnection(window)
  await trustAuthority(window, service.authority)
  await testConnection(window)
  const panel = panelOf(window)
  const choose = panel.getByRole('button', { name: 'Choose a certificate…' })
  await choose.scrollIntoViewIfNeeded()
  await looker.look(window, 'client-certificate-wanted', { held: saidByTest })
  await choose.click()
  const dialog = window.getByRole('dialog', { name: 'Choose a certificate' })
  await dialog.getByRole('radio', { name: 'workstation-7' }).click()
  await looker.look(window, 'client-certificate-choice', { held: saidByTest })
  await dialog.getByRole('button', { name: 'Present this certificate' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await bringUp(window.getByRole('form', { name: 'Client certificate' }), 'section')
  await looker.look(window, 'settings-client-certificate', { held: saidByTest })
  await service.stop()
}

/** A proxy that asks for a sign-in: the way to it, what the test says, and the dialog. */
export async function goThroughProxy({ muster, sandbox, looker }: TourPlace): Promise<void> {
  const { window } = muster
  const proxy = await startForwardProxy({ signIn: { user: 'ada', password: 'Difference-Engine-1842' }, routes: {} })
  try {
    await addConnection(window)
    await connectAt(window, sandbox, 'https://scim.contoso.example', 'Contoso abroad')
    await openConnection(window)
    const form = await fillProxy(window, proxy.port)
    await bringUp(form, 'section')
    await looker.look(window, 'settings-network')
    await form.getByRole('button', { name: 'Save changes' }).click()
    await form.getByText('Saved', { exact: true }).waitFor()
    await testConnection(window)
    const signIn = panelOf(window).getByRole('button', { name: 'Sign in to the proxy…' })
    await signIn.scrollIntoViewIfNeeded()
    await looker.look(window, 'connection-test-failed', { held: saidByTest })
    await signIn.click()
    await window.getByRole('dialog', { name: 'Sign in to the proxy' }).waitFor()
    await looker.look(window, 'proxy-sign-in', { held: saidByTest })
    await window.keyboard.press('Escape')
    await window.getByRole('dialog').waitFor({ state: 'hidden' })
  } finally {
    await proxy.stop()
  }
}
