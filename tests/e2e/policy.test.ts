import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { policyPath } from '../../electron/policy/policy-file.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { type AdminBrowser, createAdminBrowser } from '../support/admin-browser.ts'
import { axeFindings } from '../support/axe.ts'
import { type Launched, launchMuster } from '../support/launch.ts'
import { shows } from '../support/threats.ts'
import { callMain } from './call-main.ts'
import { mainJob } from './main-job.ts'
import { saidReadOnly } from './tour/read-only.ts'

const file = policyPath(process.platform)
/** Only an administrator can write the file, and one that is there already is somebody's. */
const canDecide = process.getuid?.() === 0 && !existsSync(dirname(file))

describe.runIf(canDecide)('a policy of this computer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-policy-'))
  let sandbox: Sandbox
  let browser: AdminBrowser
  let muster: Launched

  const decide = (policy: object | string): void => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o755 })
    writeFileSync(file, typeof policy === 'string' ? policy : JSON.stringify(policy), { mode: 0o644 })
  }

  beforeAll(async () => {
    sandbox = await startSandbox({ people: 20, accounts: 5 })
    const { client, scim } = sandbox.settings
    const prepared = { name: 'Contoso', authority: client.authority, clientId: client.clientId, baseUrl: scim.baseUrl }
    decide({
      version: 1,
      safety: { number: 3, percent: 1 },
      updates: false,
      connections: [{ ...prepared, redirectUri: client.redirectUri, readOnly: true }],
    })
    browser = createAdminBrowser(sandbox.login)
    muster = await launchMuster({ userData: join(folder, 'user-data'), openUrl: browser.openUrl })
  })
  afterAll(async () => {
    rmSync(dirname(file), { recursive: true, force: true })
    await muster?.close()
    await browser?.close()
    await sandbox?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const section = async (name: string) => {
    await muster.window.getByRole('button', { name: 'Settings', exact: true }).click()
    await muster.window.getByRole('tab', { name, exact: true }).click()
  }

  test('prepares a connection, of which only the token is still to be entered', async () => {
    const { window } = muster
    await window.getByRole('button', { name: 'Contoso', exact: true }).click()
    const understood = window.getByRole('list', { name: 'What Muster understood' })
    await understood.getByText(sandbox.settings.client.clientId, { exact: true }).waitFor()
    expect(await axeFindings(window)).toEqual([])
    await mainJob.pasteSettings(window, sandbox.settings)
    await mainJob.connect(window, 'Contoso')
  })

  test(shows('policy', 'shows what it decides and where, and lets nothing of that be changed'), async () => {
    const { window } = muster
    await section('Safety limits')
    await window.getByText(/^Decided by the policy of this computer/).waitFor()
    await section('Connection')
    expect(await window.getByRole('switch', { name: 'Read-only' }).isDisabled()).toBe(true)
    await window.getByText(/^Decided by the policy of this computer/).waitFor()
    expect(await axeFindings(window)).toEqual([])
    await section('Updates')
    await window.getByText(/^Decided by the policy of this computer/).waitFor()
    expect(await window.getByRole('button', { name: 'Check now' }).count()).toBe(0)
    await section('About')
    await window.getByText(file, { exact: true }).waitFor()
  })

  test(shows('policy', 'holds in main, whatever a window asks for'), async () => {
    const { window } = muster
    const { value: all } = (await callMain(window, 'connections', 'list')) as { value: Record<string, unknown>[] }
    const [{ id, name, environment, colour, scim, safety } = {}] = all
    const { path, lowerCase } = scim as { path: string; lowerCase: boolean }
    const change = { connection: id, name, environment, colour, path, lowerCase, safety }
    const locked = { ok: false, error: { code: 'policy-locked' } }
    expect(await callMain(window, 'connections', 'update', { ...change, readOnly: false })).toMatchObject(locked)
    const more = { number: 1000, percent: 100 }
    const raised = { ...change, readOnly: true, safety: more }
    expect(await callMain(window, 'connections', 'update', raised)).toMatchObject(locked)
    await window.getByRole('button', { name: /^People/ }).click()
    await mainJob.openPeople(window, sandbox.peopleFile)
    await mainJob.show(window, 'Not in K2')
    await mainJob.pickFirst(window, 2)
    await mainJob.review(window)
    await saidReadOnly(window)
    expect(sandbox.requests().every(({ method }) => method === 'GET')).toBe(true)
  })

  test('that can’t be used locks everything and says why', async () => {
    decide('{ "version": 1, "readonly": false }')
    await muster.restart()
    const { window } = muster
    await window.getByText('The policy can’t be used').waitFor()
    await window.getByText(/The file holds “readonly”, which is not a setting\./).waitFor()
    await window.getByRole('button', { name: /\(read-only\)/ }).waitFor()
    expect(await axeFindings(window)).toEqual([])
  })
})
