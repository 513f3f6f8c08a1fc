import { useSyncExternalStore } from 'react'

/** A change of state: the parts that change, or how to make them of the last state. */
type Next<T> = Partial<T> | ((last: T) => Partial<T>)

/**
 * A hook like useState for a named state, ways to change and to look at that state from elsewhere, and a hook for one part of it,
 * for what is not to be drawn again when another part changes.
 */
type KeptState<T> = readonly [
  use: (key: string) => readonly [T, (next: Next<T>) => void],
  alter: (key: string, next: Next<T>) => void,
  look: (key: string) => T,
  usePart: <Part extends keyof T>(key: string, part: Part) => T[Part],
]

/** A screen's state that is still there when the admin comes back to the screen. The key tells connections apart. */
export function keptState<T extends object>(initial: T): KeptState<T> {
  const kept = new Map<string, T>()
  /** Told of every change: the screens that show a state now. */
  const shown = new Set<() => void>()
  const look = (key: string) => kept.get(key) ?? initial
  const alter = (key: string, next: Next<T>) => {
    const last = look(key)
    kept.set(key, { ...last, ...(typeof next === 'function' ? next(last) : next) })
    for (const drawAgain of shown) drawAgain()
  }
  const follow = (drawAgain: () => void) => {
    shown.add(drawAgain)
    return () => shown.delete(drawAgain)
  }
  const use: KeptState<T>[0] = (key) => [useSyncExternalStore(follow, () => look(key)), (next) => alter(key, next)]
  const partOf: KeptState<T>[3] = (key, part) => useSyncExternalStore(follow, () => look(key)[part])
  return [use, alter, look, partOf]
}
