import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { callMain, connectionId } from './call-main.ts'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'
import { filterBy } from './tour/filtering.ts'
import { go } from './tour/picking.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-picking-'))
const file = join(folder, 'people.csv')
afterAll(() => rmSync(folder, { recursive: true }))

const staff = [
  ['Ann', 'Sales', 'Bonn', '/Head/Sales', 'Everyone;Admins'],
  ['Ben', 'Sales', 'Ulm', '/Head/Sales/East', 'Everyone'],
  ['Cleo', 'IT', 'Bonn', '/Head', 'Everyone;Admins'],
  ['Dan', '', 'Ulm', '', ''],
] as const
const write = (people: readonly (readonly string[])[]) =>
  writeFileSync(
    file,
    [
      'userName,displayName,department,city,organizationalUnit,groups',
      ...people.map(([name, ...rest]) => [`${name}@x.example`, name, ...rest].join(',')),
    ].join('\n'),
  )

const gridOf = (window: Page) => window.getByRole('grid', { name: 'People' })
/** The names in the grid, in their order; the grid is small enough to be drawn whole. */
const names = (window: Page) =>
  gridOf(window)
    .locator('tbody')
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) => /Select (\S+)/.exec(row.querySelector('input')?.ariaLabel ?? '')?.[1] ?? ''),
    )
const titles = (window: Page) => gridOf(window).locator('thead').getByRole('columnheader').allInnerTexts()
const shows = (window: Page, ...expected: readonly string[]) =>
  expect.poll(() => names(window), { timeout: 20_000 }).toEqual(expected)

