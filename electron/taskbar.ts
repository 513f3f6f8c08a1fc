/** Something that takes a while, and how far it is. */
export interface LongPiece {
  readonly done: number
  /** How much there is; null while nobody knows. */
  readonly of: number | null
  /** `held`: it waits for the admin, for a sign-in or for the network. `failed`: it has ended, and not well. */
  readonly state: 'going' | 'held' | 'failed'
}

/** What the taskbar shows at the app's picture. Electron's scale: 0 to 1, -1 for nothing, 2 for a bar without an end. */
export interface TaskbarProgress {
  readonly value: number
  /** Windows has a colour for each. */
  readonly mode: 'none' | 'normal' | 'indeterminate' | 'error' | 'paused'
}

const modes = { going: 'normal', held: 'paused', failed: 'error' } as const

/** What the taskbar shows while these are under way, the most important first: one bar can tell of one thing only. */
export function taskbarProgress([piece]: readonly LongPiece[]): TaskbarProgress {
  if (piece === undefined) return { value: -1, mode: 'none' }
  const { done, of, state } = piece
  // In whole percent: nobody sees more, and every change is a call to the system.
  if (of !== null && of > 0) return { value: Math.round((Math.min(done, of) / of) * 100) / 100, mode: modes[state] }
  return state === 'going' ? { value: 2, mode: 'indeterminate' } : { value: 1, mode: modes[state] }
}
