import type { Locator, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { newUser, scimCaller } from '../sandbox/scim-caller.ts'
import { stepWords } from '../unit/docs/pages.ts'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'
import { closeDialog, go, people as peopleGrid } from './tour/picking.ts'

/**
 * The user guide, task by task, as somebody would follow it who knows nothing else: each control is taken by the words that
 * the page's steps give it. A browser elsewhere, a client secret, a directory and a SCIM service that answers are walked by
 * the suites of their own.
 */
type Role = Parameters<Page['getByRole']>[0]

/** The control that a step of a page names so; an ellipsis stands for whatever is put in there. */
function named(window: Page, page: string, words: string, role: Role = 'button'): Locator {
  if (!stepWords(`docs/guide/${page}.md`).includes(words)) throw new Error(`${page} names no ${words} in its steps.`)
  const parts = words.split('…').map((part) => RegExp.escape(part.trim()))
  return window.getByRole(role, { name: new RegExp(`^${parts.join('.*')}`) }).first()
}

describe('the user guide, followed word by word', () => {
  const started = signedIn({ people: 60, accounts: 40 })
  const window = (): Page => started().muster.window
  const at = (page: string) => (words: string, role?: Role) => named(window(), page, words, role)
  const tab = (name: string) => window().getByRole('tab', { name, exact: true }).click()
  /** Types the number that is asked for above the limit, which is 2 percent of these few accounts. */
  const typeTheNumber = (count: number) =>
    window()
      .getByRole('textbox', { name: new RegExp(`^Type ${count} to `) })
      .fill(String(count))
  /** Goes to People with nothing picked and nothing searched for. */
  async function people(): Promise<void> {
    await go(window(), /^People/)
    await peopleGrid(window()).waitFor()
    const clear = window().getByRole('button', { name: 'Clear', exact: true })
    if (await clear.isVisible()) await clear.click()
  }

  test('a first connection, and people from a file', async () => {
    const first = at('first-connection')
    const chooser = window().waitForEvent('filechooser')
    await first('Open a file').click()
    await (await chooser).setFiles(started().sandbox.peopleFile)
    const file = at('people-from-a-file')
    await file('Change how it is read').click()
    for (const field of ['Encoding', 'Columns divided by', 'Titles of the columns'])
      await file(field, 'combobox').waitFor()
    expect(stepWords('docs/guide/people-from-a-file.md')).toContain('Fills')
    await window().getByRole('columnheader', { name: 'Fills' }).waitFor()
    // Nothing is read anew as long as nothing was changed.
    await file('Columns divided by', 'combobox').selectOption('Comma')
    await file('Read the file this way').click()
    await window().getByRole('dialog').waitFor({ state: 'hidden' })
    await file('Refresh').click()
    await window()
      .getByRole('button', { name: /^Not in K2 [1-9]/ })
      .waitFor()
  })

  test('picking people', async () => {
    const step = at('picking-people')
    for (const state of ['Not in K2', 'Differs', 'In sync', 'Inactive', 'Blocked']) await step(state).waitFor()
    await step('Filter').click()
    await window().getByRole('dialog').first().waitFor()
    await window().keyboard.press('Escape')
    await step('Paste a list').click()
    const known = started().sandbox.accounts()[0]?.userName
    await window()
      .getByRole('textbox', { name: /^Names, addresses/ })
      .fill(`${known}\nNobody At All`)
    await step('Find people').click()
    await step('Select … people')
      .or(window().getByRole('button', { name: 'Select 1 person' }))
      .click()
    await window().getByText('1 selected', { exact: true }).waitFor()
    await step('Saved selections').click()
    await step('Save this selection…', 'menuitem').click()
    await step('A rule: whoever matches each time it is used', 'radio').waitFor()
    await step('A list: exactly the people who are ticked', 'radio').waitFor()
    await closeDialog(window())
    await step('Columns').click()
    await step('Reset').waitFor()
    await window().keyboard.press('Escape')
  })

  test('whose account it is', async () => {
    await people()
    const step = at('conflicts')
    await step('Blocked').click()
    await peopleGrid(window()).getByRole('row').nth(1).getByRole('gridcell').nth(1).click()
    await step('Leave this person out').click()
    await window().getByRole('button', { name: 'Undo this decision' }).first().click()
    await step('Leave this person out').waitFor()
    await window().keyboard.press('Escape')
  })

  test('the monthly push, its evidence, and its undo', async () => {
    await people()
    const push = at('monthly-push')
    await push('Not in K2').click()
    await mainJob.pickFirst(window(), 3)
    await push('Review changes').click()
    await push('Export').click()
    await push('Plan to approve (HTML)', 'menuitem').waitFor()
    await window().keyboard.press('Escape')
    const before = started().sandbox.accounts().length
    await push('Push … changes to …').click()
    await mainJob.pushed(window())
    expect(started().sandbox.accounts()).toHaveLength(before + 3)
    await push('Verify').click()
    await window().getByRole('heading', { name: 'Verified', level: 2 }).waitFor({ timeout: 60_000 })

    const evidence = at('evidence')
    await evidence('Export').click()
    for (const format of ['Report (HTML)', 'Table (CSV)', 'Everything (JSON)'])
      await evidence(format, 'menuitem').waitFor()
    await window().keyboard.press('Escape')

    const undo = at('undo')
    await undo('Undo this run…').click()
    await typeTheNumber(3)
    await undo('Push … changes to …').click()
    await mainJob.pushed(window())
    expect(
      started()
        .sandbox.accounts()
        .filter(({ active }) => active === false).length,
    ).toBeGreaterThanOrEqual(3)
  })

  test('a failed run', async () => {
    await people()
    await window()
      .getByRole('button', { name: /^Not in K2 [1-9]/ })
      .click()
    await mainJob.pickFirst(window(), 2)
    const row = peopleGrid(window()).getByRole('row').nth(1)
    const userName = (await row.getByRole('gridcell').nth(2).textContent()) ?? ''
    await mainJob.review(window())
    // Somebody makes one of the accounts by hand, after the review.
    const call = await scimCaller(started().sandbox)
    expect((await call('POST', '/Users', { body: newUser(userName) })).status).toBe(201)
    await mainJob.push(window())
    await window()
      .getByRole('heading', { name: /1 pushed, 1 needs you/, level: 1 })
      .waitFor({ timeout: 60_000 })
    const step = at('failed-run')
    await step('Failed').waitFor()
    await step('Link or leave out').click()
    await step('Link to account …').click()
    await step('Retry … failed').click()
    await mainJob.push(window())
    await mainJob.pushed(window())
  })

  test('leavers', async () => {
    await people()
    const step = at('leavers')
    await step('Inactive').click()
    await mainJob.pickFirst(window(), 1)
    await step('Review changes').waitFor()
    await go(window(), /^K2 accounts/)
    await step('No person here').click()
    await window()
      .getByRole('grid', { name: 'K2 accounts' })
      .getByRole('checkbox', { name: /^Select (?!all \d)/ })
      .first()
      .click()
    await step('Review deactivation of …').click()
    await window()
      .getByRole('heading', { name: /^Review/, level: 1 })
      .waitFor()
  })

  test('the mapping, and groups', async () => {
    await go(window(), /^Settings/)
    await tab('Mapping')
    const step = at('mapping')
    await step('Add rule').click()
    await step('Attribute in K2', 'combobox').fill('nickName')
    const value = step('Value', 'combobox')
    for (const origin of ['An attribute', 'The same text for everybody', 'An expression']) {
      expect(stepWords('docs/guide/mapping.md')).toContain(origin)
      await value.selectOption(origin)
    }
    await window().getByRole('textbox', { name: 'Expression' }).fill('lower(givenName)')
    await step('Default', 'textbox').waitFor()
    await step('Discard changes').click()
    for (const button of ['Export', 'Import', 'Reset']) await step(button).waitFor()

    await tab('Groups')
    await at('groups')('Read K2’s groups').click()
    await window().getByText('The source does not tell of groups').waitFor()
  })

  test('several connections, and testing one', async () => {
    await tab('Connection')
    const step = at('several-connections')
    await step('Read-only', 'switch').waitFor()
    await step('Duplicate connection').waitFor()
    await step('Remove connection…').waitFor()
    const trying = at('connection-test')
    await trying('Test the connection').click()
    await trying('Test again').waitFor()
    for (const way of ['As this computer says, PAC files included', 'No proxy', 'This proxy', 'A PAC file'])
      await trying(way, 'radio').waitFor()
    await trying('Add a certificate file').waitFor()
    await window()
      .getByRole('button', { name: /^Connection:/ })
      .click()
    await step('Add a connection', 'menuitem').click()
    await window().getByRole('textbox', { name: 'Settings' }).waitFor()
    await window()
      .getByRole('button', { name: /^Back to/ })
      .click()
  })

  test('a directory and a SCIM service, as far as nobody answers', async () => {
    await go(window(), /^Settings/)
    await tab('Source')
    const directory = at('people-from-a-directory')
    await directory('LDAP or Active Directory', 'radio').click()
    for (const field of ['Server', 'Account', 'Password', 'Search base', 'Filter'])
      await directory(field, 'textbox').waitFor()
    await directory('Encryption', 'combobox').waitFor()
    await directory('Other attributes than usual').or(window().getByText('Other attributes than usual')).first().click()
    expect(stepWords('docs/guide/further-attributes.md')).toContain('Further attributes to keep')
    await window().getByRole('textbox', { name: 'Further attributes to keep' }).waitFor()
    const service = at('people-from-a-scim-service')
    await service('A SCIM service', 'radio').click()
    await service('Address', 'textbox').waitFor()
    const signIn = service('Sign-in', 'combobox')
    for (const way of ['Bearer token', 'User name and password', 'OAuth client credentials']) {
      expect(stepWords('docs/guide/people-from-a-scim-service.md')).toContain(way)
      await signIn.selectOption(way)
    }
    for (const button of ['Test', 'Save and read people']) await service(button).waitFor()
  })

  test('an expired sign-in', async () => {
    const { sandbox } = started()
    sandbox.expireRefreshTokens()
    sandbox.revokeAccessTokens()
    await go(window(), /^K2 accounts/)
    await window().getByRole('main').getByRole('button', { name: 'Refresh' }).click()
    const notice = window().getByText('Your K2 sign-in has expired', { exact: true })
    await notice.waitFor()
    await window().getByRole('main').getByRole('button', { name: 'Sign in again' }).first().click()
    await notice.waitFor({ state: 'hidden', timeout: 60_000 })
    expect(stepWords('docs/guide/expired-sign-in.md')).toContain('Sign in again')
  })
})
