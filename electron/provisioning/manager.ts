import type { AccountsIndex } from './accounts-index.ts'
import { foldUserName } from './fold.ts'
import type { PeopleIndex, PersonEntry } from './people-index.ts'

/** Whom a person's manager reference leads to. */
export interface ManagerFound {
  /** Position in the people index. */
  readonly position: number
  readonly entry: PersonEntry
  /** Position of the manager's account; -1 while there is none. */
  readonly account: number
  /** Id of the manager's account; null while there is none. */
  readonly accountId: string | null
}

/** The person a reference means: by key, else by externalId, else by sign-in name; null when nobody or more than one fits. */
function positionOfManager(reference: string, people: PeopleIndex): number | null {
  const byKey = people.byKey.get(reference)
  if (byKey !== undefined) return byKey
  const byExternalId = people.byExternalId.at(reference)
  const others = byExternalId.length > 0 ? byExternalId : people.bySignIn.at(foldUserName(reference))
  return others.length === 1 ? (others[0] ?? null) : null
}

/**
 * The manager of a person, and the manager's account where there is one; null when the source names nobody, somebody who
 * is not in it, or the person themself.
 * @param accountOf position of the account a person is matched with, by the person's position; -1 for none.
 */
export function managerOf(
  person: PersonEntry,
  people: PeopleIndex,
  accounts: AccountsIndex,
  accountOf: (position: number) => number,
): ManagerFound | null {
  if (person.manager === null) return null
  const position = positionOfManager(person.manager, people)
  const entry = position === null ? undefined : people.entries[position]
  if (position === null || entry === undefined || entry === person) return null
  const account = accountOf(position)
  return { position, entry, account, accountId: accounts.lines[account]?.id ?? null }
}
