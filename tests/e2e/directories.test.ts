import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { ldif, readerDn, suffix } from '../support/directory-entries.ts'
import { type Slapd, startSlapd } from '../support/slapd.ts'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'

/** Waits for every step of a test to have worked. */
async function everyStepWorked(window: Page, steps: number): Promise<void> {
  const list = window.getByRole('list', { name: 'Steps of the test' })
  // The list of the test before may still be shown.
  await expect.poll(() => list.getByRole('img', { name: 'Worked' }).count(), { timeout: 15_000 }).toBe(steps)
}

describe('people from a directory over LDAP', () => {
  const started = signedIn({ people: 0, accounts: 0 })
  let slapd: Slapd
  beforeAll(async () => {
    slapd = await startSlapd('active-directory', 60)
  })
  afterAll(() => slapd.stop())

  test('an empty People screen leads to the form, which says at the field what is wrong', async () => {
    const { window } = started().muster
    await window.getByRole('button', { name: 'Connect a directory' }).click()
    const form = window.getByRole('form', { name: 'LDAP or Active Directory' })
    await form.getByRole('button', { name: 'Test', exact: true }).click()
    await form.getByText('The server can’t be used: it is empty.').waitFor()
    await form.getByRole('textbox', { name: 'Server' }).fill('localhost')
    await form.getByRole('textbox', { name: 'Port' }).fill(String(slapd.tlsPort))
    await form.getByRole('textbox', { name: 'Account' }).fill(readerDn)
    await form.getByRole('textbox', { name: 'Password' }).fill('not the password')
    await form.getByRole('button', { name: 'Test', exact: true }).click()
    // The authority is not one that the computer knows, so the password never leaves.
    await form
      .getByText(/comes from an authority that this computer does not know/)
      .first()
      .waitFor()
    const chooser = window.waitForEvent('filechooser')
    await form.getByRole('button', { name: 'Choose a certificate file' }).click()
    await (await chooser).setFiles(slapd.authority.file)
    await form.getByText('The one in authority.pem.').waitFor()
    await form.getByRole('button', { name: 'Test', exact: true }).click()
    await form.getByText('The source did not accept what Muster signs in with.').first().waitFor()
  })

  test('a test says each step, and the search is counted while it is edited', async () => {
    const { window } = started().muster
    const form = window.getByRole('form', { name: 'LDAP or Active Directory' })
    await form.getByRole('textbox', { name: 'Password' }).fill(slapd.password)
    await form.getByRole('button', { name: 'Test', exact: true }).click()
    await everyStepWorked(window, 6)
    await form.getByText(/read as Active Directory/).waitFor()
    const counted = form.getByRole('status', { name: 'People found' })
    await counted.getByText('60 people are found.').waitFor()
    await form.getByRole('textbox', { name: 'Filter' }).fill('(title=Title 3)')
    await counted.getByText('5 people are found.').waitFor()
    await form.getByRole('textbox', { name: 'Filter' }).fill('(title=Title 3')
    await counted.getByText(/does not understand the filter/).waitFor()
    await form.getByRole('textbox', { name: 'Filter' }).fill('')
    await counted.getByText('60 people are found.').waitFor()
  })

  test('saving reads everybody, and those who are picked are pushed', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    await window.getByRole('button', { name: 'Save and read people' }).click()
    await window.getByRole('grid', { name: 'People' }).waitFor({ timeout: 60_000 })
    await window.getByText(/Directory localhost · 60 people/).waitFor()
    await mainJob.show(window, 'Not in K2')
    await mainJob.pickFirst(window, 10)
    await mainJob.review(window)
    await mainJob.push(window)
    await mainJob.pushed(window)
    const accounts = sandbox.accounts()
    expect(accounts).toHaveLength(10)
    expect(accounts.every(({ userName }) => /^user\d+@contoso\.example$/.test(String(userName)))).toBe(true)
    expect(accounts.every(({ externalId }) => /^[0-9a-f]{8}-/.test(String(externalId)))).toBe(true)
  })

  test('reading again shows who is new, changed and gone', async () => {
    const { window } = started().muster
    const [first, second] = slapd.people
    if (!first || !second) throw new Error('The directory is empty.')
    const dnOf = (dn: string) => ldif(dn, {}).trimEnd()
    slapd.modify(`${dnOf(first.dn)}\nchangetype: delete\n\n`)
    slapd.modify(`${dnOf(second.dn)}\nchangetype: modify\nreplace: title\ntitle: Director\n\n`)
    const added = ldif(`cn=New Person,ou=People,${suffix}`, {
      changetype: 'add',
      objectClass: ['user', 'securityPrincipal'],
      instanceType: '4',
      nTSecurityDescriptor: 'none',
      objectCategory: `CN=Person,${suffix}`,
      cn: 'New Person',
      sn: 'Person',
      userPrincipalName: 'new.person@contoso.example',
    })
    slapd.modify(added)
    await window
      .getByRole('navigation', { name: 'Main' })
      .getByRole('button', { name: /^People/ })
      .click()
    await window.getByRole('button', { name: 'Read again' }).click()
    const menu = window.getByRole('button', { name: /since last time/i })
    await menu.click()
    await window.getByRole('menuitem', { name: 'New 1' }).click()
    const grid = window.getByRole('grid', { name: 'People' })
    await grid.getByText('new.person@contoso.example').first().waitFor()
    await menu.click()
    await window.getByRole('menuitem', { name: /^Gone 1/ }).click()
    const gone = window.getByRole('dialog', { name: 'Gone since last time' })
    await gone.getByText(`${first.uid}@contoso.example`).waitFor()
    await window.keyboard.press('Escape')
  })

  test('after a restart the people are there at once, with their age, and the password is still in the keychain alone', async () => {
    const { muster } = started()
    await muster.restart()
    const { window } = muster
    await window.getByText(/Directory localhost · 60 people · read/).waitFor({ timeout: 60_000 })
    await window.getByRole('button', { name: 'Read again' }).click()
    await window.getByText(/60 people read from localhost/).waitFor({ timeout: 60_000 })
    expect(JSON.stringify(muster.records())).not.toContain(slapd.password)
  })

  test('a refresh shows that it goes on, and cancelling it leaves the people who were read before', async () => {
    const { window } = started().muster
    slapd.pause()
    await window.getByRole('button', { name: 'Read again' }).click()
    const bar = window.getByRole('status', { name: 'Reading people' })
    await bar.getByRole('progressbar', { name: 'Reading people' }).waitFor()
    await bar.getByRole('button', { name: 'Cancel' }).click()
    await window.getByText('Reading was cancelled.').waitFor()
    await bar.waitFor({ state: 'hidden' })
    await window.getByText(/Directory localhost · 60 people · read/).waitFor()
    slapd.resume()
    await window.getByRole('button', { name: 'Read again' }).click()
    await window.getByText(/60 people read from localhost/).waitFor({ timeout: 60_000 })
  })
})

