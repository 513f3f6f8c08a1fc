import { type CommandId, commands, keysOf, type Platform } from '../commands.ts'

const macSigns: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Ctrl: '⌃',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↩',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
}
const otherSigns: Readonly<Record<string, string>> = { CmdOrCtrl: 'Ctrl', Up: '↑', Down: '↓', Left: '←', Right: '→' }

/** The caps of a key as a platform prints them: `CmdOrCtrl+Shift+O` is `Ctrl`, `Shift`, `O`, or `⌘`, `⇧`, `O`. */
export function keyCaps(keys: string, platform: Platform): readonly string[] {
  const signs = platform === 'darwin' ? macSigns : otherSigns
  return keys.split('+').map((part) => signs[part] ?? part)
}

/** The same in one text: `Ctrl+Shift+O`, `⌘⇧O`. */
export const keyWords = (keys: string, platform: Platform): string =>
  keyCaps(keys, platform).join(platform === 'darwin' ? '' : '+')

/** One line of the keyboard help. */
export interface Shortcut {
  readonly title: string
  /** Each of them does it. */
  readonly keys: readonly string[]
}

/** What the keys do in any list of rows; the list itself follows them (renderer/components/data-grid/grid-keys.ts). */
const inLists: readonly Shortcut[] = [
  { title: 'To the row above or below, and show it beside the list', keys: ['Up', 'Down'] },
  { title: 'To the first or the last row', keys: ['CmdOrCtrl+Up', 'CmdOrCtrl+Down'] },
  { title: 'A page up or down', keys: ['PageUp', 'PageDown'] },
  { title: 'To the cell beside', keys: ['Left', 'Right'] },
  { title: 'Tick the row, or take the tick away', keys: ['Space'] },
  { title: 'Tick rows in a range', keys: ['Shift+Up', 'Shift+Down'] },
  { title: 'Tick all that match', keys: ['CmdOrCtrl+A'] },
  { title: 'Copy the ticked rows as CSV, or the row', keys: ['CmdOrCtrl+C'] },
  { title: 'What can be done with the row', keys: ['Shift+F10'] },
  { title: 'Open the row', keys: ['Enter'] },
  { title: 'Size a column, from its title', keys: ['Shift+Left', 'Shift+Right'] },
  { title: 'Move a column, from its title', keys: ['CmdOrCtrl+Shift+Left', 'CmdOrCtrl+Shift+Right'] },
  { title: 'Search, from anywhere on the screen', keys: ['/'] },
  { title: 'Close the panel beside the list, or empty the search', keys: ['Esc'] },
]

const goTo = ['go-people', 'go-accounts', 'go-runs', 'go-settings'] as const satisfies readonly CommandId[]
const everywhere = [
  'palette',
  'find',
  'open-people',
  'add-connection',
  'import-settings',
  'export',
  'read-people',
  'read-accounts',
  'review-selection',
  'copy-csv',
  'keyboard-help',
] as const satisfies readonly CommandId[]

const ofCommands = (ids: readonly CommandId[], platform: Platform): Shortcut[] =>
  ids.map((id) => ({ title: commands[id].title.replace(/…$/, ''), keys: keysOf(id, platform) }))

/** Every shortcut by where it works: what the keyboard help shows and the user guide lists. */
export const shortcuts = (
  platform: Platform,
): readonly { readonly title: string; readonly all: readonly Shortcut[] }[] => [
  { title: 'Everywhere', all: ofCommands(everywhere, platform) },
  { title: 'Go to', all: ofCommands(goTo, platform) },
  { title: 'In a list', all: inLists },
]
