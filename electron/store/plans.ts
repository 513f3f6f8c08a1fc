import { type Change, type PlanSummary, planSummarySchema } from '../../shared/model/plan.ts'
import { checked, json, number, numberOrNull, type Row, text, textOrNull } from './cell.ts'
import type { Database } from './database.ts'
import { createSlices } from './slices.ts'

/** What is frozen of a change; whether it is left out is kept beside it. */
export type ChangeContent = Omit<Change, 'leftOut'>

/** A change as it goes into the store. */
export interface ChangeEntry {
  readonly content: ChangeContent
  /** The content as canonical JSON: what is hashed is what is stored. */
  readonly text: string
  /** What a search looks through, folded. */
  readonly search: string
  /** The person whose account, made by this same push, becomes the manager. */
  readonly manager: number | null
}

/** A change with all that was planned of it. */
export interface StoredChange {
  readonly content: ChangeContent
  readonly leftOut: boolean
  readonly manager: number | null
}

/** A plan without its changes. */
export interface PlanHeader {
  /** Hash over the changes alone; `summary.hash` also covers what is left out. */
  readonly contentHash: string
  readonly summary: PlanSummary
}

/** How many changes are alike in kind, warnings, and whether they are about a group. */
export interface PlanCount {
  readonly kind: string
  readonly warnings: readonly string[]
  readonly ofGroup: boolean
  readonly n: number
}

/** The plans of a connection. */
export interface Plans {
  /** Adds changes to a plan that is not frozen yet, as bulk. */
  add(plan: string, entries: readonly ChangeEntry[]): void
  /** Freezes a plan: from now on it can be found. */
  freeze(header: PlanHeader): void
  get(plan: string): PlanHeader | null
  /** Whether a plan was frozen under this id; its summary, which may tell of thousands of people, is not read for it. */
  has(plan: string): boolean
  /** Id of the plan that was frozen last; null before the first. */
  latest(): string | null
  /** Marks every plan that has not been pushed as outdated, but for the ways back from a run. */
  outdate(): void
  /** A stretch of the changes, or of those with a warning alone, with how many there are of them. */
  changes(plan: string, offset: number, limit: number, warned?: boolean): { total: number; rows: Change[] }
  /** Changes in order of id, from the one after `after`, at most `limit`. */
  changesAfter(plan: string, after: number, limit: number): Change[]
  change(plan: string, id: number): StoredChange | null
  /** Content texts in order of id, from the one after `after`, at most `limit`. */
  textsAfter(plan: string, after: number, limit: number): { id: number; text: string }[]
  /**
   * Marks changes as left out or put back, and with a create what needs it: the managers (pass 2) whose account it makes,
   * the members (pass 3) of the group it makes.
   */
  leaveOut(plan: string, ids: readonly number[], leftOut: boolean): void
  /** Ids that are left out, in order. */
  leftOut(plan: string): number[]
  /** The first changes that carry a warning and are not left out, in order, at most `limit`. */
  warned(plan: string, limit: number): ChangeContent[]
  /** The highest id of a plan's changes; 0 when it has none. */
  lastId(plan: string): number
  /**
   * How many changes that are not left out hold all of the folded `terms` in their name or sign-in name, among those after
   * `after` up to `upTo`.
   */
  countHolding(plan: string, terms: readonly string[], after: number, upTo: number): number
  /** What would be sent, by kind, warnings, and whether it is about groups. */
  counts(plan: string): PlanCount[]
  /**
   * Forgets plans that were frozen before `time` and never pushed, and what a crash left of plans that were never frozen.
   * Not to be called while a plan is in the making.
   */
  forgetBefore(time: number): Promise<void>
}

