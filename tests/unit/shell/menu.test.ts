import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { editMenuTemplate, menuTemplate } from '../../../electron/menu.ts'
import { type CommandId, commandIds, keysOf, titleOf } from '../../../shared/commands.ts'

const platforms = ['win32', 'darwin', 'linux'] as const
type Item = MenuItemConstructorOptions

const every = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? every(item.submenu) : [])])
const menuOf = (platform: (typeof platforms)[number], packaged = true, run: (id: CommandId) => void = () => {}) =>
  menuTemplate({ platform, packaged, run })

describe.each(platforms)('the application menu on %s', (platform) => {
  test('has its commands by their own titles, and hands each to the window', () => {
    const heard: CommandId[] = []
    const items = every(menuOf(platform, true, (id) => heard.push(id))).filter(({ id }) => id !== undefined)
    for (const item of items) {
      expect(item.label).toBe(titleOf(item.id as CommandId))
      Reflect.apply(item.click ?? (() => undefined), undefined, [])
    }
    expect(heard).toEqual(items.map(({ id }) => id))
    expect(new Set(heard).size).toBeGreaterThan(15)
  })

  test('gives no two items the same keys', () => {
    const keys = every(menuOf(platform)).flatMap(({ accelerator }) => accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('has developer tools only where the app is not packaged', () => {
    const roles = (packaged: boolean) => every(menuOf(platform, packaged)).map(({ role }) => role)
    expect(roles(true)).not.toContain('toggleDevTools')
    expect(roles(true)).not.toContain('reload')
    expect(roles(false)).toContain('toggleDevTools')
  })

  test('leaves the keys to the window, which acts on them by itself', () => {
    const ours = every(menuOf(platform)).filter(({ accelerator }) => accelerator !== undefined)
    expect(ours.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true)
  })
})

test('macOS has its own menu of the app, with settings and quitting in it', () => {
  const [app] = menuOf('darwin')
  const inside = every([app ?? {}])
  expect(inside.map(({ id, role }) => id ?? role)).toEqual(expect.arrayContaining(['about', 'go-settings', 'quit']))
  expect(inside.find(({ id }) => id === 'go-settings')?.accelerator).toBe('CmdOrCtrl+,')
})

test('no two commands have the same keys', () => {
  for (const platform of platforms) {
    const keys = commandIds.flatMap((id) => keysOf(id, platform))
    expect(new Set(keys).size).toBe(keys.length)
  }
})

const can = {
  canUndo: true,
  canRedo: false,
  canCut: true,
  canCopy: true,
  canPaste: true,
  canDelete: true,
  canSelectAll: true,
}
const editFlags = { ...can, canEditRichly: false }

test('a text field has the edit menu, selected text can be copied, and elsewhere there is none', () => {
  const field = editMenuTemplate({ isEditable: true, selectionText: '', editFlags })
  expect(field.flatMap(({ role, enabled }) => (role ? [[role, enabled]] : []))).toEqual([
    ['undo', true],
    ['redo', false],
    ['cut', true],
    ['copy', true],
    ['paste', true],
    ['delete', true],
    ['selectAll', true],
  ])
  expect(editMenuTemplate({ isEditable: false, selectionText: 'Ann', editFlags })).toEqual([
    { role: 'copy', label: 'Copy' },
  ])
  expect(editMenuTemplate({ isEditable: false, selectionText: ' ', editFlags })).toEqual([])
})
