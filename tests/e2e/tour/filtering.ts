import type { Locator, Page } from 'playwright'
import { chip, go, people, pickMore } from './picking.ts'
import type { TourPlace } from './place.ts'

/** Opens the filter, says what to filter by, and gives the dialog to go on in. */
export async function filterBy(window: Page, by: string | RegExp): Promise<Locator> {
  await window.getByRole('button', { name: 'Filter', exact: true }).click()
  const dialog = window.getByRole('dialog', { name: 'Filter' })
  const choice = dialog.getByRole('combobox', { name: 'Filter by' })
  const label = await choice.getByRole('option', { name: by }).textContent()
  await choice.selectOption({ label: label ?? '' })
  return dialog
}

const value = (dialog: Locator, name: RegExp) => dialog.getByRole('list').getByRole('button', { name })

/** Every kind of condition as it is chosen, what is applied, and a way out where nobody is left. */
export async function filter({ muster, looker }: TourPlace): Promise<void> {
  const { window } = muster
  await chip(window, /^In sync [1-9]/).waitFor({ timeout: 60_000 })
  let dialog = await filterBy(window, 'Department')
  await value(dialog, /^Sales/).waitFor()
  await looker.look(window, 'filter-attribute')
  await value(dialog, /^Sales/).click()
  dialog = await filterBy(window, /^Organisational unit/)
  await value(dialog, /^Contoso/).waitFor()
  await looker.look(window, 'filter-unit')
  await value(dialog, /^Contoso/).click()
  dialog = await filterBy(window, /^Group/)
  await value(dialog, /^K2 Users/).waitFor()
  await looker.look(window, 'filter-group')
  await value(dialog, /^K2 Users/).click()
  await window.getByRole('button', { name: 'Remove the filter Member of K2 Users' }).waitFor()
  await people(window).getByRole('row').nth(1).getByText('Sales').waitFor()
  await looker.look(window, 'people-filtered')
  await window.getByRole('searchbox', { name: 'Search people' }).fill('no such person')
  await window.getByText('Nobody matches all of this.').waitFor()
  await window.getByText(/^Without the search/).waitFor()
  await looker.look(window, 'people-nobody')
  await window.getByRole('button', { name: /^Drop the search/ }).click()
}

/** A selection that is saved under a name, and the menu it is in afterwards. */
export async function saveSelection({ muster, looker }: TourPlace): Promise<void> {
  const { window } = muster
  await pickMore(window, 3)
  const menu = window.getByRole('button', { name: 'Saved selections' })
  await menu.click()
  await window.getByRole('menuitem', { name: 'Save this selection…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Save this selection' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Sales with K2')
  await looker.look(window, 'save-selection')
  await dialog.getByRole('button', { name: 'Save selection' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await menu.click()
  await window.getByRole('menuitem', { name: /^Sales with K2/ }).waitFor()
  await looker.look(window, 'saved-selections')
  await window.getByRole('menuitem', { name: 'Change saved selections…' }).click()
  await window.getByRole('dialog', { name: 'Saved selections' }).waitFor()
  await looker.look(window, 'saved-selections-changed')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Clear', exact: true }).click()
  await window.getByRole('button', { name: 'Clear filters' }).click()
}

/** Which columns are shown, of people and of accounts. */
export async function chooseColumns({ muster, looker }: TourPlace): Promise<void> {
  const { window } = muster
  const columns = window.getByRole('dialog', { name: 'Columns' })
  await window.getByRole('button', { name: 'Columns', exact: true }).click()
  // Not `check`, which looks at the box again that has moved to the other list by then.
  await columns.getByRole('checkbox', { name: 'City' }).click()
  await columns.getByRole('button', { name: 'Move City up' }).waitFor()
  await looker.look(window, 'people-columns')
  await window.keyboard.press('Escape')
  await go(window, /^K2 accounts/)
  await window.getByRole('grid', { name: 'K2 accounts' }).getByRole('checkbox').nth(1).waitFor()
  await window.getByRole('button', { name: 'Columns', exact: true }).click()
  await columns.waitFor()
  await looker.look(window, 'accounts-columns')
  await window.keyboard.press('Escape')
}
