import { type BrowserWindow, Menu } from 'electron'
import { editMenuTemplate, type MenuChoices, menuTemplate } from './menu.ts'

/** Sets the application menu. Its bar is always shown: who does not know the keys finds everything there. */
export const setMenu = (choices: MenuChoices): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(choices)))

/** Opens the system's own edit menu where text is clicked: the page itself can't paste. */
export function giveEditMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, clicked) => {
    const template = editMenuTemplate(clicked)
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window })
  })
}