/** The plans of a connection's database. */
export function createPlans(database: Database): Plans {
  const changesAfter: Plans['changesAfter'] = (plan, after, limit) =>
    database
      .prepare('SELECT change, left_out FROM plan_changes WHERE plan = ? AND id > ? ORDER BY id LIMIT ?')
      .all(plan, after, limit)
      .map(changeOf)

  return {
    add: (plan, entries) => {
      const insert = database.prepare(
        `INSERT INTO plan_changes (plan, id, pass, kind, person, account, left_out, warnings, search, change, manager)
         VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)`,
      )
      database.bulk(() => {
        for (const { content, text: change, search, manager } of entries) {
          const { id, pass, kind, personId, accountId, warnings } = content
          insert.run(plan, id, pass, kind, personId, accountId, warnings.join(' '), search, change, manager)
        }
      })
    },
    freeze: ({ contentHash, summary }) => {
      database.transaction(() => {
        database
          .prepare('INSERT OR REPLACE INTO plans (id, content_hash, hash, frozen_at, summary) VALUES (?, ?, ?, ?, ?)')
          .run(summary.id, contentHash, summary.hash, summary.frozenAt, JSON.stringify(summary))
      })
    },
    get: (plan) => {
      const row = database.prepare('SELECT content_hash, summary FROM plans WHERE id = ?').get(plan)
      if (row === undefined) return null
      return {
        contentHash: text(row.content_hash),
        summary: checked(planSummarySchema, json<PlanSummary>(row.summary)),
      }
    },
    has: (plan) => database.prepare('SELECT 1 FROM plans WHERE id = ?').get(plan) !== undefined,
    latest: () => textOrNull(database.prepare('SELECT id FROM plans ORDER BY frozen_at DESC LIMIT 1').get()?.id),
    outdate: () => {
      database
        .prepare(
          `UPDATE plans SET summary = json_set(summary, '$.outdated', json('true'))
           WHERE summary ->> '$.undoes' IS NULL AND id NOT IN (SELECT id FROM runs)`,
        )
        .run()
    },
    changes: (plan, offset, limit, warned = false) => {
      const which = `FROM plan_changes WHERE plan = ?${warned ? " AND warnings <> ''" : ''}`
      const counted = database.prepare(`SELECT count(*) AS total ${which}`).get(plan)
      // Ids of a plan have no gaps, so an id is an offset.
      const rows = warned
        ? database
            .prepare(`SELECT change, left_out ${which} ORDER BY id LIMIT ? OFFSET ?`)
            .all(plan, limit, offset)
            .map(changeOf)
        : changesAfter(plan, offset, limit)
      return { total: number(counted?.total), rows }
    },
    changesAfter,
    change: (plan, id) => {
      const row = database
        .prepare('SELECT change, left_out, manager FROM plan_changes WHERE plan = ? AND id = ?')
        .get(plan, id)
      if (row === undefined) return null
      return {
        content: json<ChangeContent>(row.change),
        leftOut: row.left_out === 1,
        manager: numberOrNull(row.manager),
      }
    },
    textsAfter: (plan, after, limit) =>
      database
        .prepare('SELECT id, change FROM plan_changes WHERE plan = ? AND id > ? ORDER BY id LIMIT ?')
        .all(plan, after, limit)
        .map((row) => ({ id: number(row.id), text: text(row.change) })),
    leaveOut: (plan, ids, leftOut) => {
      const flag = leftOut ? 1 : 0
      const list = JSON.stringify(ids)
      database.transaction(() => {
        database
          .prepare('UPDATE plan_changes SET left_out = ? WHERE plan = ? AND id IN (SELECT value FROM json_each(?))')
          .run(flag, plan, list)
        const created = `SELECT person FROM plan_changes WHERE plan = ?2 AND kind = 'create'
          AND id IN (SELECT value FROM json_each(?3))`
        database
          .prepare(
            `UPDATE plan_changes SET left_out = ?1
             WHERE plan = ?2 AND pass = 2 AND (person IN (${created}) OR manager IN (${created}))`,
          )
          .run(flag, plan, list)
        database
          .prepare(
            `UPDATE plan_changes SET left_out = ?1
             WHERE plan = ?2 AND pass = 3 AND change ->> '$.group' IN (SELECT value FROM json_each(?3))`,
          )
          .run(flag, plan, list)
      })
    },
    leftOut: (plan) =>
      database
        .prepare('SELECT id FROM plan_changes WHERE plan = ? AND left_out = 1 ORDER BY id')
        .all(plan)
        .map((row) => number(row.id)),
    warned: (plan, limit) =>
      database
        .prepare(
          `SELECT change FROM plan_changes WHERE plan = ? AND warnings <> '' AND left_out = 0 ORDER BY id LIMIT ?`,
        )
        .all(plan, limit)
        .map((row) => json<ChangeContent>(row.change)),
    lastId: (plan) =>
      numberOrNull(database.prepare('SELECT max(id) AS id FROM plan_changes WHERE plan = ?').get(plan)?.id) ?? 0,
    countHolding: (plan, terms, after, upTo) => {
      const holding = terms.map(() => 'instr(search, ?) > 0').join(' AND ')
      const row = database
        .prepare(
          `SELECT count(*) AS n FROM plan_changes INDEXED BY plan_changes_search
           WHERE plan = ? AND id > ? AND id <= ? AND left_out = 0 AND ${holding}`,
        )
        .get(plan, after, upTo, ...terms)
      return number(row?.n)
    },
    counts: (plan) =>
      database
        .prepare(
          `SELECT kind, warnings, pass = 3 OR (pass = 2 AND kind = 'create') AS of_group, count(*) AS n
           FROM plan_changes WHERE plan = ? AND left_out = 0 GROUP BY kind, warnings, of_group`,
        )
        .all(plan)
        .map((row) => ({
          kind: text(row.kind),
          warnings: text(row.warnings).split(' ').filter(Boolean),
          ofGroup: row.of_group === 1,
          n: number(row.n),
        })),
    forgetBefore: async (time) => {
      database.transaction(() => {
        database.prepare('DELETE FROM plans WHERE frozen_at < ? AND id NOT IN (SELECT id FROM runs)').run(time)
      })
      const slices = createSlices()
      for (const { plan } of database.prepare('SELECT DISTINCT plan FROM plan_changes').all()) {
        const id = text(plan)
        const isGone = database.prepare('SELECT 1 FROM plans WHERE id = ?').get(id) === undefined
        if (!isGone) continue
        const some = database.prepare(
          'DELETE FROM plan_changes WHERE plan = ? AND id IN (SELECT id FROM plan_changes WHERE plan = ? LIMIT 100)',
        )
        while (database.bulk(() => some.run(id, id)).changes > 0) if (slices.due()) await slices.rest()
      }
    },
  }
}

const changeOf = (row: Row): Change => ({ ...json<ChangeContent>(row.change), leftOut: row.left_out === 1 })
