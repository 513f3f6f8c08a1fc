import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import { type CommandId, keysOf, type Platform, titleOf } from '../shared/commands.ts'
import { closeWords, menuWords, quitWords } from '../shared/words/menu-words.ts'

/** What the application menu depends on. */
export interface MenuChoices {
  readonly platform: Platform
  readonly packaged: boolean
  /** Has the window do something; it says so itself when that is not possible now. */
  readonly run: (command: CommandId) => void
}

const line = { type: 'separator' } as const

/** An item that the system acts on, under its usual keys. */
const by = (role: keyof typeof menuWords) => ({ role, label: menuWords[role] })

/**
 * The application menu: commands of ours, and by roles what each platform expects, with Electron's own keys. The
 * window acts on its keys itself, so that they do the same whether or not there is a menu bar; here they are only shown.
 * Developer tools are left out of a packaged app.
 */
export function menuTemplate({ platform, packaged, run }: MenuChoices): MenuItemConstructorOptions[] {
  const item = (id: CommandId, shown = keysOf(id, platform)[0]): MenuItemConstructorOptions => ({
    id,
    label: titleOf(id),
    ...(shown === undefined ? {} : { accelerator: shown, registerAccelerator: false }),
    click: () => run(id),
  })
  const close = { role: 'close', label: closeWords(platform) } as const
  const quit = { role: 'quit', label: quitWords(platform) } as const
  const mac = platform === 'darwin'
  const ofTheApp: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      item('about'),
      line,
      item('go-settings'),
      line,
      by('services'),
      line,
      by('hide'),
      by('hideOthers'),
      by('unhide'),
      line,
      quit,
    ],
  }
  const file: MenuItemConstructorOptions = {
    ...by('fileMenu'),
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
      mac ? close : quit,
    ],
  }
  const edit: MenuItemConstructorOptions = {
    ...by('editMenu'),
    submenu: [
      by('undo'),
      by('redo'),
      line,
      by('cut'),
      by('copy'),
      item('copy-csv'),
      by('paste'),
      by('delete'),
      line,
      by('selectAll'),
      item('select-all'),
      line,
      item('find'),
    ],
  }
  const view: MenuItemConstructorOptions = {
    ...by('viewMenu'),
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
      by('resetZoom'),
      by('zoomIn'),
      by('zoomOut'),
      line,
      by('togglefullscreen'),
      ...(packaged ? [] : [line, by('toggleDevTools')]),
    ],
  }
  const help: MenuItemConstructorOptions = {
    ...by('help'),
    submenu: [
      item('getting-started'),
      item('user-guide'),
      item('admin-guide'),
      item('keyboard-help'),
      line,
      item('report-problem'),
      ...(mac ? [] : [line, item('about')]),
    ],
  }
  const window: MenuItemConstructorOptions = {
    ...by('windowMenu'),
    submenu: [by('minimize'), by('zoom'), ...(mac ? [line, by('front')] : [close])],
  }
  return [...(mac ? [ofTheApp] : []), file, edit, view, window, help]
}

/** What of a right click in the page decides about its menu. */
export type ClickedText = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>

/** The menu of a text field, or of text that is selected; empty where there is nothing to edit or copy. */
export function editMenuTemplate({ isEditable, selectionText, editFlags }: ClickedText): MenuItemConstructorOptions[] {
  if (!isEditable) return selectionText.trim() === '' ? [] : [by('copy')]
  return [
    { ...by('undo'), enabled: editFlags.canUndo },
    { ...by('redo'), enabled: editFlags.canRedo },
    line,
    { ...by('cut'), enabled: editFlags.canCut },
    { ...by('copy'), enabled: editFlags.canCopy },
    { ...by('paste'), enabled: editFlags.canPaste },
    { ...by('delete'), enabled: editFlags.canDelete },
    line,
    { ...by('selectAll'), enabled: editFlags.canSelectAll },
  ]
}