describe('picking people', () => {
  const started = signedIn({ people: 5, accounts: 0 })

  test('filters by attribute and by group narrow the grid, combine, and are taken away one by one', async () => {
    const { window } = started().muster
    write(staff)
    await mainJob.openPeople(window, file)
    await gridOf(window).getByText('Ann', { exact: true }).waitFor()
    await shows(window, 'Ann', 'Ben', 'Cleo', 'Dan')

    let dialog = await filterBy(window, 'Department')
    await dialog.getByRole('button', { name: /^Sales\s*2$/ }).click()
    await shows(window, 'Ann', 'Ben')
    dialog = await filterBy(window, /^Group/)
    await dialog.getByRole('searchbox', { name: 'Search groups' }).fill('adm')
    expect(await axeFindings(window)).toEqual([])
    await dialog.getByRole('button', { name: /^Admins\s*2$/ }).click()
    await shows(window, 'Ann')
    await gridOf(window).getByRole('checkbox', { name: 'Select all 1 person that match' }).click()
    await window.getByText('1 selected', { exact: true }).waitFor()
    await window.getByRole('button', { name: 'Clear', exact: true }).click()

    await window.getByRole('button', { name: 'Remove the filter Department is Sales' }).click()
    await shows(window, 'Ann', 'Cleo')
    dialog = await filterBy(window, 'City')
    await dialog.getByRole('combobox', { name: 'Condition' }).selectOption('starts with')
    await dialog.getByRole('textbox', { name: 'Text' }).fill('UL')
    await dialog.getByRole('button', { name: 'Add filter' }).click()
    await window.getByText('Without “City starts with UL” there are 2 people.').waitFor()
    await window.getByRole('button', { name: 'Drop “Member of Admins”' }).click()
    await shows(window, 'Ben', 'Dan')
    await expect.poll(() => window.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('0:-1')
    await window.getByRole('button', { name: 'Clear filters' }).click()
    await shows(window, 'Ann', 'Ben', 'Cleo', 'Dan')

    dialog = await filterBy(window, /^Organisational unit/)
    await dialog.getByRole('button', { name: /^Head\s*3$/ }).waitFor()
    await dialog.getByRole('button', { name: /^Sales\s*2$/ }).click()
    await shows(window, 'Ann', 'Ben')
    await window.getByRole('button', { name: 'Remove the filter In unit /Head/Sales' }).click()
    await shows(window, 'Ann', 'Ben', 'Cleo', 'Dan')
  })

  test('a saved rule finds whoever matches in the file that was read since, and a saved list tells who is gone', async () => {
    const { window } = started().muster
    const menu = () => window.getByRole('button', { name: 'Saved selections' }).click()
    const save = async (name: string, kind: RegExp) => {
      await menu()
      await window.getByRole('menuitem', { name: 'Save this selection…' }).click()
      const dialog = window.getByRole('dialog', { name: 'Save this selection' })
      await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
      expect(await dialog.getByRole('radio', { name: kind }).isChecked()).toBe(true)
      expect(await axeFindings(window)).toEqual([])
      await dialog.getByRole('button', { name: 'Save selection' }).click()
      return dialog
    }
    const dialog = await filterBy(window, 'Department')
    await dialog.getByRole('button', { name: /^Sales/ }).click()
    await shows(window, 'Ann', 'Ben')
    await gridOf(window)
      .getByRole('checkbox', { name: /^Select all/ })
      .click()
    await window.getByText('2 selected', { exact: true }).waitFor()
    await (await save('Sales team', /^A rule/)).waitFor({ state: 'hidden' })
    await gridOf(window).getByRole('checkbox', { name: 'Select Ben' }).click()
    const refused = await save('sales TEAM', /^A list/)
    await refused.getByText('Another saved selection has this name.').waitFor()
    await refused.getByRole('textbox', { name: 'Name' }).fill('First wave')
    await refused.getByRole('button', { name: 'Save selection' }).click()
    await refused.waitFor({ state: 'hidden' })
    await window.getByRole('button', { name: 'Clear', exact: true }).click()
    await window.getByRole('button', { name: 'Clear filters' }).click()

    write([
      ['Ben', 'Sales', 'Ulm', '', ''],
      ['Cleo', 'Sales', 'Bonn', '', ''],
      ['Eve', 'Sales', 'Bonn', '', ''],
    ])
    await window.getByRole('button', { name: 'Read it again' }).click()
    await shows(window, 'Ben', 'Cleo', 'Eve')
    await menu()
    await window.getByRole('menuitem', { name: /^Sales team\s*rule · 3$/ }).click()
    await window.getByText('3 selected', { exact: true }).waitFor()
    await window.getByText('“Sales team” ticked 3 people').waitFor()
    await window.getByRole('button', { name: 'Remove the filter Department is Sales' }).waitFor()
    await menu()
    await window.getByRole('menuitem', { name: /^First wave\s*list · 0$/ }).click()
    await window.getByText('No longer in the source: Ann.').waitFor()
    await window.getByText('Nobody selected').waitFor()

    await menu()
    await window.getByRole('menuitem', { name: 'Change saved selections…' }).click()
    const manage = window.getByRole('dialog', { name: 'Saved selections' })
    await manage.getByRole('button', { name: 'Rename First wave' }).click()
    await manage.getByRole('textbox', { name: 'New name of First wave' }).fill('Second wave')
    await manage.getByRole('button', { name: 'Keep the new name' }).click()
    await manage.getByRole('button', { name: 'Delete Second wave' }).click()
    await window.getByRole('button', { name: 'Delete selection' }).click()
    await manage.getByText('Second wave').waitFor({ state: 'hidden' })
    await manage.getByRole('button', { name: 'Close' }).last().click()
  })

  test('columns are chosen, moved and sized by keyboard, and are so after a restart', async () => {
    const { muster } = started()
    const { window } = muster
    await window.getByRole('button', { name: 'Clear filters' }).click()
    await window.getByRole('button', { name: 'Columns' }).click()
    const columns = window.getByRole('dialog', { name: 'Columns' })
    await columns.getByRole('checkbox', { name: 'City' }).press('Space')
    await columns.getByRole('button', { name: 'Move City up' }).waitFor()
    // The line stands elsewhere now; the focus has gone with it.
    await expect
      .poll(() => columns.getByRole('checkbox', { name: 'City' }).evaluate((box) => box === document.activeElement))
      .toBe(true)
    await columns.getByRole('checkbox', { name: 'Title' }).press('Space')
    await columns.getByRole('button', { name: 'Move City up' }).press('Enter')
    expect(await axeFindings(window)).toEqual([])
    await window.keyboard.press('Escape')
    const chosen = ['', 'Person', 'Sign-in name', 'Department', 'City', 'In K2']
    await expect.poll(() => titles(window)).toEqual(chosen)
    await gridOf(window).getByText('Ulm').waitFor()

    const city = gridOf(window).getByRole('columnheader', { name: 'City' })
    await city.focus()
    await window.keyboard.press('Enter')
    expect(await city.getAttribute('aria-sort')).toBe('ascending')
    await shows(window, 'Cleo', 'Eve', 'Ben')
    const before = (await city.boundingBox())?.width ?? 0
    await window.keyboard.press('Shift+ArrowRight')
    await expect.poll(async () => Math.round((await city.boundingBox())?.width ?? 0)).toBe(Math.round(before) + 16)
    await window.keyboard.press('Control+Shift+ArrowLeft')
    const moved = ['', 'Person', 'Sign-in name', 'City', 'Department', 'In K2']
    await expect.poll(() => titles(window)).toEqual(moved)
    expect(await city.evaluate((head) => head === document.activeElement)).toBe(true)
    await window.keyboard.press('Shift+Enter')
    await window.getByText(/^City, \d+ pixels wide$/).waitFor({ state: 'attached' })
    await expect.poll(async () => (await city.boundingBox())?.width ?? 0).toBeLessThan(before)
    await gridOf(window)
      .getByRole('columnheader', { name: 'Department' })
      .dragTo(gridOf(window).getByRole('columnheader', { name: 'Sign-in name' }))
    const dragged = ['', 'Person', 'Department', 'Sign-in name', 'City', 'In K2']
    await expect.poll(() => titles(window)).toEqual(dragged)
    const width = (await city.boundingBox())?.width ?? 0
    const arranged = { connection: await connectionId(window, 'Contoso'), grid: 'people' }
    await expect
      .poll(() => callMain(window, 'grids', 'layout', arranged))
      .toMatchObject({
        value: { columns: ['name', 'department', 'userName', 'city', 'state'], widths: { city: Math.round(width) } },
      })

    await muster.restart()
    await gridOf(muster.window).waitFor()
    await expect.poll(() => titles(muster.window)).toEqual(dragged)
    const again = gridOf(muster.window).getByRole('columnheader', { name: 'City' })
    await expect.poll(async () => (await again.boundingBox())?.width ?? 0).toBe(width)
    await muster.window.getByRole('button', { name: 'Columns' }).click()
    await muster.window.getByRole('button', { name: 'Reset' }).click()
    await expect
      .poll(() => titles(muster.window))
      .toEqual(['', 'Person', 'Sign-in name', 'Title', 'Department', 'In K2'])
    await muster.window.keyboard.press('Escape')
  })

  test('the grid keeps the focus when its list changes, and letters typed in it begin a search', async () => {
    const { window } = started().muster
    const focused = () =>
      window.evaluate(() => [document.activeElement?.getAttribute('data-cell'), document.activeElement?.tagName])
    await gridOf(window).getByText('Eve', { exact: true }).click()
    await window.keyboard.press('ArrowRight')
    await window.keyboard.press('End')
    // The side panel takes room, so that not every column is there.
    const last = Number(await gridOf(window).getAttribute('aria-colcount')) - 1
    expect(await focused()).toEqual([`2:${last}`, 'TD'])
    await window.keyboard.press('Control+Home')
    expect(await focused()).toEqual(['0:0', 'TD'])
    await window.keyboard.press('Control+End')
    expect(await focused()).toEqual([`2:${last}`, 'TD'])

    write([['Ben', 'Sales', 'Ulm', '', '']])
    await window.getByText('people.csv has changed on disk.').waitFor()
    // The keyboard stays in the grid while somebody else has the people read.
    await callMain(window, 'source', 'refresh', { connection: await connectionId(window, 'Contoso') })
    await shows(window, 'Ben')
    await expect.poll(focused).toEqual([`0:${last}`, 'TD'])
    await window.keyboard.press('b')
    expect(await window.getByRole('searchbox', { name: 'Search people' }).inputValue()).toBe('b')
    await window.keyboard.press('Escape')
  })

  for (const scheme of ['light', 'dark'] as const) {
    test(`filters, columns and saved selections are within reach of everybody: ${scheme}`, async () => {
      const { window } = started().muster
      await window.emulateMedia({ colorScheme: scheme })
      const dialog = await filterBy(window, 'Department')
      expect(await axeFindings(window)).toEqual([])
      await dialog.getByRole('button', { name: /^Sales/ }).click()
      await window.getByRole('button', { name: 'Remove the filter Department is Sales' }).waitFor()
      await window.getByRole('button', { name: 'Saved selections' }).click()
      await window.getByRole('menuitem', { name: /^Sales team/ }).waitFor()
      expect(await axeFindings(window)).toEqual([])
      await window.keyboard.press('Escape')
      await window.getByRole('button', { name: 'Columns' }).click()
      await window.getByRole('dialog', { name: 'Columns' }).waitFor()
      expect(await axeFindings(window)).toEqual([])
      await window.keyboard.press('Escape')
      await window.getByRole('button', { name: 'Clear filters' }).click()
    })
  }
})

describe('ticking many, after the list has changed', () => {
  // More than come with the first answer: who is between two rows has to be asked of main.
  const started = signedIn({ people: 700, accounts: 40 })

  test('ticks who stands there now, not who stood there before a push', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    await mainJob.openPeople(window, sandbox.peopleFile)
    for (const accounts of [43, 46]) {
      await mainJob.show(window, 'Not in K2')
      await mainJob.pickFirst(window, 3)
      await window.getByText('3 to create', { exact: true }).waitFor()
      await mainJob.review(window)
      await mainJob.push(window)
      await mainJob.pushed(window)
      expect(sandbox.accounts()).toHaveLength(accounts)
      await go(window, /^People/)
    }
  })
})
