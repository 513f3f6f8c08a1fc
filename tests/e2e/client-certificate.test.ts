import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, expect, test } from 'vitest'
import { axeFindingsInBothThemes } from '../support/axe.ts'
import { type CertifiedService, startCertifiedService } from '../support/certified-service.ts'
import { noTraces, tracesOf } from '../support/clean-window.ts'
import { electronBinary } from '../support/electron-binary.ts'
import { shows } from '../support/threats.ts'
import { started } from './signed-in.ts'
import { addConnection, connectAt, openConnection, panelOf, testConnection, trustAuthority } from './tour/network.ts'
import { readAccounts } from './tour/picking.ts'

let service: CertifiedService
const place = started({ people: 5, accounts: 4 }, async ({ sandbox, folder }) => {
  const certificates = join(folder, 'store')
  service = await startCertifiedService(sandbox.settings.scim.baseUrl, join(folder, 'service'), certificates)
  return { certificates }
})
afterAll(() => service?.stop())

/** Electron itself takes certificates from the system's own store, which a test does not write to. */
const standIn = electronBinary() === null

const formOf = (window: Page) => window.getByRole('form', { name: 'Client certificate' })

async function connect(name: string): Promise<Page> {
  const { muster, sandbox } = place()
  const { window } = muster
  await connectAt(window, sandbox, service.baseUrl, name)
  await openConnection(window)
  await trustAuthority(window, service.authority)
  return window
}

test.runIf(standIn)(
  shows('client-certificates', 'a service that asks gets none until the admin has chosen one in the window'),
  async () => {
    const window = await connect('Contoso')
    await testConnection(window)
    const panel = panelOf(window)
    const steps = panel.getByRole('list', { name: `SCIM service, ${service.server}` })
    await steps.getByText('The server asks for a certificate of this computer, and none is chosen.').waitFor()
    expect(service.clients).toEqual([])
    // The section below has heard of it as well.
    await panel.getByText(`${service.server} asked for a certificate of this computer.`).waitFor()
    await formOf(window).getByRole('radio', { name: 'None' }).waitFor()
    expect(await axeFindingsInBothThemes(window)).toEqual([])

    await panel.getByRole('button', { name: 'Choose a certificate…' }).click()
    const dialog = window.getByRole('dialog', { name: 'Choose a certificate' })
    await dialog.getByText(`${service.server} asked for a certificate of this computer.`).waitFor()
    await dialog
      .getByText(/From Test Contoso-Users, valid until/)
      .first()
      .waitFor()
    expect(await axeFindingsInBothThemes(window)).toEqual([])
    await dialog.getByRole('radio', { name: 'workstation-7' }).click()
    await dialog.getByRole('button', { name: 'Present this certificate' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await formOf(window).getByRole('radio', { name: 'workstation-7' }).isChecked()).toBe(true)

    await testConnection(window)
    await panel.getByText('Every step works.').waitFor()
    await steps.getByText(/was shown “workstation-7”/).waitFor()
    await readAccounts(window)
    await window.getByRole('grid', { name: 'K2 accounts' }).getByRole('row').nth(1).waitFor({ timeout: 30_000 })
    expect(new Set(service.clients)).toEqual(new Set(['workstation-7']))
  },
)

test.runIf(standIn)('after a restart the choice still holds', async () => {
  const { muster } = place()
  await muster.restart()
  const { window } = muster
  const before = service.clients.length
  await readAccounts(window)
  await expect.poll(() => service.clients.length, { timeout: 30_000 }).toBeGreaterThan(before)
  await openConnection(window)
  expect(await formOf(window).getByRole('radio', { name: 'workstation-7' }).isChecked()).toBe(true)
})

test.runIf(standIn)('another connection to the same service presents none, and then its own', async () => {
  const { window } = place().muster
  await addConnection(window)
  await connect('Contoso abroad')
  await testConnection(window)
  await panelOf(window)
    .getByRole('list', { name: `SCIM service, ${service.server}` })
    .getByText('The server asks for a certificate of this computer, and none is chosen.')
    .waitFor()
  const before = service.clients.length
  const form = formOf(window)
  await form.getByRole('radio', { name: 'ada' }).click()
  await form.getByRole('button', { name: 'Save changes' }).click()
  await form.getByText('Saved', { exact: true }).waitFor()
  await testConnection(window)
  await panelOf(window).getByText('Every step works.').waitFor()
  expect(new Set(service.clients.slice(before))).toEqual(new Set(['ada']))
})

test.runIf(standIn)('a certificate that was taken away is told, and the form says which one it was', async () => {
  const { muster, sandbox, userData } = place()
  service.install('workstation-7')
  await muster.restart()
  const { window } = muster
  await openConnection(window)
  await testConnection(window)
  await panelOf(window)
    .getByText('The certificate that this connection presents is not among those that this computer offers.')
    .first()
    .waitFor()
  const form = formOf(window)
  expect(await form.getByRole('radio', { name: 'ada' }).isChecked()).toBe(true)
  await form.getByText(/Not among those that this computer offers now/).waitFor()
  expect(await axeFindingsInBothThemes(window)).toEqual([])
  expect((await tracesOf(muster, userData, sandbox.secrets())).secrets).toEqual(noTraces.secrets)
})
