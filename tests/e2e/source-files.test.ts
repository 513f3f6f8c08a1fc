import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { workbookParts, zipOf } from '../support/workbook.ts'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'

describe('people from a file of each kind, from the first setup to a push', () => {
  const started = signedIn({ people: 0, accounts: 0 })
  const folder = mkdtempSync(join(tmpdir(), 'muster-source-files-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const written = (name: string, content: string | Buffer): string => {
    const file = join(folder, name)
    writeFileSync(file, content)
    return file
  }
  const toPeople = () =>
    started()
      .muster.window.getByRole('navigation', { name: 'Main' })
      .getByRole('button', { name: /^People/ })
      .click()
  const grid = () => started().muster.window.getByRole('grid', { name: 'People' })
  /** Pushes everybody who is not in K2 and gives their accounts as the tenant has them now. */
  const pushed = async (count: number) => {
    const { muster, sandbox } = started()
    const { window } = muster
    const before = new Set(sandbox.accounts().map(({ id }) => id))
    await mainJob.show(window, 'Not in K2')
    await mainJob.pickFirst(window, count)
    await mainJob.review(window)
    await mainJob.push(window)
    await mainJob.pushed(window)
    return sandbox.accounts().filter(({ id }) => !before.has(id))
  }

  test('CSV, with a column that is kept as it is and one that can’t be', async () => {
    const { muster } = started()
    const { window } = muster
    const rows = [
      'Benutzername;Anzeigename;Kostenstelle;Organisationseinheit;Passwort',
      'ann@contoso.example;Ann Ash;4711;/Vertrieb/Ost;hunter2',
      'bo@contoso.example;Bo Birch;;/Vertrieb;hunter3',
    ]
    await mainJob.openPeople(window, written('staff.csv', rows.join('\r\n')))
    await grid().getByText('ann@contoso.example').waitFor()
    await window.getByRole('button', { name: 'staff.csv' }).click()
    const dialog = window.getByRole('dialog', { name: 'How staff.csv is read' })
    const secret = dialog.getByRole('row', { name: /^Passwort/ })
    await secret.getByText('Looks like a secret: not shown, and not to be kept').waitFor()
    expect(await secret.getByRole('option', { name: 'Kept as it is' }).count()).toBe(0)
    expect(await dialog.textContent()).not.toContain('hunter')
    await dialog.getByRole('combobox', { name: 'What Kostenstelle fills' }).selectOption('Kept as it is')
    await dialog.getByText('4 of 5 columns used.', { exact: false }).waitFor()
    await dialog.getByRole('button', { name: 'Read the file this way' }).click()
    await window.getByText(/2 people read from staff\.csv/).waitFor()
    await grid().getByText('Ann Ash').click()
    const panel = window.getByRole('complementary', { name: 'Person' })
    await panel.getByText(/^Everything the source has/).click()
    for (const text of ['Kostenstelle', '4711', '/Vertrieb/Ost']) await panel.getByText(text, { exact: true }).waitFor()
    await window.keyboard.press('Escape')
    const accounts = await pushed(2)
    expect(accounts.map(({ userName }) => userName).sort()).toEqual(['ann@contoso.example', 'bo@contoso.example'])

    // What was chosen is remembered with the file, and the values with the people.
    await toPeople()
    writeFileSync(join(folder, 'staff.csv'), rows.join('\r\n').replace('4711', '4712'))
    await window.getByRole('button', { name: 'Refresh' }).click()
    await window.getByRole('button', { name: /since last time/i }).click()
    await window.getByRole('menuitem', { name: 'Changed 1' }).click()
    await muster.restart()
    await started().muster.window.getByRole('grid', { name: 'People' }).getByText('Ann Ash').click()
    const after = started().muster.window.getByRole('complementary', { name: 'Person' })
    await after.getByText(/^Everything the source has/).click()
    await after.getByText('4712', { exact: true }).waitFor()
  })

  test('a workbook', async () => {
    const sheet = {
      name: 'Staff',
      rows: [
        ['Staff of Contoso'],
        ['User name', 'First name', 'Last name', 'Employee number'],
        ['cy@contoso.example', 'Cy', 'Cedar', '00421'],
      ],
    }
    await mainJob.openPeople(started().muster.window, written('staff.xlsx', zipOf(workbookParts([sheet]))))
    await grid().getByText('cy@contoso.example').waitFor()
    const accounts = await pushed(1)
    expect(accounts).toEqual([
      expect.objectContaining({
        userName: 'cy@contoso.example',
        externalId: '00421',
        name: expect.objectContaining({ givenName: 'Cy', familyName: 'Cedar' }),
      }),
    ])
  })

  test('a JSON document', async () => {
    const document = { users: [{ id: 'j-1', userName: 'di@contoso.example', displayName: 'Di Dogwood', active: true }] }
    await toPeople()
    await mainJob.openPeople(started().muster.window, written('staff.json', JSON.stringify(document, null, 2)))
    await grid().getByText('di@contoso.example').waitFor()
    expect(await pushed(1)).toEqual([expect.objectContaining({ userName: 'di@contoso.example', externalId: 'j-1' })])
  })

  test('LDIF', async () => {
    const entry = (n: number, uid: string) =>
      `dn: uid=${uid},ou=East,ou=Sales,dc=contoso,dc=example\nobjectClass: inetOrgPerson\nuid: ${uid}\ncn: ${uid}\nmail: ${uid}@contoso.example\nentryUUID: 6f0b4c1e-7e0f-4b53-9f57-1f0f8a9b1c0${n}\n`
    await toPeople()
    await mainJob.openPeople(
      started().muster.window,
      written('staff.ldif', `version: 1\n\n${entry(1, 'ed')}\n${entry(2, 'flo')}`),
    )
    await grid().getByText('flo', { exact: true }).first().waitFor()
    const accounts = await pushed(2)
    expect(accounts.map(({ userName }) => userName).sort()).toEqual(['ed', 'flo'])
    expect(accounts.every(({ externalId }) => /^6f0b4c1e-/.test(String(externalId)))).toBe(true)
  })
})
