import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, describe, expect, test } from 'vitest'
import { newUser, scimCaller } from '../sandbox/scim-caller.ts'
import { axeFindingsInBothThemes } from '../support/axe.ts'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'

/** One row each: who, under which sign-in name, with which identifier and address. */
const people = [
  ['Ada Li', 'ada.li', 'id-ada', 'ada.li'],
  ['Ben Okri', 'ben.okri', 'id-ben', 'ben.okri'],
  ['Ben Okri (old)', 'BEN.OKRI', 'id-ben-old', 'ben.old'],
  ['Cleo Maas', 'cleo.maas', 'id-cleo', 'c.maas'],
  ['Dora Ek', 'dora.ek', 'id-dora', 'dora.ek'],
] as const
const at = (name: string) => `${name}@contoso.example`
const csv = ['userPrincipalName,displayName,mail,id,accountEnabled']
  .concat(people.map(([name, userName, id, mail]) => `${at(userName)},${name},${at(mail)},${id},True`))
  .join('\r\n')

/** What K2 has: two accounts that could be Ada's, and one with Cleo's address under another sign-in name. */
const accounts = [
  newUser(at('ada.maiden'), { externalId: 'id-ada', displayName: 'Ada Maiden' }),
  newUser(at('ada.li'), { displayName: 'Ada Li', title: 'Aide' }),
  newUser(at('cleo'), { displayName: 'Cleo', emails: [{ value: at('c.maas'), type: 'work' }] }),
]

const grid = (window: Page) => window.getByRole('grid', { name: 'People' })
const panel = (window: Page) => window.getByRole('complementary', { name: 'Person' })
const chip = (window: Page, words: string) =>
  window.getByRole('group', { name: 'Show' }).getByRole('button', { name: words, exact: true })
const open = (window: Page, name: string) => grid(window).getByText(name, { exact: true }).click()

