import type { Failure } from '../../shared/errors.ts'
import type { ChangeKind } from '../../shared/model/change.ts'
import type { JsonObject } from '../../shared/model/json.ts'
import type { Exchange, Outcome, RunChange, RunQuery } from '../../shared/model/run.ts'
import { json, jsonOrNull, number, numberOrNull, type Row, text, textOrNull } from './cell.ts'
import type { Database } from './database.ts'
import type { ChangeContent, StoredChange } from './plans.ts'

/** A change that still has to be carried out. */
export interface WorkItem extends Omit<StoredChange, 'leftOut'> {
  readonly id: number
  /** When the intent to send it was noted; whatever has one may have been sent. Null when it was certainly never sent. */
  readonly intentAt: number | null
  readonly attempts: number
}

/** What became of a change. */
export type ChangeOutcome = Pick<
  RunChange,
  'id' | 'outcome' | 'accountId' | 'status' | 'attempts' | 'duration' | 'note' | 'failure' | 'offer'
>

/** The last push of a person. */
interface LastPush {
  readonly runId: string
  readonly at: number
  readonly outcome: Outcome
}

/** Which changes of a run are wanted. */
interface ShownChanges {
  readonly terms: readonly string[]
  readonly show: RunQuery['show']
}

/** Changes of one kind with one outcome. */
interface KindOutcome {
  readonly kind: ChangeKind
  readonly outcome: Outcome
  readonly n: number
}

/** The changes of runs, with the journal of intents and outcomes. */
export interface RunChanges {
  /** Changes of a pass that wait, in order of id, from the one after `after`, at most `limit`. */
  waiting(run: string, pass: number, after: number, limit: number): WorkItem[]
  /** Changes with an intent and no outcome: what a crash has left open. */
  open(run: string): WorkItem[]
  /** Notes the intent to send changes. Part of the journal's transaction. */
  intend(run: string, ids: readonly number[], at: number): void
  /** Takes intents back: those changes were certainly not sent. */
  release(run: string, ids: readonly number[]): void
  /**
   * Notes an outcome and its evidence, and the account as it was before, where a change was made to one. Part of the
   * journal's transaction.
   */
  record(run: string, outcome: ChangeOutcome, exchanges: readonly Exchange[], before?: JsonObject | null): void
  /**
   * Ends a run that was stopped: what waits becomes `not-sent`, and what a crash had left open, and nobody has looked up
   * since, fails with `failure`.
   */
  giveUp(run: string, failure: Failure): void
  setDrift(run: string, id: number, drift: RunChange['drift']): void
  /** Says something of a change that its outcome did not. */
  setNote(run: string, id: number, note: string | null): void
  /** Changes in order of id; `terms` are folded, and all of them have to occur in the name or the sign-in name. */
  page(run: string, query: ShownChanges, offset: number, limit: number): { total: number; rows: RunChange[] }
  /** The same changes from the one after `after`, at most `limit`: for walking over all of them, while they go on changing. */
  shownAfter(run: string, query: ShownChanges, after: number, limit: number): RunChange[]
  /** How many of the `limit` changes after `after` are of each kind and outcome; `last` is the last of them, null when none is left. */
  tally(run: string, after: number, limit: number): { last: number | null; counts: readonly KindOutcome[] }
  /** Changes in order of id, from the one after `after`, at most `limit`; of these outcomes, of all when empty. */
  after(run: string, after: number, limit: number, outcomes?: readonly Outcome[]): RunChange[]
  get(run: string, id: number): RunChange | null
  exchanges(run: string, id: number): Exchange[]
  /** The account that a person's change made or was about; null when there is none in this run. */
  accountOf(run: string, person: number): string | null
  /** What one change made or was about; null when it was not carried out. */
  madeBy(run: string, id: number): string | null
  /** The resource as it was just before a change was carried out; null when it was made, or left as it was. */
  before(run: string, id: number): JsonObject | null
  lastPush(person: number): LastPush | null
}

/** What was offered, until the admin has decided about that account. */
const openOffer = `CASE WHEN EXISTS (
    SELECT 1 FROM decisions d WHERE d.person = r.person AND (d.kind = 'skip' OR d.account = r.offer ->> '$.accountId'
      OR r.offer ->> '$.accountId' IN (SELECT value FROM json_each(d.not_theirs)))
  ) THEN NULL ELSE r.offer END AS offer`
