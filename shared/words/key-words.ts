import { type CommandId, keysOf, type Platform, titleOf } from '../commands.ts'
import { t, texts } from './text.ts'

const macSigns: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Ctrl: '⌃', Shift: '⇧', Alt: '⌥', Enter: '↩' }
const arrows: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' }
/** What is printed on keys in the language of the admin, whose keyboard mostly is of the same. */
const names: Readonly<Record<string, string | undefined>> = texts({
  CmdOrCtrl: 'Ctrl',
  Ctrl: 'Ctrl',
  Shift: 'Shift',
  Enter: 'Enter',
  Space: 'Space',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Esc: 'Esc',
})

/** The caps of a key as a platform prints them: `CmdOrCtrl+Shift+O` is `Ctrl`, `Shift`, `O`, or `⌘`, `⇧`, `O`. */
export function keyCaps(keys: string, platform: Platform): readonly string[] {
  const signs = platform === 'darwin' ? macSigns : {}
  return keys.split('+').map((part) => signs[part] ?? arrows[part] ?? names[part] ?? part)
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
const inLists = (): readonly Shortcut[] => [
  { title: t('To the row above or below, and show it beside the list'), keys: ['Up', 'Down'] },
  { title: t('To the first or the last row'), keys: ['CmdOrCtrl+Up', 'CmdOrCtrl+Down'] },
  { title: t('A page up or down'), keys: ['PageUp', 'PageDown'] },
  { title: t('To the cell beside'), keys: ['Left', 'Right'] },
  { title: t('Tick the row, or take the tick away'), keys: ['Space'] },
  { title: t('Tick rows in a range'), keys: ['Shift+Up', 'Shift+Down'] },
  { title: t('Tick all that match'), keys: ['CmdOrCtrl+A'] },
  { title: t('Copy the ticked rows as CSV, or the row'), keys: ['CmdOrCtrl+C'] },
  { title: t('What can be done with the row'), keys: ['Shift+F10'] },
  { title: t('Open the row'), keys: ['Enter'] },
  { title: t('Size a column, from its title'), keys: ['Shift+Left', 'Shift+Right'] },
  { title: t('Move a column, from its title'), keys: ['CmdOrCtrl+Shift+Left', 'CmdOrCtrl+Shift+Right'] },
  { title: t('Search, from anywhere on the screen'), keys: ['/'] },
  { title: t('Close the panel beside the list, or empty the search'), keys: ['Esc'] },
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
  ids.map((id) => ({ title: titleOf(id).replace(/…$/, ''), keys: keysOf(id, platform) }))

/** Every shortcut by where it works: what the keyboard help shows and the user guide lists. */
export const shortcuts = (
  platform: Platform,
): readonly { readonly title: string; readonly all: readonly Shortcut[] }[] => [
  { title: t('Everywhere'), all: ofCommands(everywhere, platform) },
  { title: t('Go to'), all: ofCommands(goTo, platform) },
  { title: t('In a list'), all: inLists() },
]
