import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindingsInBothThemes } from '../support/axe.ts'
import { makeAuthority } from '../support/certificates.ts'
import { searchSecrets } from '../support/secret-search.ts'
import { startTlsFront, type TlsFront } from '../support/tls-front.ts'
import { signedIn } from './signed-in.ts'
import { addConnection, connectAt, openConnection, testConnection } from './tour/network.ts'
import { go } from './tour/picking.ts'

const started = signedIn({ people: 5, accounts: 3 })
const folder = mkdtempSync(join(tmpdir(), 'muster-connection-test-'))
let front: TlsFront
beforeAll(async () => {
  const authority = makeAuthority(folder, 'inspection')
  front = await startTlsFront(started().sandbox.settings.scim.baseUrl, authority.certificate('k2', ['DNS:localhost']))
})
afterAll(async () => {
  await front.stop()
  rmSync(folder, { recursive: true, force: true })
})

const outcomes = (window: Page, server: RegExp) =>
  window
    .getByRole('list', { name: server })
    .getByRole('img')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')))

/** A second connection to the same tenant, whose SCIM service is somewhere else. */
async function connectTo(baseUrl: string, name: string): Promise<Page> {
  const { muster, sandbox } = started()
  await addConnection(muster.window)
  await connectAt(muster.window, sandbox, baseUrl, name)
  return muster.window
}

describe('the test of a connection', () => {
  test('where everything works, every step says so with its time', async () => {
    const { window } = started().muster
    await openConnection(window)
    await testConnection(window)
    await window.getByText('Every step works.').waitFor()
    expect(await outcomes(window, /^Identity and SCIM service, 127\.0\.0\.1:/)).toEqual([
      'Worked',
      'Left out',
      'Worked',
      'Left out',
    ])
    expect(await outcomes(window, /^Identity service,/)).toEqual(['Worked', 'Worked'])
    await window.getByText('The service has 3 accounts.').waitFor()
    expect(await axeFindingsInBothThemes(window)).toEqual([])
  })

  test('a name that nobody has: the failure leads to the test, which says what to tell the network team', async () => {
    const window = await connectTo('https://scim.nowhere.invalid', 'Elsewhere')
    await go(window, /^K2 accounts/)
    await window
      .getByRole('button', { name: /^(Refresh|Read K2 accounts)/ })
      .first()
      .click()
    await window.getByRole('button', { name: 'Test the connection' }).first().click()
    const team = window.getByRole('status').filter({ hasText: 'For your network team' })
    await team.getByText(/The name of scim\.nowhere\.invalid:443 can’t be resolved/).waitFor({ timeout: 30_000 })
    expect(await outcomes(window, /^SCIM service, scim\.nowhere\.invalid:443/)).toEqual([
      'Worked',
      'Did not work',
      'Left out',
      'Left out',
      'Left out',
      'Left out',
    ])
    await window.getByText('There is no server of this name.').first().waitFor()
    await team.getByRole('button', { name: 'Copy for the network team' }).click()
    await team.getByText('Copied').waitFor()
    const copied = started()
      .muster.records()
      .filter((line) => JSON.stringify(line).includes('What to change'))
    expect(copied.length).toBeGreaterThan(0)
    const texts = copied.map((line, at) => ({ name: `copied ${at}`, text: JSON.stringify(line) }))
    expect(searchSecrets(started().sandbox.secrets(), texts)).toEqual([])
    expect(await axeFindingsInBothThemes(window)).toEqual([])
  })

  test('an authority that this computer does not know: its name and the certificate are shown', async () => {
    const window = await connectTo(`https://localhost:${front.port}`, 'Elsewhere inspected')
    await openConnection(window)
    await testConnection(window)
    const server = new RegExp(`^SCIM service, localhost:${front.port}`)
    expect((await outcomes(window, server)).slice(0, 4)).toEqual(['Worked', 'Worked', 'Worked', 'Did not work'])
    await window.getByText(/it comes from “Test inspection”/).waitFor()
    await window.getByText('The certificate', { exact: true }).click()
    await window.getByText(/^k2, from Test inspection, valid until/).waitFor()
  })

  test('a server that is gone refuses the connection, and the identity service too', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    await sandbox.stop()
    await testConnection(window)
    expect((await outcomes(window, /^Identity service, 127\.0\.0\.1:/)).slice(0, 3)).toEqual([
      'Worked',
      'Left out',
      'Did not work',
    ])
    await window.getByText('The server refuses the connection.').first().waitFor()
  })
})

describe('the diagnostics', () => {
  test('are shown before they are saved, and hold no secret, wherever one was planted', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    await go(window, /^Settings/)
    await window.getByRole('tab', { name: 'Diagnostics' }).click()
    for (const part of ['Versions', 'Keychain', 'Connections', 'Last warnings and errors', 'Log']) {
      await window.getByText(new RegExp(`^${part} [\\d,]+ lines?$`)).waitFor()
    }
    await window.getByText(/^Connections [\d,]+ lines/).click()
    await window.getByText(/name: Elsewhere inspected/).waitFor()
    expect(await axeFindingsInBothThemes(window)).toEqual([])
    const file = join(folder, 'diagnostics.txt')
    await muster.answerDialog('showSaveDialog', { canceled: false, filePath: file })
    await window.getByRole('button', { name: 'Export diagnostics' }).click()
    await window.getByText('Saved', { exact: true }).waitFor()
    const text = readFileSync(file, 'utf8')
    expect(text).toMatch(/^muster: 0\.1\.0$/m)
    expect(text).toContain('capabilities: {')
    // The failure that the window showed is found by its id.
    await window.getByRole('tab', { name: 'Connection', exact: true }).click()
    await testConnection(window)
    const [, id = ''] =
      /port-refused · ([0-9a-f]{6})/.exec(
        (await window.getByRole('tabpanel').getByRole('alert').first().textContent()) ?? '',
      ) ?? []
    expect(id).not.toBe('')
    await window.getByRole('tab', { name: 'Diagnostics' }).click()
    await window.getByText(/^Last warnings and errors/).click()
    await window
      .getByText(new RegExp(`"id":"${id}"`))
      .first()
      .waitFor()

    expect(searchSecrets(sandbox.secrets(), [{ name: 'the file', text }])).toEqual([])
    const planted = { name: 'planted', value: String(sandbox.secrets()[0]?.value) }
    expect(searchSecrets([planted], [{ name: 'the file', text: `${text} ${planted.value}` }])).not.toEqual([])
  })
})
