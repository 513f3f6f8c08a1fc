import { useState } from 'react'

/** A change of state: the parts that change, or how to make them of the last state. */
type Next<T> = Partial<T> | ((last: T) => Partial<T>)

/** A hook like useState for a named state, and a way to change that state while no screen shows it. */
type KeptState<T> = readonly [
  use: (key: string) => readonly [T, (next: Next<T>) => void],
  alter: (key: string, next: Partial<T>) => void,
]

/**
 * A screen's state that is still there when the admin comes back to the screen. The key tells connections apart; a screen
 * is mounted anew for another key.
 */
export function keptState<T extends object>(initial: T): KeptState<T> {
  const kept = new Map<string, T>()
  const use: KeptState<T>[0] = (key) => {
    const [state, setState] = useState(() => kept.get(key) ?? initial)
    const change = (next: Next<T>) =>
      setState((last) => {
        const changed = { ...last, ...(typeof next === 'function' ? next(last) : next) }
        kept.set(key, changed)
        return changed
      })
    return [state, change]
  }
  return [use, (key, next) => kept.set(key, { ...(kept.get(key) ?? initial), ...next })]
}
