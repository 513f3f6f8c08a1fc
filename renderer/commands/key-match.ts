import { type CommandId, commandIds, keysOf, type Platform } from '../../shared/commands.ts'

/** The parts of a keyboard event that decide. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** True when these keys, as Electron writes them, were pressed. */
function isPressed(keys: string, event: PressedKey, platform: Platform): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const [chord, other] = platform === 'darwin' ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey]
  if (chord !== parts.includes('CmdOrCtrl') || other || event.altKey) return false
  // Where a sign is, and whether it takes Shift, is up to the keyboard: Ctrl+/ is Ctrl+Shift+7 on a German one.
  if (/^[^\p{L}\p{N}]$/u.test(key)) return event.key === key
  if (event.shiftKey !== parts.includes('Shift')) return false
  // Digits by where they are: on a French keyboard they take Shift.
  return event.key.toLowerCase() === key.toLowerCase() || event.code === `Digit${key}`
}

/** The command whose keys were pressed; null when they are nobody's. */
export const pressedCommand = (event: PressedKey, platform: Platform): CommandId | null =>
  commandIds.find((id) => keysOf(id, platform).some((keys) => isPressed(keys, event, platform))) ?? null