const columns = `r.id, r.outcome, r.account, r.status, r.attempts, r.duration, r.note, r.failure, ${openOffer}, r.drift, p.kind,
  p.change ->> '$.resource' AS resource, p.change ->> '$.name' AS name, p.change ->> '$.userName' AS user_name`
const joined = 'run_changes r JOIN plan_changes p ON p.plan = r.run AND p.id = r.id'
const workColumns = 'r.id, r.intent_at, r.attempts, p.change, p.manager'

const shown: Record<RunQuery['show'], string> = {
  all: '1',
  done: "r.outcome = 'done'",
  failed: "r.outcome = 'failed'",
  stale: "r.outcome = 'stale'",
  drifted: "r.drift IS NOT NULL AND r.drift <> '[]'",
  pending: "r.outcome = 'done' AND r.drift IS NULL",
  waiting: "r.outcome IN ('waiting', 'under-way')",
  'not-sent': "r.outcome = 'not-sent'",
}

/** Condition for the changes that a query shows; its parameters are the run and the terms. */
const isShown = ({ terms, show }: ShownChanges): string =>
  ['r.run = ?', shown[show], ...terms.map(() => 'instr(p.search, ?) > 0')].join(' AND ')

/** The run changes of a connection's database. */
export function createRunChanges(database: Database): RunChanges {
  const select = (rest: string, ...parameters: (string | number)[]): RunChange[] =>
    database
      .prepare(`SELECT ${columns} FROM ${joined} WHERE ${rest}`)
      .all(...parameters)
      .map(changeOf)
  return {
    waiting: (run, pass, after, limit) =>
      database
        .prepare(
          `SELECT ${workColumns} FROM ${joined}
           WHERE r.run = ? AND r.outcome = 'waiting' AND p.pass = ? AND r.id > ? ORDER BY r.id LIMIT ?`,
        )
        .all(run, pass, after, limit)
        .map(workOf),
    open: (run) =>
      database
        .prepare(`SELECT ${workColumns} FROM ${joined} WHERE r.run = ? AND r.outcome = 'under-way' ORDER BY r.id`)
        .all(run)
        .map(workOf),
    intend: (run, ids, at) => {
      const mark = database.prepare(
        "UPDATE run_changes SET outcome = 'under-way', intent_at = ? WHERE run = ? AND id = ?",
      )
      for (const id of ids) mark.run(at, run, id)
    },
    release: (run, ids) => {
      const mark = database.prepare(
        "UPDATE run_changes SET outcome = 'waiting', intent_at = NULL WHERE run = ? AND id = ? AND outcome = 'under-way'",
      )
      for (const id of ids) mark.run(run, id)
    },
    record: (
      run,
      { id, outcome, accountId, status, attempts, duration, note, failure, offer },
      exchanges,
      before = null,
    ) => {
      database
        .prepare(
          `UPDATE run_changes SET outcome = ?, account = ?, status = ?, attempts = ?, duration = ?, note = ?, failure = ?,
             offer = ?, before = coalesce(?, before) WHERE run = ? AND id = ?`,
        )
        .run(
          outcome,
          accountId,
          status,
          attempts,
          duration,
          note,
          orNull(failure),
          orNull(offer),
          orNull(before),
          run,
          id,
        )
      const insert = database.prepare('INSERT INTO exchanges (run, change, exchange) VALUES (?, ?, ?)')
      for (const exchange of exchanges) insert.run(run, id, JSON.stringify(exchange))
    },
    giveUp: (run, failure) => {
      database.transaction(() => {
        database.prepare("UPDATE run_changes SET outcome = 'not-sent' WHERE run = ? AND outcome = 'waiting'").run(run)
        database
          .prepare("UPDATE run_changes SET outcome = 'failed', failure = ? WHERE run = ? AND outcome = 'under-way'")
          .run(JSON.stringify(failure), run)
      })
    },
    setDrift: (run, id, drift) => {
      database.prepare('UPDATE run_changes SET drift = ? WHERE run = ? AND id = ?').run(orNull(drift), run, id)
    },
    setNote: (run, id, note) => {
      database.prepare('UPDATE run_changes SET note = ? WHERE run = ? AND id = ?').run(note, run, id)
    },
    page: (run, query, offset, limit) => {
      const where = isShown(query)
      const { terms } = query
      const counted = database.prepare(`SELECT count(*) AS total FROM ${joined} WHERE ${where}`).get(run, ...terms)
      const rows = select(`${where} ORDER BY r.id LIMIT ? OFFSET ?`, run, ...terms, limit, offset)
      return { total: number(counted?.total), rows }
    },
    shownAfter: (run, query, after, limit) =>
      select(`${isShown(query)} AND r.id > ? ORDER BY r.id LIMIT ?`, run, ...query.terms, after, limit),
    tally: (run, after, limit) => {
      const last = database
        .prepare('SELECT max(id) AS id FROM (SELECT id FROM run_changes WHERE run = ? AND id > ? ORDER BY id LIMIT ?)')
        .get(run, after, limit)
      const upTo = numberOrNull(last?.id)
      if (upTo === null) return { last: null, counts: [] }
      const counts = database
        .prepare(
          `SELECT p.kind, r.outcome, count(*) AS n FROM ${joined}
           WHERE r.run = ? AND r.id > ? AND r.id <= ? GROUP BY p.kind, r.outcome`,
        )
        .all(run, after, upTo)
        .map((row) => ({
          kind: text(row.kind) as ChangeKind,
          outcome: text(row.outcome) as Outcome,
          n: number(row.n),
        }))
      return { last: upTo, counts }
    },
    after: (run, after, limit, outcomes = []) => {
      const list = JSON.stringify(outcomes)
      const wanted = "(? = '[]' OR r.outcome IN (SELECT value FROM json_each(?)))"
      return select(`r.run = ? AND r.id > ? AND ${wanted} ORDER BY r.id LIMIT ?`, run, after, list, list, limit)
    },
    get: (run, id) => select('r.run = ? AND r.id = ?', run, id)[0] ?? null,
    exchanges: (run, id) =>
      database
        .prepare('SELECT exchange FROM exchanges WHERE run = ? AND change = ? ORDER BY n')
        .all(run, id)
        .map((row) => json<Exchange>(row.exchange)),
    accountOf: (run, person) => {
      const row = database
        .prepare(
          `SELECT r.account FROM run_changes r WHERE r.person = ? AND r.run = ? AND r.account IS NOT NULL
           AND r.outcome = 'done' ORDER BY r.id LIMIT 1`,
        )
        .get(person, run)
      return row === undefined ? null : text(row.account)
    },
    madeBy: (run, id) => {
      const row = database
        .prepare("SELECT account FROM run_changes WHERE run = ? AND id = ? AND outcome = 'done'")
        .get(run, id)
      return row === undefined ? null : textOrNull(row.account)
    },
    before: (run, id) =>
      jsonOrNull(database.prepare('SELECT before FROM run_changes WHERE run = ? AND id = ?').get(run, id)?.before),
    lastPush: (person) => {
      const row = database
        .prepare(
          `SELECT c.run, c.outcome, r.started_at FROM run_changes c JOIN runs r ON r.id = c.run
           WHERE c.person = ? ORDER BY r.started_at DESC, c.id LIMIT 1`,
        )
        .get(person)
      if (row === undefined) return null
      return { runId: text(row.run), at: number(row.started_at), outcome: text(row.outcome) as Outcome }
    },
  }
}

const orNull = (value: unknown): string | null => (value == null ? null : JSON.stringify(value))

function changeOf(row: Row): RunChange {
  return {
    id: number(row.id),
    kind: text(row.kind) as RunChange['kind'],
    resource: text(row.resource) as RunChange['resource'],
    name: text(row.name),
    userName: textOrNull(row.user_name),
    accountId: textOrNull(row.account),
    outcome: text(row.outcome) as Outcome,
    status: numberOrNull(row.status),
    attempts: number(row.attempts),
    duration: numberOrNull(row.duration),
    note: textOrNull(row.note),
    failure: jsonOrNull(row.failure),
    offer: jsonOrNull(row.offer),
    drift: jsonOrNull(row.drift),
  }
}

function workOf(row: Row): WorkItem {
  return {
    id: number(row.id),
    content: json<ChangeContent>(row.change),
    manager: numberOrNull(row.manager),
    intentAt: numberOrNull(row.intent_at),
    attempts: number(row.attempts),
  }
}
