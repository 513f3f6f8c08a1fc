import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, describe, expect, test } from 'vitest'
import { customUrn } from '../sandbox/scim/schema.ts'
import { axeFindingsInBothThemes } from '../support/axe.ts'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'
import { go, openSection } from './tour/picking.ts'

/** What an admin wants of every account: the cost center of the tenant's own schema, made of the department. */
const costCenter = 'join("-", "CC", upper(left(first(department, "none"), 3)))'

async function openMapping(window: Page): Promise<void> {
  await openSection(window, 'Mapping')
  await window.getByRole('table', { name: 'Mapping' }).waitFor()
}

const rule = (window: Page, name: RegExp) =>
  window.getByRole('table', { name: 'Mapping' }).getByRole('row', { name }).first()
const expression = (window: Page) => window.getByRole('textbox', { name: 'Expression' })
const saveButton = (window: Page) => window.getByRole('button', { name: 'Save mapping' })

/** Chooses a file for Import. */
async function importFile(window: Page, file: string): Promise<void> {
  const chooser = window.waitForEvent('filechooser')
  await window.getByRole('button', { name: 'Import', exact: true }).click()
  await (await chooser).setFiles(file)
}

describe('the mapping editor', () => {
  const started = signedIn({ people: 40, accounts: 30 })
  const folder = mkdtempSync(join(tmpdir(), 'muster-mapping-'))
  const file = (name: string) => join(folder, name)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('takes an expression for an attribute of the tenant’s own, underlines what is wrong and offers what fits', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    sandbox.setQuirks(['custom-schema'])
    await mainJob.openPeople(window, sandbox.peopleFile)
    await mainJob.show(window, 'Differs')
    await openSection(window, 'What the service supports')
    await window.getByRole('button', { name: 'Learn again' }).click()
    await window.getByText('3 schemas').waitFor()
    await openMapping(window)
    await window.getByText(/^Of \d+ accounts in K2, \d+ would change\./).waitFor()

    await window.getByRole('button', { name: 'Add rule' }).click()
    await window.getByRole('combobox', { name: 'Attribute in K2' }).fill('costC')
    await window.getByRole('option', { name: `${customUrn}:costCenter` }).click()
    await window.getByText('The service says: Optional · Text').waitFor()
    await window.getByRole('combobox', { name: 'Value' }).selectOption('An expression')
    await expression(window).fill('upper(departmnt)')
    await window.getByText('There is no attribute departmnt. Did you mean department?').first().waitFor()
    expect(await window.locator('[data-problems="1"] u').allTextContents()).toEqual(['departmnt'])
    expect(await saveButton(window).isDisabled()).toBe(true)
    expect(await axeFindingsInBothThemes(window)).toEqual([])

    await expression(window).fill('')
    await expression(window).pressSequentially('upper(depa')
    await window.getByRole('option', { name: /^department/ }).waitFor()
    await window.keyboard.press('Enter')
    await expect.poll(() => expression(window).inputValue()).toBe('upper(department')
  })

  test('keeps what is not saved when the admin leaves the page and when Muster starts again', async () => {
    const { muster } = started()
    await expression(muster.window).fill(costCenter)
    await go(muster.window, /^People/)
    await openMapping(muster.window)
    await rule(muster.window, /costCenter/)
      .getByText(costCenter)
      .waitFor()
    await muster.restart()
    await openMapping(muster.window)
    await rule(muster.window, /costCenter/)
      .getByText(costCenter)
      .waitFor()
    await muster.window.getByText(/^Not saved yet, and kept as a draft\./).waitFor()
  })

  test('tries it on a person and on everybody, and what is saved is planned and pushed', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    const row = rule(window, /costCenter/)
    await row.getByText(/^CC-/).waitFor()
    await row.getByText(/Would (change|be set)/).waitFor()
    await row.getByText(/^\d+ change$/).waitFor({ timeout: 30_000 })
    await row.getByText('All get a value').waitFor()
    await window.getByText(/would change, \d+ with the mapping in use\./).waitFor()
    const first = await window.getByRole('combobox', { name: 'Try it on' }).inputValue()
    await window.getByRole('button', { name: 'Next person' }).click()
    await window.getByText(/^2 of \d+ · /).waitFor()
    expect(await window.getByRole('combobox', { name: 'Try it on' }).inputValue()).not.toBe(first)

    await saveButton(window).click()
    await window.getByText(/^Saved\. Where everybody stands is worked out anew/).waitFor()
    await go(window, /^People/)
    await mainJob.show(window, 'Differs')
    await mainJob.pickFirst(window, 3)
    await mainJob.review(window)
    await mainJob.push(window)
    await mainJob.pushed(window)
    const held = sandbox.accounts().filter((account) => account[customUrn] !== undefined)
    expect(held).toHaveLength(3)
    for (const account of held) {
      expect(account.schemas).toContain(customUrn)
      expect(account[customUrn]).toEqual({ costCenter: expect.stringMatching(/^CC-/) })
    }
    await window.getByRole('button', { name: 'Verify', exact: true }).click()
    await window.getByRole('heading', { name: 'Verified', level: 2 }).waitFor({ timeout: 60_000 })
  })

  test('is saved as a file, reset, and read again to be looked at; a file that is none changes nothing', async () => {
    const { muster } = started()
    const { window } = muster
    await openMapping(window)
    await muster.answerDialog('showSaveDialog', { canceled: false, filePath: file('mapping.json') })
    await window.getByRole('button', { name: 'Export', exact: true }).click()
    await window.getByText(file('mapping.json')).waitFor()
    const written = readFileSync(file('mapping.json'), 'utf8')
    expect(JSON.parse(written)).toMatchObject({ format: 'muster-mapping', version: 1 })
    expect(written).toContain(`"to": "${customUrn}:costCenter"`)

    await window.getByRole('button', { name: 'Reset', exact: true }).click()
    await rule(window, /costCenter/).waitFor({ state: 'hidden' })
    writeFileSync(file('broken.json'), written.replace('"version": 1,', '"version": 1'))
    await importFile(window, file('broken.json'))
    await window.getByText(/It is not valid JSON: line 4 can’t be read\./).waitFor()
    expect(await rule(window, /costCenter/).count()).toBe(0)

    writeFileSync(file('other.json'), written.replace('\\"CC\\"', '\\"KST\\"'))
    await importFile(window, file('other.json'))
    await window.getByText(/^16 rules read from other\.json$/).waitFor()
    await rule(window, /costCenter/)
      .getByText('"KST"', { exact: false })
      .waitFor()
    await saveButton(window).click()
    await window.getByText(/^Saved\./).waitFor()
    await rule(window, /costCenter/)
      .getByText(/^KST-/)
      .waitFor()
  })
})
