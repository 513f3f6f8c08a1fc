import { number, text } from './cell.ts'
import type { Database } from './database.ts'
import { createSlices } from './slices.ts'

/** The remembered pairs of person and account. A person has at most one. */
export interface Links {
  /** Person id → account id; read in slices, since after a long run everybody has one. */
  all(): Promise<Map<number, string>>
  set(person: number, account: string, at: number): void
  /** Forgets whose an account was. */
  forget(account: string): void
}

/** The links of a connection's database. */
export function createLinks(database: Database): Links {
  return {
    all: async () => {
      const slices = createSlices()
      const links = new Map<number, string>()
      for (let last = Number.MIN_SAFE_INTEGER; ; ) {
        const some = database
          .prepare('SELECT person, account FROM links WHERE person > ? ORDER BY person LIMIT 500')
          .all(last)
        for (const row of some) {
          last = number(row.person)
          links.set(last, text(row.account))
        }
        if (some.length === 0) return links
        if (slices.due()) await slices.rest()
      }
    },
    set: (person, account, at) => {
      database.prepare('INSERT OR REPLACE INTO links (person, account, at) VALUES (?, ?, ?)').run(person, account, at)
    },
    forget: (account) => {
      database.prepare('DELETE FROM links WHERE account = ?').run(account)
    },
  }
}
