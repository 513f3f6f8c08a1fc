import { describe, expect, test } from 'vitest'
import { type PressedKey, pressedCommand } from '../../../renderer/commands/key-match.ts'
import { type CommandFacts, whyNot } from '../../../renderer/commands/why-not.ts'
import { type CommandId, commandIds } from '../../../shared/commands.ts'

const press = (key: string, held: Partial<PressedKey> = {}): PressedKey => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})
const ctrl = { ctrlKey: true }

describe('keys of commands', () => {
  test.each([
    ['Ctrl+K', press('k', ctrl), 'palette'],
    ['Ctrl+K with caps lock', press('K', ctrl), 'palette'],
    ['Ctrl+Shift+O', press('O', { ...ctrl, shiftKey: true }), 'import-settings'],
    ['Ctrl+O', press('o', ctrl), 'open-people'],
    ['F5', press('F5'), 'read-people'],
    ['Shift+F5', press('F5', { shiftKey: true }), 'read-accounts'],
    ['Ctrl+/', press('/', ctrl), 'keyboard-help'],
    ['Ctrl+/ of a German keyboard', press('/', { ...ctrl, shiftKey: true, code: 'Digit7' }), 'keyboard-help'],
    ['Ctrl+1 of a French keyboard', press('&', { ...ctrl, code: 'Digit1' }), 'go-people'],
    ['Ctrl+,', press(',', ctrl), 'go-settings'],
    ['Ctrl+4', press('4', { ...ctrl, code: 'Digit4' }), 'go-settings'],
    ['K', press('k'), null],
    ['Ctrl+Alt+O, which types a letter on some keyboards', press('o', { ...ctrl, altKey: true }), null],
    ['Ctrl+C, which copies', press('c', ctrl), null],
    ['Meta+K', press('k', { metaKey: true }), null],
  ] as const)('%s', (_keys, event, command) => {
    expect(pressedCommand(event, 'linux')).toBe(command)
  })

  test('are those of the command key on macOS', () => {
    expect(pressedCommand(press('k', { metaKey: true }), 'darwin')).toBe('palette')
    expect(pressedCommand(press('k', ctrl), 'darwin')).toBe(null)
    expect(pressedCommand(press('r', { metaKey: true }), 'darwin')).toBe('read-people')
    expect(pressedCommand(press('F5'), 'darwin')).toBe(null)
  })
})

describe('why a command can’t be carried out', () => {
  const ready: CommandFacts = {
    connected: true,
    signedIn: true,
    signingIn: false,
    people: true,
    ticked: 2,
    inDialog: false,
    here: new Set(commandIds),
  }

  test('nothing stands in the way of anything where all is there', () => {
    expect(commandIds.filter((id) => whyNot(id, ready) !== null)).toEqual([])
  })

  test.each([
    ['go-runs', { connected: false }, 'Connect to K2 first.'],
    ['add-connection', { connected: false }, null],
    ['paste-list', { people: false }, 'Read people first: open a file, or connect a directory.'],
    ['open-people', { people: false }, null],
    ['review-selection', { ticked: 0 }, 'Tick people first.'],
    ['read-accounts', { signedIn: false }, 'Sign in first.'],
    ['sign-out', { signedIn: false }, 'You are not signed in.'],
    ['sign-in', { signingIn: true }, 'The sign-in is under way in your browser.'],
    ['find', { here: new Set<CommandId>() }, 'There is nothing to search on this screen.'],
    ['palette', { inDialog: true }, 'Close the dialog first.'],
    ['user-guide', { inDialog: true, connected: false }, null],
  ] as const)('%s with %j', (id, part, why) => {
    expect(whyNot(id, { ...ready, ...part })).toBe(why)
  })
})