describe('conflicts that the admin resolves', () => {
  const started = signedIn({ people: 5, accounts: 0 })
  const folder = mkdtempSync(join(tmpdir(), 'muster-decisions-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('every reason is told, the accounts are held against the person, and linking takes the block away', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    const call = await scimCaller(sandbox)
    for (const body of accounts) expect((await call('POST', '/Users', { body })).status).toBe(201)
    await window.getByRole('button', { name: /^K2 accounts/ }).click()
    await window
      .getByRole('button', { name: /^(Refresh|Read K2 accounts)$/ })
      .first()
      .click()
    await window.getByRole('button', { name: /^All 3$/ }).waitFor()
    await window.getByRole('button', { name: /^People/ }).click()
    const file = join(folder, 'people.csv')
    writeFileSync(file, csv)
    await mainJob.openPeople(window, file)
    await chip(window, 'Blocked 3').click()

    await open(window, 'Ben Okri')
    const reasons = panel(window).getByRole('region', { name: 'Blocked' }).getByRole('listitem')
    await expect
      .poll(() => reasons.allTextContents())
      .toEqual([expect.stringMatching(/same sign-in name: Ben Okri \(old\), line 4/)])

    await open(window, 'Ada Li')
    await panel(window)
      .getByText(/More than one account in K2 could be theirs/)
      .waitFor()
    const first = panel(window).getByRole('article', { name: `Account ${at('ada.maiden')}` })
    const second = panel(window).getByRole('article', { name: `Account ${at('ada.li')}` })
    await first.getByText('Same identifier').waitFor()
    await first.getByText(/K2 would refuse the sign-in name/).waitFor()
    await second.getByText(/^Same sign-in name/).waitFor()
    await second.getByRole('rowheader', { name: /^Identifier.*differs/ }).waitFor()
    expect(await axeFindingsInBothThemes(window)).toEqual([])
    await second.getByRole('button', { name: /^Link to this account/ }).click()
    await panel(window)
      .getByText(`You linked this person to ${at('ada.li')}`)
      .waitFor()
    await chip(window, 'Blocked 2').waitFor()
    await chip(window, 'Differs 1').waitFor()
  })

  test('in Review, leaving one of two out has the other one planned, and that is taken back as easily', async () => {
    const { window } = started().muster
    await window.keyboard.press('Escape')
    await chip(window, 'All 5').click()
    await grid(window)
      .getByRole('checkbox', { name: /^Select all 5/ })
      .click()
    await window.getByRole('button', { name: 'Review changes' }).click()
    await window.getByRole('heading', { name: 'Review 3 changes', level: 1 }).waitFor()
    const blocked = window.getByRole('region', { name: 'Blocked', exact: true })
    await expect.poll(() => blocked.getByText(/Another person of the source has the same sign-in name/).count()).toBe(2)
    await window.getByRole('button', { name: 'Leave Ben Okri (old) out' }).click()
    await window.getByRole('heading', { name: 'Review 4 changes', level: 1 }).waitFor()
    await window.getByText('You left 1 person out').waitFor()
    expect(await blocked.count()).toBe(0)
    await window.getByRole('button', { name: 'Undo this decision: Ben Okri (old)' }).click()
    await window.getByRole('heading', { name: 'Review 3 changes', level: 1 }).waitFor()
    await window.getByRole('button', { name: 'Decide about Ben Okri (old)' }).click()
    await window.getByRole('dialog').getByRole('button', { name: 'Leave this person out' }).click()
    await window.getByRole('heading', { name: 'Review 4 changes', level: 1 }).waitFor()
  })

  test('an address on another account leads to the same choice, and the plan has an update instead of a new account', async () => {
    const { window } = started().muster
    const counts = window.locator('dl[aria-label="Changes by kind"]')
    await expect.poll(() => counts.textContent()).toMatch(/Create3Update1/)
    await window.getByRole('button', { name: 'Compare accounts of Cleo Maas' }).click()
    const dialog = window.getByRole('dialog')
    await dialog.getByText('Same e-mail address, and nothing else: a hint, not a match').waitFor()
    expect(await axeFindingsInBothThemes(window)).toEqual([])
    await dialog.getByRole('button', { name: /^Link to this account/ }).click()
    await expect.poll(() => counts.textContent()).toMatch(/Create2Update2/)
    expect(await axeFindingsInBothThemes(window)).toEqual([])
  })

  test('the push does what was decided, and nothing to anybody else', async () => {
    const { muster, sandbox } = started()
    await mainJob.push(muster.window)
    await mainJob.pushed(muster.window)
    const byName = new Map(sandbox.accounts().map((account) => [String(account.userName), account]))
    expect([...byName.keys()].sort()).toEqual(['ada.li', 'ada.maiden', 'ben.okri', 'cleo.maas', 'dora.ek'].map(at))
    expect(byName.get(at('ada.li'))).toMatchObject({ externalId: 'id-ada', title: 'Aide' })
    expect(byName.get(at('ada.maiden'))).toMatchObject({ externalId: 'id-ada', displayName: 'Ada Maiden' })
    expect(byName.get(at('ben.okri'))).toMatchObject({ externalId: 'id-ben' })
    expect(byName.get(at('cleo.maas'))).toMatchObject({ externalId: 'id-cleo' })
  })

  test('who was left out is found, and taken back in the side panel', async () => {
    const { window } = started().muster
    await window.getByRole('button', { name: /^People/ }).click()
    await chip(window, 'Left out 1').click()
    await open(window, 'Ben Okri (old)')
    await panel(window)
      .getByText(/You left this person out/)
      .waitFor()
    await panel(window).getByRole('button', { name: 'Undo this decision' }).click()
    await panel(window).getByRole('region', { name: 'Blocked' }).waitFor()
    await chip(window, 'All 5').click()
    await chip(window, 'Blocked 2').waitFor()
  })

  test('a name that is taken during the push is decided about in the same way', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    await window.keyboard.press('Escape')
    const file = join(folder, 'more.csv')
    writeFileSync(file, `${csv}\r\n${at('eva.ruiz')},Eva Ruiz,${at('eva.ruiz')},id-eva,True`)
    await mainJob.openPeople(window, file)
    await chip(window, 'Not in K2 1').click()
    await mainJob.pickFirst(window, 1)
    await mainJob.review(window)
    const call = await scimCaller(sandbox)
    expect((await call('POST', '/Users', { body: newUser(at('eva.ruiz'), { displayName: 'By hand' }) })).status).toBe(
      201,
    )
    await mainJob.push(window)
    await window.getByRole('button', { name: 'Link or leave out: Eva Ruiz' }).click()
    const details = window.getByRole('region', { name: 'Details of Eva Ruiz' })
    await details.getByRole('button', { name: 'Leave this person out' }).click()
    await details.getByRole('button', { name: 'Undo this decision' }).click()
    await details.getByRole('button', { name: /^Link to account/ }).click()
    await details.getByText('Linked: retry the failed changes to go on.').waitFor()
    await window.getByRole('button', { name: 'Retry 1 failed' }).click()
    await window.getByRole('heading', { name: 'Review 1 change', level: 1 }).waitFor()
    await mainJob.push(window)
    await mainJob.pushed(window)
    const eva = sandbox.accounts().filter(({ userName }) => userName === at('eva.ruiz'))
    expect(eva).toMatchObject([{ externalId: 'id-eva', displayName: 'Eva Ruiz' }])
  })
})
