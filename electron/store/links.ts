import { number, text } from './cell.ts'
import type { Database } from './database.ts'

/** The remembered pairs of person and account. A person has at most one. */
export interface Links {
  /** Person id → account id. */
  all(): Map<number, string>
  set(person: number, account: string, at: number): void
  /** Forgets whose an account was. */
  forget(account: string): void
}

/** The links of a connection's database. */
export function createLinks(database: Database): Links {
  return {
    all: () => {
      const rows = database.prepare('SELECT person, account FROM links').all()
      return new Map(rows.map((row) => [number(row.person), text(row.account)]))
    },
    set: (person, account, at) => {
      database.prepare('INSERT OR REPLACE INTO links (person, account, at) VALUES (?, ?, ?)').run(person, account, at)
    },
    forget: (account) => {
      database.prepare('DELETE FROM links WHERE account = ?').run(account)
    },
  }
}
