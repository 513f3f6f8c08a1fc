import type { Page } from 'playwright'
import { namesOfParts } from './network.ts'
import { go } from './picking.ts'
import type { TourPlace } from './place.ts'

/** The accounts K2 has, one of them in full, a removal that is large enough to be typed, and a deletion, which always is. */
export async function accounts({ muster, looker }: TourPlace): Promise<void> {
  const { window } = muster
  await go(window, /^K2 accounts/)
  const grid = window.getByRole('grid', { name: 'K2 accounts' })
  await grid.getByRole('button', { name: 'Name', exact: true }).click()
  await grid.getByRole('checkbox').nth(1).waitFor()
  await looker.look(window, 'accounts', { main: true })
  await grid.getByRole('row').nth(1).getByRole('gridcell').nth(1).click()
  await window.getByRole('complementary', { name: 'Account' }).getByText('As K2 sent it').waitFor()
  await looker.look(window, 'account')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: /^No person here [1-9]/ }).click()
  await grid.getByRole('checkbox', { name: /^Select all \d/ }).click()
  await window.getByRole('button', { name: /^Review deactivation of/ }).click()
  await window.getByRole('heading', { name: /^Review/, level: 1 }).waitFor()
  await looker.look(window, 'review-deactivation')
  await go(window, /^K2 accounts/)
  await window.getByRole('button', { name: 'Clear', exact: true }).click()
  await window.getByRole('button', { name: /^Inactive [1-9]/ }).click()
  await grid.getByRole('checkbox', { name: /^Select all \d/ }).click()
  await window.getByRole('button', { name: /^Delete \d+ inactive account/ }).click()
  await window.getByText(/would be deleted for good/).waitFor()
  await looker.look(window, 'review-deletion')
}

/** Every section of the settings, by its tab. */
const sections = [
  ['Connection', 'settings-connection'],
  ['What the service supports', 'settings-supports'],
  ['Source', 'settings-source'],
  ['Mapping', 'settings-mapping'],
  ['Groups', 'settings-groups'],
  ['Safety limits', 'settings-safety'],
  ['Keychain', 'settings-keychain'],
  ['Updates', 'settings-updates'],
  ['Diagnostics', 'settings-diagnostics'],
  ['About', 'settings-about'],
] as const

/** What stays as it was said: how an ability of the service was learnt, and what the parts of the diagnostics are called. */
const held: Readonly<Record<string, { held: RegExp }>> = {
  'What the service supports': {
    held: /^“(?:The service’s|Only a change|A (?:filter|page)|The same filter|Asked|An account)/,
  },
  Diagnostics: { held: namesOfParts },
}

/** Ticks two groups, of which K2 has one; nothing is saved. */
async function chooseGroups(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Read K2’s groups' }).click()
  await window.getByText(/^Read .* groups in K2\.$/).waitFor()
  for (const name of ['K2 Users', 'Sales']) await window.getByRole('checkbox', { name, exact: true }).check()
}

/** Everything under Settings. */
export async function settings({ muster, looker }: TourPlace): Promise<void> {
  const { window } = muster
  await go(window, /^Settings/)
  for (const [tab, name] of sections) {
    await window.getByRole('tab', { name: tab, exact: true }).click()
    await window.getByRole('tabpanel').getByRole('heading', { level: 2 }).first().waitFor()
    if (tab === 'Groups') await chooseGroups(window)
    // What a mapping would change for everybody is worked out while it is looked at.
    await window.getByText('Counting…').waitFor({ state: 'hidden', timeout: 60_000 })
    await looker.look(window, name, { main: name === 'settings-connection', ...held[tab] })
  }
  await window.getByRole('tab', { name: 'Connection', exact: true }).click()
  await window.getByRole('button', { name: 'Remove connection…' }).click()
  await window.getByRole('dialog').waitFor()
  await looker.look(window, 'remove-connection')
  await window.keyboard.press('Escape')
  await window.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** The tenant is gone: what was read last stays on screen beside what went wrong. */
export async function offline({ muster, sandbox, looker }: TourPlace): Promise<void> {
  const { window } = muster
  await go(window, /^K2 accounts/)
  await sandbox.stop()
  await window.getByRole('button', { name: 'Refresh' }).click()
  await window.getByRole('alert').first().waitFor({ timeout: 120_000 })
  await looker.look(window, 'unreachable')
}
