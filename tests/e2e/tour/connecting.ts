import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectFolder } from '../../support/fresh-build.ts'
import { launchMuster } from '../../support/launch.ts'
import { mainJob } from '../main-job.ts'
import type { TourPlace } from './place.ts'

const mailed = () => readFile(join(projectFolder, 'tests/support/samples/nintex-as-mailed.txt'), 'utf8')

/** What main made of the settings is said when they are read, and of the port they name. */
export const saidByMain = /(?:added|This port is free|Any free port is used)” is still English$/

/** From the first start to the signed-in, still empty People screen. */
export async function connect({ muster, sandbox, browser, looker, holdBrowser }: TourPlace): Promise<void> {
  const { window } = muster
  const settings = window.getByRole('textbox', { name: 'Settings' })
  await settings.waitFor()
  await looker.look(window, 'welcome', { main: true })
  await settings.fill('Dear customer,\n\nplease find the settings attached.')
  await window.getByText('This is not a Nintex settings document.').first().waitFor()
  await looker.look(window, 'welcome-unreadable')
  await mainJob.pasteSettings(window, await mailed())
  await window.getByText(/A bare tenant/).waitFor()
  await looker.look(window, 'welcome-mailed', { held: saidByMain })
  await mainJob.pasteSettings(window, sandbox.settings)
  await window.getByText(sandbox.settings.client.clientId, { exact: true }).waitFor()
  await looker.look(window, 'welcome-understood', { main: true, held: saidByMain })

  await window.getByRole('textbox', { name: 'Name of this connection' }).fill('Contoso')
  browser.decide('decline')
  const signIn = window.getByRole('button', { name: 'Sign in', exact: true })
  await signIn.click()
  await window.getByText('The sign-in was declined on the consent page.').first().waitFor()
  await looker.look(window, 'welcome-declined', { held: saidByMain })
  browser.decide('agree')
  const release = holdBrowser()
  await signIn.click()
  await window.getByText('Waiting for the browser…').waitFor()
  await looker.look(window, 'signing-in', { held: saidByMain })
  release()
  await window.getByRole('heading', { name: 'People', level: 1 }).waitFor({ timeout: 60_000 })
  await window.getByText('Start with a file').waitFor()
  await window.getByRole('button', { name: /^K2 accounts 120/ }).waitFor()
  await looker.look(window, 'people-empty')
}

/** Whether there is a keychain is found out when Muster starts, and told in the language of that moment. */
const ofTheKeychain =
  /This computer has no keychain|You stay signed in only|Install and start gnome-keyring|Any free port/

/** A computer without a keychain: the notice on the welcome screen and how to get one. */
export async function withoutKeychain({ folder, sandbox, looker }: TourPlace): Promise<void> {
  const userData = join(folder, 'without-keychain')
  const muster = await launchMuster({ userData, keychain: 'none', openUrl: () => undefined })
  try {
    await mainJob.pasteSettings(muster.window, sandbox.settings)
    await looker.look(muster.window, 'no-keychain', { held: ofTheKeychain })
  } finally {
    await muster.close()
  }
}
