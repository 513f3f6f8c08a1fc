import type { Sandbox } from '../../sandbox/sandbox.ts'
import { startSilentService } from '../../support/silent-service.ts'
import { mainJob } from '../main-job.ts'
import { saidByMain } from './connecting.ts'
import { skipSteps } from './first-steps.ts'
import type { TourPlace } from './place.ts'

/** The settings that Nintex would give for signing in without a person. */
export function settingsWithSecret({ settings: { client, scim }, confidential }: Sandbox): object {
  const { authority } = client
  return { client: { authority, ...confidential, scope: 'https://scim.onk2.com/write' }, scim }
}

/** A document that signs in by itself, one whose identity service does not answer, then one whose browser is on another computer, up to the first empty People screen. */
export async function signInOtherwise({ muster, sandbox, browser, looker }: TourPlace): Promise<void> {
  const { window } = muster
  await mainJob.pasteSettings(window, settingsWithSecret(sandbox))
  await window.getByText(/Muster signs in with the client secret/).waitFor()
  await looker.look(window, 'welcome-client-secret')

  const silent = await startSilentService()
  const { client, scim } = sandbox.settings
  await mainJob.pasteSettings(window, { client: { ...client, authority: `http://127.0.0.1:${silent.port}/` }, scim })
  const signIn = window.getByRole('button', { name: 'Sign in', exact: true })
  await signIn.click()
  await window.getByText('Waiting for the identity service to answer.').waitFor()
  await looker.look(window, 'signing-in-service', { held: saidByMain })
  await window.getByRole('button', { name: 'Cancel' }).first().click()
  await window.getByText('The sign-in was cancelled.').first().waitFor()
  await silent.stop()

  await mainJob.pasteSettings(window, sandbox.settings)
  browser.decide('close')
  await signIn.click()
  await window.getByRole('button', { name: 'Paste address' }).click()
  const address = window.getByRole('textbox', { name: 'Address the browser ended at' })
  await address.waitFor()
  await looker.look(window, 'paste-back', { held: saidByMain })
  await address.fill('http://127.0.0.1:1/callback?code=c&state=s')
  await window.getByRole('button', { name: 'Go on' }).click()
  await window.getByText(/This is not the address that the sign-in ended at\./).waitFor()
  await looker.look(window, 'paste-back-refused', {
    held: /Any free port is used|This is not the address that the sign-in ended at/,
  })
  await window.getByRole('button', { name: 'Cancel' }).first().click()
  await window.getByText('The sign-in was cancelled.').first().waitFor()
  browser.decide('agree')
  await mainJob.connect(window, 'Contoso')
  await skipSteps(window)
}
