import type { AppInfo } from './model/app.ts'
import { type Message, msg, textOf } from './words/text.ts'

/** Something the admin can have done from anywhere: by a menu, a key, or the command palette. */
export interface Command {
  /** What menus and the palette call it, by {@link titleOf}; three dots where more is asked before anything happens. */
  readonly title: Message
  /** Keys as Electron writes them (`CmdOrCtrl+Shift+O`), the one that is shown first; none for a command without. */
  readonly keys: readonly string[]
  /** The keys on macOS, where they are others. */
  readonly mac?: readonly string[]
}

/** Names of all {@link commands}, a closed list: nothing else comes from a menu to the window. */
export const commandIds = [
  'open-people',
  'add-connection',
  'import-settings',
  'export',
  'find',
  'select-all',
  'copy-csv',
  'go-people',
  'go-accounts',
  'go-runs',
  'go-settings',
  'palette',
  'read-people',
  'read-accounts',
  'paste-list',
  'review-selection',
  'test-connection',
  'sign-in',
  'sign-out',
  'getting-started',
  'keyboard-help',
  'user-guide',
  'admin-guide',
  'report-problem',
  'about',
] as const
/** See {@link commandIds}. */
export type CommandId = (typeof commandIds)[number]

/** Every command. Menus, the palette, the keys of the window, the keyboard help and the user guide are made of this one list. */
const commands: Readonly<Record<CommandId, Command>> = {
  'open-people': { title: msg('Open people file…'), keys: ['CmdOrCtrl+O'] },
  'add-connection': { title: msg('Add a connection…'), keys: ['CmdOrCtrl+N'] },
  'import-settings': { title: msg('Import settings…'), keys: ['CmdOrCtrl+Shift+O'] },
  export: { title: msg('Export…'), keys: ['CmdOrCtrl+E'] },
  find: { title: msg('Find'), keys: ['CmdOrCtrl+F'] },
  'select-all': { title: msg('Select all that match'), keys: [] },
  'copy-csv': { title: msg('Copy as CSV'), keys: ['CmdOrCtrl+Shift+C'] },
  'go-people': { title: msg('People'), keys: ['CmdOrCtrl+1'] },
  'go-accounts': { title: msg('K2 accounts'), keys: ['CmdOrCtrl+2'] },
  'go-runs': { title: msg('Runs'), keys: ['CmdOrCtrl+3'] },
  'go-settings': { title: msg('Settings…'), keys: ['CmdOrCtrl+,', 'CmdOrCtrl+4'] },
  palette: { title: msg('Command palette…'), keys: ['CmdOrCtrl+K'] },
  'read-people': { title: msg('Read people again'), keys: ['F5'], mac: ['CmdOrCtrl+R'] },
  'read-accounts': { title: msg('Read K2 accounts again'), keys: ['Shift+F5'], mac: ['CmdOrCtrl+Shift+R'] },
  'paste-list': { title: msg('Paste a list…'), keys: [] },
  'review-selection': { title: msg('Review the selection'), keys: ['CmdOrCtrl+Enter'] },
  'test-connection': { title: msg('Test the connection'), keys: [] },
  'sign-in': { title: msg('Sign in'), keys: [] },
  'sign-out': { title: msg('Sign out…'), keys: [] },
  'getting-started': { title: msg('Getting started'), keys: [] },
  'keyboard-help': { title: msg('Keyboard shortcuts'), keys: ['CmdOrCtrl+/', 'F1'] },
  'user-guide': { title: msg('User guide'), keys: [] },
  'admin-guide': { title: msg('Admin guide'), keys: [] },
  'report-problem': { title: msg('Report a problem…'), keys: [] },
  about: { title: msg('About Muster'), keys: [] },
}

/** What menus and the palette call a command. */
export const titleOf = (id: CommandId): string => textOf(commands[id].title)

/** The platforms whose keys and menus differ. */
export type Platform = AppInfo['platform']

/** The keys of a command on a platform, the one that is shown first. */
export function keysOf(id: CommandId, platform: Platform): readonly string[] {
  const { keys, mac } = commands[id]
  return platform === 'darwin' ? (mac ?? keys) : keys
}
