import type { RunSummary } from '../../shared/model/run.ts'

/** What the process that pushes is given. */
export interface Order {
  /** Path of the database. */
  readonly database: string
  /** Origin of the service, and its secrets. */
  readonly baseUrl: string
  readonly pathToken: string
  readonly accessToken: string
  readonly peopleFile: string
}

/** What it says: that changes may be on their way from now on, or that all is over and what became of it. */
export type Said =
  | { readonly kind: 'running'; readonly run: string; readonly resumed: boolean }
  | {
      readonly kind: 'ended'
      /** The run after it was verified. */
      readonly run: RunSummary
      /** How many changes there are by outcome and by failure code. */
      readonly endings: Readonly<Record<string, number>>
      /** What SQLite says of the file. */
      readonly integrity: string
      /** How many changes would be planned now. */
      readonly left: number
    }
