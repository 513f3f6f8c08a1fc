import type { PersonState } from '../../shared/model/person.ts'
import type { BlockedEntry, SkippedPerson } from '../../shared/model/plan.ts'
import { fold } from './fold.ts'
import type { NewChange, PlanDraft } from './freeze.ts'
import type { View } from './overview.ts'
import type { PersonEntry } from './people-index.ts'
import type { GroupPlanning } from './plan-groups.ts'
import type { Standing } from './standings.ts'

/** A plan in the making, with what its parts tell each other. */
export interface Planning {
  readonly view: View
  readonly draft: PlanDraft
  readonly blocked: BlockedEntry[]
  /** The picked people who are left alone by the admin's decision. */
  readonly skipped: SkippedPerson[]
  /** Positions of the people whose account this plan makes. */
  readonly created: Set<number>
  /** Positions of the picked people whose account was picked to be deactivated or deleted as well. */
  readonly removed: Set<number>
  readonly groups: GroupPlanning
  unchanged: number
}

/** What a change of a person says of them and of how they were matched. */
export const aboutPerson = (
  { id, name, userName }: PersonEntry,
  { account, reason }: Standing,
): Pick<NewChange, 'personId' | 'name' | 'userName' | 'match'> => ({
  personId: id,
  name,
  userName,
  match: account < 0 ? 'none' : reason,
})

/** Whether an account that could be the person's, for all the admin has decided, has their e-mail address: one that is not `account`. */
export function isEmailElsewhere(
  { accounts, world }: View,
  { id, email }: Pick<PersonEntry, 'id' | 'email'>,
  account: number,
): boolean {
  if (email === null) return false
  return accounts.byEmail.at(fold(email)).some((holder) => holder !== account && world.decided.allows(id, holder))
}

/** People of whom no plan says anything. */
export const isApart = (state: PersonState): boolean => state === 'blocked' || state === 'left-out'

/** The people who have these accounts, by account id. */
export function peopleByAccount(
  { standings, accounts, people }: View,
  ids: ReadonlySet<string>,
): Map<string, PersonEntry> {
  const found = new Map<string, PersonEntry>()
  if (ids.size === 0) return found
  for (const [at, entry] of people.entries.entries()) {
    const id = accounts.lines[standings.account(at)]?.id
    if (id !== undefined && ids.has(id) && !isApart(standings.state(at))) found.set(id, entry)
  }
  return found
}
