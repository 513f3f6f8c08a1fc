import type { AdminDecision, MadeDecision } from '../../shared/model/decision.ts'
import { json, number, type Row, text } from './cell.ts'
import type { Database } from './database.ts'
import { writeMany } from './write-many.ts'

/** A decision as it is remembered, with the name its person had: where a source can't tell two people apart, the name does. */
export interface KeptDecision extends MadeDecision {
  readonly name: string
}

/** Whom a decision is about. */
interface Person {
  readonly id: number
  readonly name: string
}

/** What the admin has decided about people, until it is taken back. A person has at most one decision. */
export interface Decisions {
  /** By person id; people who are no longer in the source among them. */
  all(): Map<number, KeptDecision>
  /**
   * Remembers a decision about a person instead of the one before. A link takes the account from whoever was linked to it:
   * the caller has made sure that it is nobody of the source.
   */
  set(person: Person, decision: AdminDecision, at: number): void
  /** Leaves many people alone, in small transactions. */
  skip(people: readonly Person[], at: number): Promise<void>
  /** Forgets the decisions about many people, in small transactions. */
  forget(people: readonly number[]): Promise<void>
}

/** The decisions of a connection's database. */
export function createDecisions(database: Database): Decisions {
  const write = ({ id, name }: Person, decision: AdminDecision, at: number): void => {
    const account = decision.kind === 'link' ? decision.account : null
    const notTheirs = decision.kind === 'create' ? decision.not : []
    database.prepare('DELETE FROM decisions WHERE account = ? AND person <> ?').run(account, id)
    database
      .prepare(
        'INSERT OR REPLACE INTO decisions (person, kind, account, not_theirs, name, at) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(id, decision.kind, account, JSON.stringify(notTheirs), name, at)
  }
  return {
    all: () => {
      const rows = database.prepare('SELECT person, kind, account, not_theirs, name, at FROM decisions').all()
      return new Map(
        rows.map((row) => [
          number(row.person),
          { decision: decisionOf(row), at: number(row.at), name: text(row.name) },
        ]),
      )
    },
    set: (person, decision, at) => {
      database.transaction(() => write(person, decision, at))
    },
    skip: (people, at) => writeMany(database, people, (person) => write(person, { kind: 'skip' }, at)),
    forget: (people) => {
      const one = database.prepare('DELETE FROM decisions WHERE person = ?')
      return writeMany(database, people, (person) => {
        one.run(person)
      })
    },
  }
}

function decisionOf({ kind, account, not_theirs: notTheirs }: Row): AdminDecision {
  if (kind === 'link') return { kind, account: text(account) }
  return kind === 'create' ? { kind, not: json<string[]>(notTheirs) } : { kind: 'skip' }
}
