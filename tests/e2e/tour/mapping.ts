import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bringUp, go } from './picking.ts'
import type { TourPlace } from './place.ts'

/** A rule as it is edited: an attribute, an expression with an error in it, what completes it, and the help. */
export async function editRule({ muster, looker }: TourPlace): Promise<void> {
  const { window } = muster
  await go(window, /^Settings/)
  await window.getByRole('tab', { name: 'Mapping', exact: true }).click()
  const table = window.getByRole('table', { name: 'Mapping' })
  await window.getByText(/^Of \d+ accounts in K2, /).waitFor({ timeout: 60_000 })
  await window.getByRole('combobox', { name: 'Try it on' }).fill('Anneliese')
  await window
    .getByRole('option', { name: /^Anneliese/ })
    .first()
    .click()
  const rule = table.getByRole('button', { name: /^Display name/ })
  await rule.click()
  await bringUp(rule, 'tr')
  await looker.look(window, 'mapping-rule')
  await window.getByRole('combobox', { name: 'Value' }).selectOption('An expression')
  const expression = window.getByRole('textbox', { name: 'Expression' })
  await expression.fill('join(" ", givenName, upper(famlyName))')
  await window
    .getByText(/There is no attribute famlyName\./)
    .first()
    .waitFor()
  await looker.look(window, 'mapping-error')
  await expression.fill('')
  await expression.pressSequentially('join(" ", upper(fam')
  await window.getByRole('option', { name: /^familyName/ }).waitFor()
  await looker.look(window, 'mapping-completion')
  await window.keyboard.press('Enter')
  await window.keyboard.type('), givenName)')
  const help = window.getByText('Functions of expressions', { exact: true })
  await help.click()
  await bringUp(help, 'details')
  await looker.look(window, 'mapping-functions')
  await window.getByRole('button', { name: 'Close rule' }).click()
}

/** A mapping that comes from a file is looked at before it is used. */
export async function importMapping({ muster, folder, looker }: TourPlace): Promise<void> {
  const { window } = muster
  const filePath = join(folder, 'mapping.json')
  await muster.answerDialog('showSaveDialog', { canceled: false, filePath })
  await window.getByRole('button', { name: 'Export', exact: true }).click()
  await window.getByText(filePath).waitFor()
  await writeFile(filePath, (await readFile(filePath, 'utf8')).replace('upper(familyName)', 'familyName'))
  const chooser = window.waitForEvent('filechooser')
  await window.getByRole('button', { name: 'Import', exact: true }).click()
  await (await chooser).setFiles(filePath)
  await window.getByText(/rules read from mapping\.json$/).waitFor()
  await window.getByText(/with the mapping in use\./).waitFor()
  await looker.look(window, 'mapping-imported')
  await window.getByRole('button', { name: 'Discard changes' }).click()
}
