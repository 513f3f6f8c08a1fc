import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import { type CommandId, commands, keysOf, type Platform } from '../shared/commands.ts'

/** What the application menu depends on. */
export interface MenuChoices {
  readonly platform: Platform
  readonly packaged: boolean
  /** Has the window do something; it says so itself when that is not possible now. */
  readonly run: (command: CommandId) => void
}

const line = { type: 'separator' } as const

/**
 * The application menu: commands of ours, and by roles what each platform expects, with Electron's own labels and keys. The
 * window acts on its keys itself, so that they do the same whether or not there is a menu bar; here they are only shown.
 * Developer tools are left out of a packaged app.
 */
export function menuTemplate({ platform, packaged, run }: MenuChoices): MenuItemConstructorOptions[] {
  const item = (id: CommandId, shown = keysOf(id, platform)[0]): MenuItemConstructorOptions => ({
    id,
    label: commands[id].title,
    ...(shown === undefined ? {} : { accelerator: shown, registerAccelerator: false }),
    click: () => run(id),
  })
  const mac = platform === 'darwin'
  const ofTheApp: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      item('about'),
      line,
      item('go-settings'),
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' },
    ],
  }
  const file: MenuItemConstructorOptions = {
    role: 'fileMenu',
    submenu: [
      item('open-people'),
      item('paste-list'),
      line,
      item('add-connection'),
      item('import-settings'),
      line,
      item('review-selection'),
      item('export'),
      line,
      { role: mac ? 'close' : 'quit' },
    ],
  }
  const edit: MenuItemConstructorOptions = {
    role: 'editMenu',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      line,
      { role: 'cut' },
      { role: 'copy' },
      item('copy-csv'),
      { role: 'paste' },
      { role: 'delete' },
      line,
      { role: 'selectAll' },
      item('select-all'),
      line,
      item('find'),
    ],
  }
  const view: MenuItemConstructorOptions = {
    role: 'viewMenu',
    submenu: [
      item('palette'),
      line,
      item('go-people'),
      item('go-accounts'),
      item('go-runs'),
      // macOS has the settings in the app's own menu, under the key that every app has for them.
      item('go-settings', keysOf('go-settings', platform)[mac ? 1 : 0]),
      line,
      item('read-people'),
      item('read-accounts'),
      item('test-connection'),
      line,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      line,
      { role: 'togglefullscreen' },
      ...(packaged ? [] : ([line, { role: 'toggleDevTools' }] as const)),
    ],
  }
  const help: MenuItemConstructorOptions = {
    role: 'help',
    submenu: [item('keyboard-help'), line, item('report-problem'), ...(mac ? [] : [line, item('about')])],
  }
  return [...(mac ? [ofTheApp] : []), file, edit, view, { role: 'windowMenu' }, help]
}

/** What of a right click in the page decides about its menu. */
export type ClickedText = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>

/** The menu of a text field, or of text that is selected; empty where there is nothing to edit or copy. */
export function editMenuTemplate({ isEditable, selectionText, editFlags }: ClickedText): MenuItemConstructorOptions[] {
  if (!isEditable) return selectionText.trim() === '' ? [] : [{ role: 'copy' }]
  return [
    { role: 'undo', enabled: editFlags.canUndo },
    { role: 'redo', enabled: editFlags.canRedo },
    line,
    { role: 'cut', enabled: editFlags.canCut },
    { role: 'copy', enabled: editFlags.canCopy },
    { role: 'paste', enabled: editFlags.canPaste },
    { role: 'delete', enabled: editFlags.canDelete },
    line,
    { role: 'selectAll', enabled: editFlags.canSelectAll },
  ]
}
