import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import type { Launched } from '../support/launch.ts'
import { callMain, connectionId } from './call-main.ts'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'
import { addConnection } from './tour/network.ts'
import { saidReadOnly } from './tour/read-only.ts'
import { settingsWithSecret } from './tour/signing-in.ts'

/** Several connections for months: each keeps to itself, and what is read-only stays as it is. */
describe('several connections', () => {
  const place = signedIn({ people: 30, accounts: 5 })
  let contoso: Sandbox
  let fabrikam: Sandbox
  let muster: Launched

  beforeAll(async () => {
    fabrikam = await startSandbox({ people: 10, accounts: 3 })
    muster = place().muster
    contoso = place().sandbox
    await mainJob.openPeople(muster.window, contoso.peopleFile)
  })
  afterAll(() => fabrikam?.stop())

  const switcher = () => muster.window.getByRole('button', { name: /^Connection:/ })
  const choose = async (name: string) => {
    await switcher().click()
    await muster.window.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
    await muster.window.getByRole('heading', { name: 'People', level: 1 }).waitFor()
  }
  const settings = () => muster.window.getByRole('button', { name: 'Settings', exact: true }).click()
  /** Removes the connection that is shown. */
  const remove = async (name: string) => {
    const { window } = muster
    await settings()
    await window.getByRole('button', { name: 'Remove connection…' }).click()
    await window.getByRole('textbox', { name: `Type ${name} to confirm` }).fill(name)
    await window.getByRole('dialog').getByRole('button', { name: 'Remove connection' }).click()
  }

  test('a client secret signs in without a browser, and says that no day ends it', async () => {
    const { window } = muster
    await addConnection(window)
    await mainJob.pasteSettings(window, settingsWithSecret(fabrikam))
    const understood = window.getByRole('list', { name: 'What Muster understood' })
    await understood.getByText('•••••••• in the keychain').waitFor()
    expect(await understood.getByText('Sign-in returns to').count()).toBe(0)
    expect(await window.getByRole('textbox', { name: 'Settings' }).inputValue()).not.toContain(
      fabrikam.confidential.clientSecret,
    )
    await window.getByText(/Muster signs in with the client secret\. No browser opens/).waitFor()
    const { browser } = place()
    const opened = browser.opened()
    await mainJob.connect(window, 'Fabrikam')
    expect(browser.opened()).toBe(opened)
    await window.getByRole('button', { name: `${fabrikam.confidential.clientId}, Signed in`, exact: true }).waitFor()
    expect(JSON.stringify(muster.records())).not.toContain(fabrikam.confidential.clientSecret)
  })

  test('one connection shows nothing of another', async () => {
    const { window } = muster
    await window
      .getByText('No people yet')
      .or(window.getByRole('button', { name: 'Open a file' }))
      .first()
      .waitFor()
    await window.getByRole('button', { name: /^K2 accounts/ }).click()
    await window.getByRole('button', { name: /^All 3$/ }).waitFor({ timeout: 30_000 })
    await choose('Contoso')
    await window.getByRole('grid', { name: 'People' }).waitFor()
    await window.getByRole('button', { name: /^K2 accounts/ }).click()
    await window.getByRole('button', { name: /^All 5$/ }).waitFor({ timeout: 30_000 })
    expect(fabrikam.requests().every(({ path }) => !path.includes(contoso.settings.scim.token))).toBe(true)
  })

  test('a duplicate has the settings, is not signed in, and has none of the people', async () => {
    const { window } = muster
    await settings()
    await window.getByRole('button', { name: 'Duplicate connection' }).click()
    await window.getByRole('button', { name: /^Connection: Contoso copy/ }).waitFor()
    await window.getByRole('textbox', { name: 'Name of this connection' }).fill('Contoso to look')
    await window.getByRole('button', { name: 'Save changes' }).first().click()
    await window.getByRole('button', { name: /^Connection: Contoso to look/ }).waitFor()
    await window.getByText('You are not signed in').waitFor()
    await window.getByRole('button', { name: /^People/ }).click()
    await window.getByRole('button', { name: 'Open a file' }).waitFor()
  })

  test('a read-only connection says so, and main refuses what a window asks for all the same', async () => {
    const { window } = muster
    await settings()
    await window.getByRole('switch', { name: 'Read-only' }).click()
    await window.getByRole('button', { name: /^Connection: Contoso to look Production \(read-only\)/ }).waitFor()
    await window.getByRole('button', { name: 'Sign in', exact: true }).first().click()
    await window.getByRole('button', { name: /, Signed in/ }).waitFor({ timeout: 60_000 })
    await window.getByRole('button', { name: /^People/ }).click()
    await mainJob.openPeople(window, contoso.peopleFile)
    await mainJob.show(window, 'Not in K2')
    await mainJob.pickFirst(window, 2)
    await mainJob.review(window)
    await saidReadOnly(window)
    expect(
      await window
        .getByRole('main')
        .getByRole('button', { name: /^Push / })
        .count(),
    ).toBe(0)

    const connection = await connectionId(window, 'Contoso to look')
    const people = { people: [1, 2, 3], deactivate: [], delete: [] }
    const plan = (await callMain(window, 'plans', 'create', { connection, ...people })) as {
      value: { id: string; hash: string }
    }
    const push = { connection, plan: plan.value.id, hash: plan.value.hash, typed: null }
    expect(await callMain(window, 'runs', 'start', push)).toMatchObject({
      ok: false,
      error: { code: 'connection-read-only' },
    })
    expect(contoso.requests().filter(({ method }) => method !== 'GET')).toEqual([])
  })

  test('the original still pushes', async () => {
    const { window } = muster
    await choose('Contoso Production')
    await mainJob.show(window, 'Not in K2')
    await mainJob.pickFirst(window, 2)
    await mainJob.review(window)
    await mainJob.push(window)
    await mainJob.pushed(window)
    expect(contoso.accounts()).toHaveLength(7)
  })

  test('removing one takes its database, and leaves the others signed in', async () => {
    const { window } = muster
    const id = await connectionId(window, 'Contoso to look')
    await choose('Contoso to look')
    await remove('Contoso to look')
    await window.getByRole('heading', { name: 'People', level: 1 }).waitFor()
    const databases = join(place().userData, 'connections')
    // The window goes on as soon as the connection is no longer listed; its files go right after.
    await expect.poll(() => readdirSync(databases).filter((file) => file.startsWith(id))).toEqual([])
    await muster.restart()
    await muster.window.getByRole('heading', { name: 'People', level: 1 }).waitFor()
    await switcher().click()
    const others = muster.window.getByRole('menuitem', { name: /^Contoso/ })
    await others.first().waitFor()
    expect(await others.count()).toBe(1)
    await muster.window.keyboard.press('Escape')
    await choose('Fabrikam')
    await muster.window.getByRole('button', { name: /, Signed in/ }).waitFor()
  })

  test('a start shows the connection that was shown last', async () => {
    await choose('Contoso Production')
    await choose('Fabrikam')
    await muster.restart()
    await muster.window.getByRole('heading', { name: 'People', level: 1 }).waitFor()
    expect(await switcher().getAttribute('aria-label')).toMatch(/^Connection: Fabrikam/)
  })

  test('removing one whose identity service can’t be reached says that the session does not end there at once', async () => {
    const { window } = muster
    await choose('Contoso Production')
    await contoso.stop()
    await remove('Contoso')
    await window
      .getByText(/^Contoso is removed, but the identity service could not be told\./)
      .waitFor({ timeout: 60_000 })
  })
})
