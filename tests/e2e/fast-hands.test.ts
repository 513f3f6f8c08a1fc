import { basename } from 'node:path'
import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'
import { carryFiles } from './tour/fast-hands.ts'
import { closeDialog, people } from './tour/picking.ts'

const title = (window: Page, name: string) => window.getByRole('heading', { name, level: 1 }).waitFor()
const notice = (window: Page, words: string | RegExp) => window.getByRole('alert').getByText(words).waitFor()

describe('menus and their keys', () => {
  const started = signedIn({ people: 12, accounts: 4 })

  test('a file is chosen from the menu, whichever screen is shown', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    await muster.clickMenu('go-runs')
    await title(window, 'Runs')
    await muster.answerDialog('showOpenDialog', { canceled: false, filePaths: [sandbox.peopleFile] })
    await muster.clickMenu('open-people')
    await people(window).waitFor({ timeout: 60_000 })
    await title(window, 'People')
    await mainJob.show(window, 'Not in K2')
  })

  test('keys go from screen to screen and into the search', async () => {
    const { window } = started().muster
    await window.keyboard.press('Control+2')
    await title(window, 'K2 accounts')
    await window.keyboard.press('Control+3')
    await title(window, 'Runs')
    await window.keyboard.press('Control+,')
    await title(window, 'Settings')
    await window.keyboard.press('Control+1')
    await title(window, 'People')
    await window.keyboard.press('Control+f')
    const search = window.getByRole('searchbox', { name: 'Search people' })
    await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true)
  })

  test('what can’t be done now is said, with the reason', async () => {
    const { muster } = started()
    const { window } = muster
    await muster.clickMenu('review-selection')
    await notice(window, 'Tick people first.')
    await window.keyboard.press('Control+,')
    await title(window, 'Settings')
    await muster.clickMenu('select-all')
    await notice(window, /no list to select from/)
  })

  test('all that match are ticked and reviewed, and the export of the screen is opened', async () => {
    const { muster } = started()
    const { window } = muster
    await window.keyboard.press('Control+1')
    await muster.clickMenu('select-all')
    await window.getByText(/^[1-9]\d* selected$/).waitFor()
    await window.keyboard.press('Control+Enter')
    await window.getByRole('heading', { name: /^Review [\d,.]+ changes?/, level: 1 }).waitFor()
    await window.keyboard.press('Control+e')
    await window.getByRole('menuitem', { name: 'Table (CSV)' }).waitFor()
    await window.keyboard.press('Escape')
  })

  test('the guides open in the browser: from the menu, over a dialog too, and from the palette', async () => {
    const { muster } = started()
    const { window } = muster
    const opened = () => muster.records().flatMap((line) => (line.kind === 'opened-path' ? [basename(line.path)] : []))
    await muster.clickMenu('keyboard-help')
    await window.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await muster.clickMenu('user-guide')
    await expect.poll(opened).toEqual(['index.html'])
    await closeDialog(window)
    await window.keyboard.press('Control+k')
    await window.getByRole('combobox', { name: /^Search people/ }).fill('admin guide')
    await window.getByRole('option', { name: 'Admin guide' }).click()
    await expect.poll(opened).toEqual(['index.html', 'admin-guide.html'])
  })

  test('settings are imported from a file, and people are read again', async () => {
    const { muster } = started()
    const { window } = muster
    await muster.clickMenu('read-people')
    await title(window, 'People')
    await window
      .getByText(/people read from/)
      .first()
      .waitFor()
    await muster.answerDialog('showOpenDialog', { canceled: true, filePaths: [] })
    await window.keyboard.press('Control+Shift+O')
    await title(window, 'Connect to K2')
    await window.getByRole('button', { name: 'Back to Contoso' }).click()
    await title(window, 'People')
  })

  test('a section of the settings is shown anew, although another was chosen by hand', async () => {
    const { muster } = started()
    const { window } = muster
    const isShown = (name: string) => window.getByRole('tab', { name, selected: true }).waitFor()
    await muster.clickMenu('about')
    await isShown('About')
    await window.getByRole('tab', { name: 'Mapping' }).click()
    await isShown('Mapping')
    await muster.clickMenu('about')
    await isShown('About')
    await muster.clickMenu('report-problem')
    await isShown('Diagnostics')
  })
})

