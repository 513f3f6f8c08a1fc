import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { newUser, scimCaller } from '../../sandbox/scim-caller.ts'
import { mainJob } from '../main-job.ts'
import { writePeopleFile } from './people-file.ts'
import type { TourPlace } from './place.ts'

/** People whose sign-in name has changed since their account was made. */
const renamed = 2

/** Goes to a place of the rail. */
export const go = (window: Page, place: RegExp) =>
  window.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: place }).click()
/** Goes to a section of the settings. */
export async function openSection(window: Page, section: string): Promise<void> {
  await go(window, /^Settings/)
  await window.getByRole('tab', { name: section, exact: true }).click()
}
/** Goes to K2's accounts and has them read. */
export async function readAccounts(window: Page): Promise<void> {
  await go(window, /^K2 accounts/)
  await window
    .getByRole('button', { name: /^(Refresh|Read K2 accounts)/ })
    .first()
    .click()
}
/** Brings the whole panel or row of something to the top of what scrolls. */
export const bringUp = (part: Locator, whole: 'section' | 'tr' | 'details'): Promise<void> =>
  part.evaluate((element, name) => element.closest(name)?.scrollIntoView({ block: 'start' }), whole)
/** The grid of people. */
export const people = (window: Page) => window.getByRole('grid', { name: 'People' })
/** A chip above the grid, by the start of its words. */
export const chip = (window: Page, words: RegExp) =>
  window.getByRole('group', { name: 'Show' }).getByRole('button', { name: words })
const open = (window: Page, row: number) =>
  people(window).getByRole('row').nth(row).getByRole('gridcell').nth(1).click()
const panelOf = (window: Page) => window.getByRole('complementary', { name: 'Person' })
/** Closes the dialog that is open, by the keyboard. */
export const closeDialog = async (window: Page) => {
  await window.keyboard.press('Escape')
  await window.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** Reads people from a file and looks at what was made of it. */
export async function readPeople({ muster, sandbox, folder, looker }: TourPlace): Promise<void> {
  const { window } = muster
  const file = join(folder, 'hr-export.csv')
  const names = await writePeopleFile(sandbox, file, renamed)
  if (names.length !== renamed) throw new Error('The people file has nobody to rename.')
  await mainJob.openPeople(window, file)
  await chip(window, /^In sync [1-9]/).waitFor({ timeout: 60_000 })
  await looker.look(window, 'people-read')
  await window.getByRole('button', { name: 'Close this notice' }).click()
  await window.getByRole('button', { name: 'hr-export.csv' }).click()
  await window.getByRole('dialog').waitFor()
  await looker.look(window, 'columns')
  await closeDialog(window)
  await window.getByRole('button', { name: /needs? attention/ }).click()
  await window.getByRole('dialog').getByRole('grid').waitFor()
  await looker.look(window, 'problems')
  await closeDialog(window)
}

/** Picks people by a pasted list of names, of which one is nobody's and one is two people's. */
export async function pasteList({ muster, sandbox, looker }: TourPlace): Promise<void> {
  const { window } = muster
  const known = sandbox
    .accounts()
    .slice(0, 3)
    .map(({ userName }) => String(userName))
  await window.getByRole('button', { name: 'Paste a list' }).click()
  const list = window.getByRole('textbox', { name: /^Names, addresses/ })
  await list.fill([...known, 'Mira Nobody', 'nobody@contoso.example'].join('\n'))
  await window.getByRole('button', { name: 'Find people' }).click()
  await window.getByText(/entr(y|ies) not found/).waitFor()
  await looker.look(window, 'paste-a-list')
  await closeDialog(window)
}

/** Shows only the people in one state, and waits until the grid does. */
export async function showOnly(window: Page, state: Parameters<typeof mainJob.show>[1]): Promise<void> {
  await mainJob.show(window, state)
  const rows = people(window).getByRole('row')
  await rows.nth(1).getByText(state).waitFor()
}

/** Ticks the first `count` people of the grid beside those that are ticked already. */
export async function pickMore(window: Page, count: number): Promise<void> {
  const status = window.getByRole('region', { name: 'Selection' }).getByText(/^(\d+|Nobody) selected$/)
  const before = Number.parseInt((await status.textContent()) ?? '', 10) || 0
  await people(window)
    .getByRole('checkbox', { name: /^Select (?!all \d)/ })
    .first()
    .click()
  for (let more = 1; more < count; more++) await window.keyboard.press('Shift+ArrowDown')
  await window.getByText(`${before + count} selected`, { exact: true }).waitFor()
  await panelOf(window).getByRole('heading', { level: 2 }).waitFor()
  await window.keyboard.press('Escape')
  await panelOf(window).waitFor({ state: 'hidden' })
}

/** Somebody has two accounts in K2: says which is theirs, and leaves somebody else out. */
export async function decide({ muster, sandbox, looker }: TourPlace): Promise<void> {
  const { window } = muster
  const panel = panelOf(window)
  const [account] = sandbox.accounts().filter(({ externalId, active }) => typeof externalId === 'string' && active)
  const call = await scimCaller(sandbox)
  const { externalId, displayName } = account ?? {}
  const userName = `former.${String(account?.userName)}`
  const { status } = await call('POST', '/Users', { body: newUser(userName, { externalId, displayName }) })
  if (status !== 201) throw new Error(`A second account could not be made: ${status}.`)
  await go(window, /^K2 accounts/)
  await window.getByRole('button', { name: 'Refresh' }).click()
  await window.getByRole('button', { name: /^All 121$/ }).waitFor()
  await go(window, /^People/)
  await showOnly(window, 'Blocked')
  await people(window).getByText(String(displayName), { exact: true }).first().click()
  await panel.getByRole('article', { name: `Account ${userName}` }).waitFor()
  await looker.look(window, 'person-conflict', { main: true })
  await panel.getByRole('button', { name: `Link to this account: ${String(account?.userName)}` }).click()
  await panel.getByRole('button', { name: 'Undo this decision' }).waitFor()
  await looker.look(window, 'person-decided')
  await open(window, 1)
  await panel.getByRole('button', { name: 'Leave this person out' }).click()
  await panel.getByText(/^You left this person out/).waitFor()
  await chip(window, /^Left out 1/).click()
  await looker.look(window, 'people-left-out')
  await panel.getByRole('button', { name: 'Undo this decision' }).click()
  await panel.getByRole('region', { name: 'Blocked' }).waitFor()
  await window.keyboard.press('Escape')
}

/** Picks people who are missing in K2 and people who differ, and looks at one of each kind. */
export async function pick({ muster, looker }: TourPlace): Promise<void> {
  const { window } = muster
  const panel = panelOf(window)
  await showOnly(window, 'Blocked')
  await open(window, 1)
  await panel.getByRole('region', { name: 'Blocked' }).waitFor()
  await looker.look(window, 'person-blocked')
  await window.keyboard.press('Escape')
  await showOnly(window, 'Differs')
  await pickMore(window, 5)
  await showOnly(window, 'Not in K2')
  await pickMore(window, 20)
  await chip(window, /^All/).click()
  await looker.look(window, 'people', { main: true })
  await showOnly(window, 'Differs')
  await open(window, 2)
  await panel.getByRole('region', { name: 'Would change' }).waitFor()
  await looker.look(window, 'person', { main: true })
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Clear', exact: true }).click()
}
