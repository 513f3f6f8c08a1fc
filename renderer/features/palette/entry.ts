import type { ReactNode } from 'react'

/** One thing that can be chosen in the palette. */
export interface Entry {
  /** Tells it from all others. */
  readonly id: string
  readonly title: string
  /** A quieter second line. */
  readonly detail?: string | undefined
  readonly icon: ReactNode
  /** At the end of its line: a key, a state. */
  readonly end?: ReactNode
  /** Why it can't be chosen now; null or left out where it can. */
  readonly whyNot?: string | null
  readonly act: () => void
}

/** Entries under a title. */
export interface EntryGroup {
  readonly title: string
  readonly entries: readonly Entry[]
}

/** True when every word of a search is somewhere in a title. */
export function fitsTitle(title: string, search: string): boolean {
  const text = title.toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
