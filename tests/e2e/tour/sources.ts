import { join } from 'node:path'
import { mainJob } from '../main-job.ts'
import { writePeopleFile } from './people-file.ts'
import { go, people } from './picking.ts'
import type { TourPlace } from './place.ts'

/** The forms of a directory and of a SCIM service, each asked for more than Muster reads by itself; nothing is saved. */
export async function fillSourceForms({ muster, sandbox, looker }: TourPlace): Promise<void> {
  const { window } = muster
  await window.getByRole('button', { name: 'Connect a directory' }).click()
  const ldap = window.getByRole('form', { name: 'LDAP or Active Directory' })
  await ldap.getByRole('textbox', { name: 'Server' }).fill('dc01.contoso.example')
  await ldap.getByRole('textbox', { name: 'Account' }).fill('reader@contoso.example')
  await looker.look(window, 'source-ldap')
  await ldap.getByText('Other attributes than usual').click()
  const further = ldap.getByRole('textbox', { name: 'Further attributes to keep' })
  await further.fill('extensionAttribute1\nuserPassword')
  await ldap.getByRole('button', { name: 'Test', exact: true }).click()
  await ldap.getByText(/“userPassword” looks like a secret/).waitFor()
  await further.scrollIntoViewIfNeeded()
  await looker.look(window, 'source-ldap-further', { held: /looks like a secret/ })

  await go(window, /^People/)
  await window.getByRole('button', { name: 'Connect a SCIM service' }).click()
  const scim = window.getByRole('form', { name: 'A SCIM service' })
  await scim.getByRole('textbox', { name: 'Address' }).fill(`${sandbox.settings.scim.baseUrl}/scim/v2`)
  await scim.getByRole('combobox', { name: 'Sign-in' }).selectOption('OAuth client credentials')
  await scim.getByRole('textbox', { name: 'Further attributes to keep' }).fill('locale\npreferredLanguage')
  await looker.look(window, 'source-scim')
  await go(window, /^People/)
}

/** A file with a column that fills nothing and is kept all the same. */
export async function keepColumn({ muster, sandbox, folder, looker }: TourPlace): Promise<void> {
  const { window } = muster
  const file = join(folder, 'staff.csv')
  await writePeopleFile(sandbox, file, 0)
  await mainJob.openPeople(window, file)
  await window.getByRole('button', { name: 'Close this notice' }).click()
  await window.getByRole('button', { name: 'staff.csv' }).click()
  const dialog = window.getByRole('dialog', { name: 'How staff.csv is read' })
  const kept = dialog.getByRole('combobox', { name: 'What costCentre fills' })
  await kept.selectOption('Kept as it is')
  await kept.scrollIntoViewIfNeeded()
  await looker.look(window, 'columns-kept')
  await dialog.getByRole('button', { name: 'Read the file this way' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await window.getByRole('button', { name: 'Close this notice' }).click()
  await people(window).getByRole('checkbox').nth(1).waitFor()
}
