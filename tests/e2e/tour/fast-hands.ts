import type { Page } from 'playwright'
import { go, people } from './picking.ts'
import type { TourPlace } from './place.ts'

/** Does with files of these names what the pointer does that carries them: over the window, out of it, or into it. */
export const carryFiles = (window: Page, type: 'dragover' | 'dragleave' | 'drop', names: readonly string[]) =>
  window.evaluate(
    ([event, files]) => {
      const dataTransfer = new DataTransfer()
      for (const name of files) dataTransfer.items.add(new File(['x'], name))
      document.body.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }))
    },
    [type, names] as const,
  )

/** What the admin who works daily has: the palette, the menu of a row, the keys, and a file dropped anywhere. */
export async function fastHands({ muster, looker }: TourPlace): Promise<void> {
  const { window } = muster
  await go(window, /^People/)
  const closed = (name: string) => window.getByRole('dialog', { name }).waitFor({ state: 'hidden' })
  await window.keyboard.press('Control+k')
  const field = window.getByRole('combobox', { name: /^Search people/ })
  await field.waitFor()
  await looker.look(window, 'palette', { main: true })
  await field.fill('an')
  await window.getByRole('option', { name: /^Show all .* people that match/ }).waitFor()
  await looker.look(window, 'palette-found', { main: true })
  await field.fill('sel')
  await window.getByRole('option', { name: /^Review the selection/ }).waitFor()
  await looker.look(window, 'palette-not-now')
  await window.keyboard.press('Escape')
  await closed('Command palette')

  await window.keyboard.press('Control+/')
  await window.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
  await looker.look(window, 'keyboard', { main: true })
  await window.keyboard.press('Escape')
  await closed('Keyboard shortcuts')

  await people(window).getByRole('row').nth(2).getByRole('gridcell').nth(1).click({ button: 'right' })
  await window.getByRole('menu', { name: 'Actions' }).waitFor()
  await looker.look(window, 'row-menu')
  await window.keyboard.press('Escape')
  await window.keyboard.press('Escape')

  await carryFiles(window, 'dragover', ['people.csv'])
  await window.getByText('Drop a file to open it').waitFor()
  await looker.look(window, 'drop', { main: true })
  await carryFiles(window, 'dragleave', ['people.csv'])
  await window.getByText('Drop a file to open it').waitFor({ state: 'hidden' })
}