describe('people from a directory over StartTLS', () => {
  const started = signedIn({ people: 0, accounts: 0 })
  let slapd: Slapd
  beforeAll(async () => {
    slapd = await startSlapd('inetorgperson', 30)
  })
  afterAll(() => slapd.stop())

  test('from the empty People screen to a push, with further attributes that are kept', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    await window.getByRole('button', { name: 'Connect a directory' }).click()
    const form = window.getByRole('form', { name: 'LDAP or Active Directory' })
    await form.getByRole('combobox', { name: 'Encryption' }).selectOption('StartTLS (port 389)')
    await form.getByRole('textbox', { name: 'Server' }).fill('localhost')
    await form.getByRole('textbox', { name: 'Port' }).fill(String(slapd.port))
    await form.getByRole('textbox', { name: 'Account' }).fill(readerDn)
    await form.getByRole('textbox', { name: 'Password' }).fill(slapd.password)
    const chooser = window.waitForEvent('filechooser')
    await form.getByRole('button', { name: 'Choose a certificate file' }).click()
    await (await chooser).setFiles(slapd.authority.file)
    await form.getByText('Other attributes than usual').click()
    const further = form.getByRole('textbox', { name: 'Further attributes to keep' })
    await further.fill('createTimestamp\nuserPassword')
    await form.getByRole('button', { name: 'Test', exact: true }).click()
    await form.getByText(/“userPassword” looks like a secret/).waitFor()
    await further.fill('createTimestamp\nobjectClass')
    await form.getByText(/looks like a secret/).waitFor({ state: 'hidden' })
    expect(await further.isVisible()).toBe(true)
    await form.getByRole('button', { name: 'Test', exact: true }).click()
    await everyStepWorked(window, 6)
    await form.getByText(/Encrypted by StartTLS/).waitFor()
    const first = form.getByRole('table', { name: 'The first person' })
    await first.getByRole('row', { name: /Kept as it is createTimestamp \d{14}Z/ }).waitFor()
    await form.getByRole('button', { name: 'Save and read people' }).click()
    await window.getByText(/Directory localhost · 30 people/).waitFor({ timeout: 60_000 })
    await window.getByRole('grid', { name: 'People' }).getByText('user3', { exact: true }).first().click()
    const panel = window.getByRole('complementary', { name: 'Person' })
    await panel.getByText(/^Everything the source has/).click()
    for (const text of ['objectClass', 'inetOrgPerson', '/People'])
      await panel.getByText(text, { exact: true }).waitFor()
    await window.keyboard.press('Escape')
    await mainJob.show(window, 'Not in K2')
    await mainJob.pickFirst(window, 4)
    await mainJob.review(window)
    await mainJob.push(window)
    await mainJob.pushed(window)
    expect(sandbox.accounts()).toHaveLength(4)
    expect(sandbox.accounts().every(({ userName }) => /^user\d+$/.test(String(userName)))).toBe(true)
    expect(JSON.stringify(muster.records())).not.toContain(slapd.password)
  })
})

