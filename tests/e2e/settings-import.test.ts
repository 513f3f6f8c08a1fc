import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Launched, launchMuster } from '../support/launch.ts'

const samples = join(import.meta.dirname, '..', 'support', 'samples')
const token = '9d2f6c1e-0b7a-4f53-8c1d-2a6e5b90c7f4'

/** What each sample has to come out as: every field the same, whichever shape it arrived in. */
const shapes = [
  { file: 'nintex-help-page.json', completed: [] },
  { file: 'nintex-sample-appsettings.json', completed: ['Identity service', 'Sign-in returns to'] },
  { file: 'nintex-as-mailed.txt', completed: ['Identity service', 'Scopes', 'SCIM service'] },
] as const

describe('settings that Nintex sends', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-settings-'))
  let muster: Launched

  beforeAll(async () => {
    muster = await launchMuster({ userData: join(folder, 'user-data'), openUrl: () => undefined })
  })
  afterAll(async () => {
    await muster?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const understood = () => muster.window.getByRole('list', { name: 'What Muster understood' })
  const field = (label: string) =>
    understood()
      .getByRole('listitem')
      .filter({ hasText: `${label}:` })

  async function expectUnderstood(completed: readonly string[]): Promise<void> {
    await field('Identity service')
      .filter({ hasText: /42705858-ccff-40ae-bd24-307b4d49aa03/i })
      .waitFor()
    await field('Client').filter({ hasText: 'idt.scim.3f1c0f7e' }).waitFor()
    await field('Scopes').filter({ hasText: 'https://scim.onk2.com/write' }).waitFor()
    await field('SCIM service').filter({ hasText: 'https://scim.onk2.com' }).waitFor()
    await field('SCIM token').filter({ hasText: '••••c7f4 in the keychain' }).waitFor()
    for (const label of completed) await field(label).filter({ hasText: 'Completed' }).waitFor()
    expect(await understood().getByText('Completed').count()).toBe(completed.length)
    expect(await muster.window.getByRole('button', { name: 'Sign in', exact: true }).isEnabled()).toBe(true)
    expect(await muster.window.content()).not.toContain(token)
  }

  test.each(shapes)('$file is understood when pasted', async ({ file, completed }) => {
    await muster.window.getByRole('textbox', { name: 'Settings' }).fill(readFileSync(join(samples, file), 'utf8'))
    await expectUnderstood(completed)
    expect(await muster.window.getByRole('textbox', { name: 'Settings' }).inputValue()).not.toContain(token)
  })

  test.each(shapes)('$file is understood when opened as a file', async ({ file, completed }) => {
    await muster.window.getByRole('textbox', { name: 'Settings' }).fill('')
    const chooser = muster.window.waitForEvent('filechooser')
    await muster.window.getByRole('button', { name: 'Open a file' }).click()
    await (await chooser).setFiles(join(samples, file))
    await expectUnderstood(completed)
  })

  test.each(shapes)('$file is understood when its text is dropped', async ({ file, completed }) => {
    const { window } = muster
    await window.getByRole('textbox', { name: 'Settings' }).fill('')
    const text = readFileSync(join(samples, file), 'utf8')
    const data = await window.evaluateHandle((dropped) => {
      const transfer = new DataTransfer()
      transfer.setData('text/plain', dropped)
      return transfer
    }, text)
    await window.getByRole('textbox', { name: 'Settings' }).dispatchEvent('drop', { dataTransfer: data })
    await expectUnderstood(completed)
  })

  test('a missing field is named, and signing in has to wait for it', async () => {
    const text = readFileSync(join(samples, 'nintex-help-page.json'), 'utf8').replace(/.*"clientId".*\n/, '')
    await muster.window.getByRole('textbox', { name: 'Settings' }).fill(text)
    await field('Client').filter({ hasText: 'Missing' }).waitFor()
    expect(await muster.window.getByRole('button', { name: 'Sign in', exact: true }).isEnabled()).toBe(false)
  })

  test('an address that tokens must not be sent to is refused with the field and the reason', async () => {
    const text = readFileSync(join(samples, 'nintex-help-page.json'), 'utf8').replace(
      'https://scim.onk2.com"',
      'http://evil.example"',
    )
    await muster.window.getByRole('textbox', { name: 'Settings' }).fill(text)
    await field('SCIM service')
      .filter({ hasText: 'Can’t be used' })
      .filter({ hasText: 'it is not encrypted' })
      .waitFor()
  })

  test.each([
    ['an ordinary letter', 'Dear admin, please find attached the minutes of our meeting.'],
    ['other JSON', '{"name":"left-pad","version":"1.0.0"}'],
  ])('%s is refused in one sentence that says what to do', async (_what, text) => {
    await muster.window.getByRole('textbox', { name: 'Settings' }).fill(text)
    await muster.window.getByText('This is not a Nintex settings document.').first().waitFor()
    await muster.window.getByText('Paste the whole block that Nintex sent').first().waitFor()
  })
})

test('settings of the sample tenant are offered as a test, those of the admin’s own as production', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-sample-'))
  const demo = join(folder, 'demo.json')
  const settings = readFileSync(join(samples, 'nintex-help-page.json'), 'utf8')
  writeFileSync(demo, JSON.stringify({ settings: JSON.parse(settings), peopleFile: join(folder, 'people.csv') }))
  const env = { MUSTER_DEMO: demo }
  const muster = await launchMuster({ userData: join(folder, 'user-data'), openUrl: () => undefined, env })
  try {
    const { window } = muster
    const environment = window.getByRole('combobox', { name: 'Environment' })
    const colour = (name: string) => window.getByRole('radio', { name })
    await window.getByRole('button', { name: 'Use the sample tenant' }).click()
    await expect.poll(() => environment.inputValue()).toBe('Test')
    expect(await colour('Teal').isChecked()).toBe(true)
    const name = window.getByRole('textbox', { name: 'Name of this connection' })
    expect(await name.inputValue()).toBe('Sample tenant')
    await window.getByRole('textbox', { name: 'Settings' }).fill(settings)
    await expect.poll(() => environment.inputValue()).toBe('Production')
    expect(await colour('Red').isChecked()).toBe(true)
    expect(await name.inputValue()).not.toBe('Sample tenant')
  } finally {
    await muster.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
