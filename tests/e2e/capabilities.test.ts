import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { mainJob } from './main-job.ts'
import { type Started, signedIn } from './signed-in.ts'
import { go, openSection } from './tour/picking.ts'

/** Learns what the service supports once more, and waits until the service is asked: what is shown says so of the last time too. */
async function learnAgain({ muster, sandbox }: Started): Promise<void> {
  sandbox.clearRequests()
  await muster.window.getByRole('button', { name: 'Learn again' }).click()
  await expect
    .poll(() => sandbox.requests().some(({ path }) => path.includes('ServiceProviderConfig')), { timeout: 15_000 })
    .toBe(true)
}

const use = (window: Page, ability: string) => window.getByRole('combobox', { name: `Use for: ${ability}` })

describe('what the service supports', () => {
  const started = signedIn({ people: 40, accounts: 30 })

  test('set by hand, it is marked, survives learning again, and is followed by the next push', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    await mainJob.openPeople(window, sandbox.peopleFile)
    await openSection(window, 'What the service supports')
    const patch = use(window, 'Change single attributes (PATCH)')
    await patch.selectOption('No')
    const row = window.getByRole('row', { name: /^Change single attributes/ })
    await row.getByText(/^Set by hand on/).waitFor()
    await learnAgain(started())
    await window.getByText(/Learnt just now/).waitFor()
    expect(await patch.inputValue()).toBe('no')
    await row.getByText('Yes', { exact: true }).first().waitFor()

    sandbox.clearRequests()
    await go(window, /^People/)
    await mainJob.show(window, 'Differs')
    await mainJob.pickFirst(window, 2)
    await mainJob.review(window)
    await mainJob.push(window)
    await mainJob.pushed(window)
    const writes = sandbox.requests().flatMap(({ method }) => (method === 'GET' ? [] : [method]))
    expect(writes).toEqual(['PUT', 'PUT'])

    await openSection(window, 'What the service supports')
    await patch.selectOption('As learnt')
    await row.getByText(/^Set by hand on/).waitFor({ state: 'hidden' })
  })

  test('what the service does not define is told beside the mapping and of the person, and pushed when set so', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    sandbox.setQuirks(['no-enterprise-schema'])
    await openSection(window, 'What the service supports')
    await learnAgain(started())
    await window.getByText('4 mapped attributes are not pushed as mapped').waitFor()
    await window.getByText('1 schema').waitFor()
    await openSection(window, 'Mapping')
    const department = window.getByRole('row', { name: /^Department/ })
    await department.getByText('Not pushed').waitFor()

    await go(window, /^People/)
    await window.getByRole('button', { name: /^All \d/ }).click()
    await window.getByRole('grid', { name: 'People' }).getByRole('row').nth(1).getByRole('gridcell').nth(1).click()
    const panel = window.getByRole('complementary', { name: 'Person' })
    const told = panel.getByRole('region', { name: 'Not pushed as mapped' })
    await told.getByText(/^Department: the service does not define it/).waitFor()

    await told.getByRole('button', { name: 'What the service supports' }).click()
    await use(window, 'Says which attributes accounts have (Schemas)').selectOption('No, push all attributes')
    await window.getByText('4 mapped attributes are not pushed as mapped').waitFor({ state: 'hidden' })
    await openSection(window, 'Mapping')
    await department.waitFor()
    await department.getByText('Not pushed').waitFor({ state: 'hidden' })
  })

  test('the notice of a list that is cut off says whether people are looked up, as it is known or set', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    await openSection(window, 'What the service supports')
    await window.getByRole('textbox', { name: 'Use for: Accounts on one page' }).fill('10')
    await window.keyboard.press('Enter')
    await use(window, 'Lists beyond the first page').selectOption('No')
    await window
      .getByRole('row', { name: /^Lists beyond/ })
      .getByText(/^Set by hand on/)
      .waitFor()
    await go(window, /^K2 accounts/)
    sandbox.clearRequests()
    await window.getByRole('button', { name: 'Refresh' }).click()
    await window.getByText(/10 accounts came, then the service stopped.*is looked up by name when you review/).waitFor()
    const lists = sandbox.requests().filter(({ path }) => path.includes('startIndex='))
    expect(lists.map(({ path }) => path.split('?')[1])).toEqual(['startIndex=1&count=10'])
    await openSection(window, 'What the service supports')
    await use(window, 'Look an account up by its sign-in name').selectOption('No')
    await go(window, /^People/)
    await window.getByText(/can’t be looked up either, so nothing is planned for them/).waitFor()
    await mainJob.show(window, 'Blocked')
  })
})