describe('people from a SCIM service', () => {
  const started = signedIn({ people: 0, accounts: 0 })
  const folder = mkdtempSync(join(tmpdir(), 'muster-scim-source-'))
  let idp: Sandbox
  beforeAll(async () => {
    idp = await startSandbox({ people: 150, accounts: 140, quirks: ['cursor-paging'] })
  })
  afterAll(async () => {
    await idp.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('from the empty People screen to a push', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    const { baseUrl, token } = idp.settings.scim
    await window.getByRole('button', { name: 'Connect a SCIM service' }).click()
    const form = window.getByRole('form', { name: 'A SCIM service' })
    await form.getByRole('textbox', { name: 'Address' }).fill(`${baseUrl}/tokens/${token}/scim/v2`)
    await form.getByRole('combobox', { name: 'Sign-in' }).selectOption('OAuth client credentials')
    await form.getByRole('textbox', { name: 'Token address' }).fill(`${idp.settings.client.authority}/connect/token`)
    await form.getByRole('textbox', { name: 'Client id' }).fill(idp.confidential.clientId)
    await form.getByRole('textbox', { name: 'Scope' }).fill('https://scim.onk2.com/write')
    await form.getByRole('textbox', { name: 'Client secret' }).fill('wrong-secret')
    await form.getByRole('button', { name: 'Test', exact: true }).click()
    await form.getByText('The source did not accept what Muster signs in with.').first().waitFor()
    await form.getByRole('textbox', { name: 'Client secret' }).fill(idp.confidential.clientSecret)
    await form.getByRole('button', { name: 'Test', exact: true }).click()
    await everyStepWorked(window, 5)
    await form.getByText('140 people fit.').waitFor()
    await form.getByRole('textbox', { name: 'Filter' }).fill('userName eq "nobody@contoso.example"')
    await form.getByText('0 people are found.').waitFor()
    await form.getByRole('textbox', { name: 'Filter' }).fill('')
    await form.getByText('140 people are found.').waitFor()
    const department = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department'
    await form.getByRole('textbox', { name: 'Further attributes to keep' }).fill(`locale, ${department}`)
    await form.getByRole('button', { name: 'Save and read people' }).click()
    await window.getByRole('grid', { name: 'People' }).waitFor({ timeout: 60_000 })
    await window.getByText(/SCIM service 127\.0\.0\.1:\d+ · 140 people/).waitFor()
    await mainJob.show(window, 'Not in K2')
    await mainJob.pickFirst(window, 5)
    await mainJob.review(window)
    await mainJob.push(window)
    await mainJob.pushed(window)
    const ids = new Set(idp.accounts().map(({ id }) => id))
    expect(sandbox.accounts()).toHaveLength(5)
    expect(sandbox.accounts().every(({ externalId }) => ids.has(String(externalId)))).toBe(true)
    expect(JSON.stringify(muster.records())).not.toContain(idp.confidential.clientSecret)
  })
})
