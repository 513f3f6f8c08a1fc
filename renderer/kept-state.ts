import { useEffect, useState } from 'react'

/** A change of state: the parts that change, or how to make them of the last state. */
type Next<T> = Partial<T> | ((last: T) => Partial<T>)

/** A hook like useState for a named state, and ways to change and to look at that state from elsewhere. */
type KeptState<T> = readonly [
  use: (key: string) => readonly [T, (next: Next<T>) => void],
  alter: (key: string, next: Partial<T>) => void,
  look: (key: string) => T,
]

/**
 * A screen's state that is still there when the admin comes back to the screen. The key tells connections apart; a screen
 * is mounted anew for another key.
 */
export function keptState<T extends object>(initial: T): KeptState<T> {
  const kept = new Map<string, T>()
  /** The screen that shows a state now, if any does. */
  const shown = new Map<string, (state: T) => void>()
  const look = (key: string) => kept.get(key) ?? initial
  const use: KeptState<T>[0] = (key) => {
    const [state, setState] = useState(() => look(key))
    useEffect(() => {
      shown.set(key, setState)
      return () => {
        if (shown.get(key) === setState) shown.delete(key)
      }
    }, [key])
    const change = (next: Next<T>) =>
      setState((last) => {
        const changed = { ...last, ...(typeof next === 'function' ? next(last) : next) }
        kept.set(key, changed)
        return changed
      })
    return [state, change]
  }
  const alter = (key: string, next: Partial<T>) => {
    const changed = { ...look(key), ...next }
    kept.set(key, changed)
    shown.get(key)?.(changed)
  }
  return [use, alter, look]
}
