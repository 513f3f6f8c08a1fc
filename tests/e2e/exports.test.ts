import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { parse } from 'csv-parse/sync'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runReportSchema } from '../../shared/model/run-report.ts'
import { newUser, scimCaller } from '../sandbox/scim-caller.ts'
import { startBrowser } from '../support/admin-browser.ts'
import { searchSecrets } from '../support/secret-search.ts'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'

/** What people are called here: each tries to leave the place it is written to. */
const names = [
  '<img src=x onerror="document.title=1">',
  '</td></tr></table><script>document.title = 1</script>',
  '"><h1 class="name">Somebody else</h1>',
  "' style='position:fixed' x='",
  '<!-- <style>*{display:none}</style>',
  '</title></style></bdi><svg/onload=alert(1)>',
  '&lt;b&gt; &amp; &#60;',
  '=HYPERLINK("https://evil.example")',
  ' ＝cmd|calc',
  'Zoë ‮Ümlaut 李雷',
] as const
/** The elements and attributes that the templates of reports hold. */
const elements =
  'BDI BODY CODE DD DEL DETAILS DIV DL DT FOOTER H1 H2 H3 HEAD HEADER HTML INS LI MAIN META P SECTION SPAN STRONG STYLE SUMMARY TABLE TBODY TD TH THEAD TITLE TR UL'.split(
    ' ',
  )
const attributes = 'charset class content http-equiv lang name scope'.split(' ')

/** Every element and attribute name of a page, once. */
const structure = `({
  elements: [...new Set([...document.querySelectorAll('*')].map((one) => one.tagName))],
  attributes: [...new Set([...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()))],
})`