describe('the command palette', () => {
  const started = signedIn({ people: 30, accounts: 10 })
  const open = async (window: Page, search: string) => {
    await window.keyboard.press('Control+k')
    const field = window.getByRole('combobox', { name: /^Search people/ })
    await field.waitFor()
    await field.fill(search)
    return field
  }
  const gone = (window: Page) => window.getByRole('dialog', { name: 'Command palette' }).waitFor({ state: 'hidden' })

  test('finds a person and an account, and opens the screen with the panel', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    await mainJob.openPeople(window, sandbox.peopleFile)
    await mainJob.show(window, 'Not in K2')
    const userName = String(sandbox.accounts()[0]?.userName)
    await window.keyboard.press('Control+3')
    await title(window, 'Runs')
    await open(window, userName)
    await window.getByRole('group', { name: 'K2 accounts' }).getByRole('option', { name: userName }).click()
    await gone(window)
    await window.getByRole('complementary', { name: 'Account' }).getByText(userName).first().waitFor()
    await open(window, userName)
    const person = window.getByRole('group', { name: 'People' }).getByRole('option').first()
    await person.waitFor()
    await window.keyboard.press('Enter')
    await title(window, 'People')
    await window.getByRole('complementary', { name: 'Person' }).getByText(userName).first().waitFor()
  })

  test('is a combobox: arrow keys go through the list, the number of results is said, and the focus comes back', async () => {
    const { window } = started().muster
    await window.keyboard.press('Control+f')
    const field = await open(window, 'settings')
    await window
      .getByRole('status')
      .getByText(/^\d+ results$/)
      .waitFor()
    const active = async () => {
      const id = await field.getAttribute('aria-activedescendant')
      return window.locator(`[id="${id}"]`).textContent()
    }
    expect(await active()).toMatch(/^Import settings/)
    await window.keyboard.press('ArrowDown')
    await expect.poll(active).toMatch(/^Settings: Connection/)
    await window.keyboard.press('ArrowUp')
    await window.keyboard.press('ArrowUp')
    await expect.poll(active).toMatch(/^Settings: About/)
    await window.keyboard.press('Escape')
    await gone(window)
    const search = window.getByRole('searchbox', { name: 'Search people' })
    await expect.poll(() => search.evaluate((box) => box === document.activeElement)).toBe(true)
  })

  test('does what was chosen, and says why something can’t be', async () => {
    const { window } = started().muster
    await open(window, 'review')
    const review = window.getByRole('option', { name: /^Review the selection/ })
    expect(await review.getAttribute('aria-disabled')).toBe('true')
    await review.getByText('Tick people first.').waitFor()
    await window.keyboard.press('Enter')
    await review.waitFor()
    await window.getByRole('combobox', { name: /^Search people/ }).fill('paste')
    await window.getByRole('option', { name: /^Paste a list/ }).waitFor()
    await window.keyboard.press('Enter')
    await window.getByRole('dialog', { name: 'Paste a list' }).waitFor()
    await window.keyboard.press('Escape')
  })

  test('keys are explained', async () => {
    const { window } = started().muster
    await window.keyboard.press('Control+/')
    const help = window.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await help.getByText('Command palette', { exact: true }).waitFor()
    await help.getByText('Tick rows in a range').waitFor()
    await window.keyboard.press('Escape')
    await help.waitFor({ state: 'hidden' })
  })
})

describe('long work', () => {
  const started = signedIn({ people: 10, accounts: 0 })

  test('is on the taskbar, and the system tells of a run that ends out of sight; a click leads to it', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    await mainJob.openPeople(window, sandbox.peopleFile)
    await mainJob.show(window, 'Not in K2')
    await mainJob.pickFirst(window, 3)
    await mainJob.review(window)
    await muster.focus(false)
    await mainJob.push(window)
    await mainJob.pushed(window)
    const told = () => muster.records().filter(({ kind }) => kind === 'notification')
    await expect.poll(told).toMatchObject([{ title: '3 changes pushed' }])
    const bars = muster.records().flatMap((line) => (line.kind === 'progress-bar' ? [line] : []))
    expect(bars.some(({ mode }) => mode === 'normal')).toBe(true)
    expect(bars.at(-1)).toMatchObject({ value: -1, mode: 'none' })
    await window.keyboard.press('Control+1')
    await title(window, 'People')
    await muster.clickNotification('3 changes pushed')
    await title(window, '3 changes pushed')
  })
})

