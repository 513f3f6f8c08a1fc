import type { AccountsIndex } from './accounts-index.ts'
import type { PeopleIndex, PersonEntry } from './people-index.ts'

/** The manager of a person. */
export interface ManagerFound {
  /** Position in the people index. */
  readonly position: number
  readonly entry: PersonEntry
  /** Position of the manager's account; -1 while there is none. */
  readonly account: number
  /** Id of the manager's account; null while there is none. */
  readonly accountId: string | null
}

/**
 * The manager of the person at a position, and the manager's account where there is one; null when the source names none.
 * @param accountOf position of the account a person is matched with, by the person's position; -1 for none.
 */
export function managerOf(
  at: number,
  people: PeopleIndex,
  accounts: AccountsIndex,
  accountOf: (position: number) => number,
): ManagerFound | null {
  const position = people.managerOf(at)
  const entry = people.entries[position]
  if (entry === undefined) return null
  const account = accountOf(position)
  return { position, entry, account, accountId: accounts.lines[account]?.id ?? null }
}