describe('exports', () => {
  const place = signedIn({ people: 20, accounts: 20 })
  const folder = mkdtempSync(join(tmpdir(), 'muster-exports-'))
  const file = (name: string) => join(folder, name)
  let browser: Browser

  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Chooses a format of the Export menu and saves it under a name. */
  async function save(item: string, name: string): Promise<string> {
    const { muster } = place()
    await muster.answerDialog('showSaveDialog', { canceled: false, filePath: file(name) })
    await muster.window.getByRole('button', { name: 'Export', exact: true }).click()
    await muster.window.getByRole('menuitem', { name: item, exact: true }).click()
    await muster.window.getByText(file(name)).waitFor()
    return readFileSync(file(name), 'utf8')
  }

  /** Opens a report as its reader does, and looks at everything that could be wrong with it. */
  async function read(name: string): Promise<{ text: string; shown: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    try {
      const page = await context.newPage()
      const said: string[] = []
      const asked: string[] = []
      page.on('console', (message) => said.push(message.text()))
      page.on('pageerror', (error) => said.push(String(error)))
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(pathToFileURL(file(name)).href)
      const found = (await page.evaluate(structure)) as { elements: string[]; attributes: string[] }
      expect(found.elements.filter((each) => !elements.includes(each))).toEqual([])
      expect(found.attributes.filter((each) => !attributes.includes(each))).toEqual([])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
        expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([])
      }
      expect(said).toEqual([])
      expect(asked).toEqual([pathToFileURL(file(name)).href])
      const shown = await page.locator('table.changes').last().locator('.who .name').allTextContents()
      return { text: ((await page.locator('body').textContent()) ?? '').replaceAll(/\s+/g, ' '), shown }
    } finally {
      await context.close()
    }
  }

  test('a plan is saved before the push, for somebody else to approve', async () => {
    const { window } = place().muster
    const rows = names.map((name, n) => `person${n}@contoso.example,"${name.replaceAll('"', '""')}",Person,P${n}`)
    writeFileSync(file('people.csv'), ['userPrincipalName,displayName,givenName,surname', ...rows].join('\n'))
    await mainJob.openPeople(window, file('people.csv'))
    await mainJob.show(window, 'Not in K2')
    await window
      .getByRole('grid', { name: 'People' })
      .getByRole('checkbox', { name: /^Select all \d/ })
      .click()
    await mainJob.review(window)
    const page = await save('Plan to approve (HTML)', 'plan.html')
    const table = parse(await save('Table (CSV)', 'plan.csv'), { bom: true, columns: true }) as Record<string, string>[]
    expect(table).toHaveLength(names.length)
    expect(page).toContain(table[0]?.planHash)
    const { text, shown } = await read('plan.html')
    expect(shown.toSorted()).toEqual([...names].map((name) => name.trim()).toSorted())
    expect(text).toContain('Plan for Contoso')
    expect(text).toContain('10 changes to push')
  })

  test('a run is saved as a page, a table and data; each holds everybody and none a secret', async () => {
    const { muster, sandbox } = place()
    const { window } = muster
    const call = await scimCaller(sandbox)
    await call('POST', '/Users', { body: newUser('person3@contoso.example', { displayName: 'Made by hand' }) })
    await mainJob.push(window)
    await mainJob.pushed(window)
    await window.getByRole('button', { name: 'Verify', exact: true }).click()
    await window.getByRole('heading', { name: /^Verified/, level: 2 }).waitFor({ timeout: 60_000 })
    await save('Report (HTML)', 'run.html')
    const table = parse(await save('Table (CSV)', 'run.csv'), { bom: true, columns: true }) as Record<string, string>[]
    const data = runReportSchema.parse(JSON.parse(await save('Everything (JSON)', 'run.json')))

    const expected = [...names].map((name) => name.trim()).toSorted()
    const { text, shown } = await read('run.html')
    expect(shown.toSorted()).toEqual(expected)
    expect(text).toContain('9 of 10 changes done · 1 failed · pushed by')
    expect(text).toContain('Another account in K2 has this sign-in name.')
    expect(text).toContain('9 of 9 are as intended')
    expect(data.changes.map(({ name }) => name).toSorted()).toEqual(expected)
    expect(data.changes.filter(({ exchanges }) => exchanges.length > 0)).toHaveLength(names.length)
    expect(table.map(({ name }) => name?.replace(/^'/, '')).toSorted()).toEqual(
      expected.map((name) => name.replace(/^'/, '')).toSorted(),
    )
    for (const row of table) expect(row.name).not.toMatch(/^\s*[=＝]/)

    expect(readdirSync(folder).toSorted()).toEqual([
      'people.csv',
      'plan.csv',
      'plan.html',
      'run.csv',
      'run.html',
      'run.json',
    ])
    const secrets = sandbox.secrets().filter(({ value }) => value.length >= 8)
    expect(secrets.length).toBeGreaterThan(5)
    expect(searchSecrets(secrets, [{ folder }])).toEqual([])
    writeFileSync(file('planted.txt'), secrets[0]?.value ?? '')
    expect(searchSecrets(secrets, [{ folder }])).not.toEqual([])
    rmSync(file('planted.txt'))
  })

  test('the file is shown in its folder, cancelling saves nothing, and a place without room for it is said', async () => {
    const { muster } = place()
    const { window } = muster
    await window.getByRole('button', { name: 'Show in folder' }).click()
    const shown = () => muster.records().flatMap((line) => (line.kind === 'shown-in-folder' ? [line.path] : []))
    if (muster.host === 'chromium') await expect.poll(shown).toEqual([file('run.json')])
    const choose = async (result: object) => {
      await muster.answerDialog('showSaveDialog', result)
      await window.getByRole('button', { name: 'Export', exact: true }).click()
      await window.getByRole('menuitem', { name: 'Table (CSV)', exact: true }).click()
    }
    await choose({ canceled: true, filePath: '' })
    await window.getByText('Saved', { exact: true }).waitFor({ state: 'hidden' })
    await choose({ canceled: false, filePath: join(folder, 'no such folder', 'run.csv') })
    await window.getByText('The file can’t be written.').waitFor()
    const asked = muster.records().flatMap((line) => (line.kind === 'dialog' ? [JSON.stringify(line.options)] : []))
    if (muster.host === 'chromium')
      expect(asked.at(-1)).toMatch(/\d{4}-\d\d-\d\d Contoso Production run [0-9a-f]{6}\.csv/)
  })

  test('the run is found by somebody in it, and opens on that person', async () => {
    const { window } = place().muster
    await window.getByRole('button', { name: /^Runs/ }).click()
    await window.getByRole('searchbox', { name: 'Search runs' }).fill('zoe umlaut')
    await window.getByText('1 of 1 run · 1 change matches').waitFor()
    await window.getByRole('grid', { name: 'Runs' }).getByRole('button').last().click()
    const search = window.getByRole('searchbox', { name: 'Search outcomes' })
    await expect.poll(() => search.inputValue()).toBe('zoe umlaut')
    await window.getByRole('grid', { name: 'Outcomes' }).getByText('Zoë').first().waitFor()
    await window.getByRole('button', { name: /^Runs/ }).click()
    await window.getByRole('searchbox', { name: 'Search runs' }).fill('nobody at all')
    await window.getByText('No run matches “nobody at all”.').waitFor()
  })
})
