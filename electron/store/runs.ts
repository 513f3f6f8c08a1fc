import type { KindCounts } from '../../shared/model/plan.ts'
import { type OutcomeCounts, outcomes, type RunStatus, type RunSummary, runStatuses } from '../../shared/model/run.ts'
import { json, jsonOrNull, number, numberOrNull, oneOf, text, textOrNull } from './cell.ts'
import type { Database } from './database.ts'
import { createSlices } from './slices.ts'

/** What a run begins with. */
interface RunStart {
  /** Also the plan's id. */
  readonly id: string
  readonly planHash: string
  readonly by: string
  readonly startedAt: number
  readonly total: number
  readonly kinds: KindCounts
  readonly undoes: string | null
}

/** The runs of a connection, newest first. */
export interface Runs {
  /** Notes one waiting entry for each change that is not left out, and last, durably, the run itself. */
  begin(run: RunStart): Promise<void>
  get(id: string): RunSummary | null
  list(): RunSummary[]
  /** Runs that have not ended, oldest first. */
  unfinished(): RunSummary[]
  setStatus(id: string, status: RunStatus): void
  end(id: string, status: 'done' | 'stopped', at: number): void
  setVerified(id: string, verified: RunSummary['verified']): void
}

/** The runs of a connection's database. */
export function createRuns(database: Database, connection: string): Runs {
  const countsOf = (run: string): OutcomeCounts => {
    const counts = noOutcomes()
    const rows = database
      .prepare('SELECT outcome, count(*) AS n FROM run_changes WHERE run = ? GROUP BY outcome')
      .all(run)
    for (const { outcome, n } of rows) counts[oneOf(outcomes, outcome)] = number(n)
    return counts
  }
  const read = (where: string, ...parameters: string[]): RunSummary[] =>
    database
      .prepare(`SELECT * FROM runs ${where}`)
      .all(...parameters)
      .map((row) => ({
        id: text(row.id),
        connection,
        planHash: text(row.plan_hash),
        status: oneOf(runStatuses, row.status),
        by: text(row.admin),
        startedAt: number(row.started_at),
        endedAt: numberOrNull(row.ended_at),
        total: number(row.total),
        kinds: json<KindCounts>(row.kinds),
        outcomes: countsOf(text(row.id)),
        undoes: textOrNull(row.undoes),
        undoneBy: textOrNull(row.undone_by),
        verified: jsonOrNull<RunSummary['verified']>(row.verified),
      }))

  return {
    begin: async ({ id, planHash, by, startedAt, total, kinds, undoes }) => {
      const slices = createSlices()
      // What an earlier attempt left that a crash cut short before the run itself was noted.
      database.prepare('DELETE FROM run_changes WHERE run = ?').run(id)
      const some = database.prepare(
        `INSERT INTO run_changes (run, id, person, outcome, account)
         SELECT plan, id, person, 'waiting', account FROM plan_changes
         WHERE plan = ? AND left_out = 0 AND id > ? AND id <= ?`,
      )
      const last = number(database.prepare('SELECT max(id) AS last FROM plan_changes WHERE plan = ?').get(id)?.last)
      for (let after = 0; after < last; after += 500) {
        database.bulk(() => some.run(id, after, after + 500))
        if (slices.due()) await slices.rest()
      }
      database.transaction(() => {
        database
          .prepare(
            `INSERT INTO runs (id, plan_hash, status, admin, started_at, total, kinds, undoes)
             VALUES (?, ?, 'running', ?, ?, ?, ?, ?)`,
          )
          .run(id, planHash, by, startedAt, total, JSON.stringify(kinds), undoes)
        if (undoes !== null) database.prepare('UPDATE runs SET undone_by = ? WHERE id = ?').run(id, undoes)
      })
    },
    get: (id) => read('WHERE id = ?', id)[0] ?? null,
    list: () => read('ORDER BY started_at DESC'),
    unfinished: () => read('WHERE ended_at IS NULL ORDER BY started_at'),
    setStatus: (id, status) => {
      database.prepare('UPDATE runs SET status = ? WHERE id = ?').run(status, id)
    },
    end: (id, status, at) => {
      database.prepare('UPDATE runs SET status = ?, ended_at = ? WHERE id = ?').run(status, at, id)
    },
    setVerified: (id, verified) => {
      database.prepare('UPDATE runs SET verified = ? WHERE id = ?').run(JSON.stringify(verified), id)
    },
  }
}

/** A zero for every outcome. */
export const noOutcomes = (): OutcomeCounts => ({
  waiting: 0,
  'under-way': 0,
  done: 0,
  failed: 0,
  stale: 0,
  'not-sent': 0,
})