describe('rows of a list', () => {
  const started = signedIn({ people: 20, accounts: 8 })

  test('are copied as CSV: what is ticked, or the row under the keyboard', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    await mainJob.openPeople(window, sandbox.peopleFile)
    await mainJob.show(window, 'Not in K2')
    await people(window).getByRole('row').nth(1).getByRole('gridcell').nth(1).click()
    await window.keyboard.press('Control+c')
    await notice(window, '1 person copied as CSV')
    await mainJob.pickFirst(window, 3)
    await window.keyboard.press('Control+c')
    await notice(window, '3 people copied as CSV')
    await mainJob.review(window)
    await muster.clickMenu('copy-csv')
    await notice(window, '3 changes copied as CSV')
    await window.keyboard.press('Control+2')
    const accounts = window.getByRole('grid', { name: 'K2 accounts' })
    await accounts.getByRole('checkbox', { name: /^Select all/ }).click()
    await window.getByText('8 selected', { exact: true }).waitFor()
    await window.keyboard.press('Control+Shift+C')
    await notice(window, '8 accounts copied as CSV')
  })

  test('taking all ticks away can be taken back', async () => {
    const { window } = started().muster
    await window.getByRole('button', { name: 'Clear', exact: true }).click()
    await notice(window, '8 ticks taken away')
    await window.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
    await window.getByText('8 selected', { exact: true }).waitFor()
  })

  test('have a menu, by the pointer and by the keyboard, and the focus comes back to the row', async () => {
    const { window } = started().muster
    await window.keyboard.press('Control+1')
    await title(window, 'People')
    const row = people(window).getByRole('row').nth(2)
    await row.getByRole('gridcell').nth(1).click({ button: 'right' })
    const menu = window.getByRole('menu', { name: 'Actions' })
    await menu.getByRole('menuitem', { name: 'Copy name' }).click()
    await notice(window, /^Copied: /)
    await menu.waitFor({ state: 'hidden' })
    const isBack = () => row.evaluate((element) => element.contains(document.activeElement))
    await expect.poll(isBack).toBe(true)
    await window.keyboard.press('Shift+F10')
    await menu.getByRole('menuitem', { name: /^(Tick|Take the tick away)$/ }).waitFor()
    await window.keyboard.press('Escape')
    await expect.poll(isBack).toBe(true)
    await window.keyboard.press('Shift+F10')
    await menu.getByRole('menuitem', { name: 'Review this person' }).click()
    await window.getByRole('heading', { name: /^Review 1 change/, level: 1 }).waitFor()
  })

  test('are left out of a plan all at once, and put back', async () => {
    const { window } = started().muster
    await window.keyboard.press('Control+1')
    await title(window, 'People')
    await window.keyboard.press('Control+Enter')
    await window.getByRole('heading', { name: /^Review 3 changes/, level: 1 }).waitFor()
    await window.getByRole('grid', { name: 'Changes' }).getByRole('row').nth(1).click()
    await window.keyboard.press('Control+a')
    await notice(window, '3 changes left out')
    await window.getByRole('alert').getByRole('button', { name: 'Undo' }).last().click()
    await window.getByRole('button', { name: /^Push 3 changes to / }).waitFor()
  })

  test('come from a file that is dropped anywhere; what is no list is refused', async () => {
    const { window } = started().muster
    await window.keyboard.press('Control+3')
    await title(window, 'Runs')
    await carryFiles(window, 'dragover', ['people.csv'])
    await window.getByText('Drop a file to open it').waitFor()
    await carryFiles(window, 'drop', ['photo.png'])
    await notice(window, /“photo\.png” is neither a list of people/)
    await window.getByText('Drop a file to open it').waitFor({ state: 'hidden' })
    await carryFiles(window, 'drop', ['a.csv', 'b.csv'])
    await notice(window, 'Drop one file at a time.')
  })
})
