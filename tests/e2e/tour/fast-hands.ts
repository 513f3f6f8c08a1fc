import { go, people } from './picking.ts'
import type { TourPlace } from './place.ts'

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

  const drag = (type: string) =>
    window.evaluate((event) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['x'], 'people.csv'))
      document.body.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }))
    }, type)
  await drag('dragover')
  await window.getByText('Drop a file to open it').waitFor()
  await looker.look(window, 'drop', { main: true })
  await drag('dragleave')
  await window.getByText('Drop a file to open it').waitFor({ state: 'hidden' })
}
