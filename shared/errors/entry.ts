/** What the admin reads about one kind of failure, and whether the same step can succeed when tried again unchanged. */
export interface ErrorEntry {
  /** What happened, one sentence. */
  readonly happened: string
  /** What it means for the admin's work. Left out where `happened` says it all. */
  readonly means?: string
  /** What to do now, one sentence that starts with a verb. */
  readonly todo: string
  /** True when trying the same thing again can work without changing anything. */
  readonly retry: boolean
}

/** The entries of an area, by code. */
export type ErrorEntries = Readonly<Record<string, ErrorEntry>>
