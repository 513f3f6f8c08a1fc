import type { AdminDecision, MadeDecision } from '../../shared/model/decision.ts'
import type { KeptDecision } from '../store/decisions.ts'
import type { AccountsIndex } from './accounts-index.ts'
import type { PeopleIndex, PersonEntry } from './people-index.ts'

/** The admin's decisions that hold for the people and accounts there are now, as matching asks for them. */
export interface Decided {
  /** The decision about a person; undefined where there is none, or it no longer says whom it is about. */
  of(person: number): AdminDecision | undefined
  /** The same with its time. */
  made(person: number): MadeDecision | null
  /** The person whom the admin has linked to the account at a position; undefined when nobody is. */
  holder(account: number): number | undefined
  /** Whether a person may be matched with the account at a position. */
  allows(person: number, account: number): boolean
  /** True where nothing was decided, so that nobody needs to ask. */
  readonly none: boolean
  /** The same with another decision about one person. */
  supposing(person: number, decision: AdminDecision): Decided
}

/**
 * Sorts out which of the remembered decisions hold. Those about people who have left the source are kept, in case they come
 * back, and hold no account meanwhile.
 */
export function decidedOf(
  kept: ReadonlyMap<number, KeptDecision>,
  people: PeopleIndex,
  accounts: AccountsIndex,
): Decided {
  const holding = new Map<number, MadeDecision>()
  const holders = new Map<number, number>()
  for (const [person, { decision, at, name }] of kept) {
    const entry = people.entries[people.positionOf(person) ?? -1]
    if (entry === undefined || !isSamePerson(entry, name, people)) continue
    holding.set(person, { decision, at })
    const account = accountOf(decision, accounts)
    if (account !== undefined) holders.set(account, person)
  }
  const made = (person: number): MadeDecision | null => holding.get(person) ?? null
  return decidedBy({ made, holder: (account) => holders.get(account), none: holding.size === 0 }, accounts)
}

/** The position of the account a decision gives its person; undefined where it gives none, or the account is gone. */
const accountOf = (decision: AdminDecision, accounts: AccountsIndex): number | undefined =>
  decision.kind === 'link' ? accounts.byId.at(decision.account)[0] : undefined

function decidedBy(known: Pick<Decided, 'made' | 'holder' | 'none'>, accounts: AccountsIndex): Decided {
  const { made, holder } = known
  const of = (person: number): AdminDecision | undefined => made(person)?.decision
  return {
    ...known,
    of,
    allows: (person, account) => {
      const held = holder(account)
      if (held !== undefined && held !== person) return false
      const decision = of(person)
      return decision?.kind !== 'create' || !decision.not.includes(accounts.lines[account]?.id ?? '')
    },
    supposing: (person, decision) => {
      const supposed = { decision, at: 0 }
      const given = accountOf(decision, accounts)
      const holderThen = (account: number): number | undefined => {
        if (account === given) return person
        const now = holder(account)
        return now === person ? undefined : now
      }
      return decidedBy(
        { none: false, made: (other) => (other === person ? supposed : made(other)), holder: holderThen },
        accounts,
      )
    },
  }
}

/**
 * Whether a person read anew is the one a decision is about. Ids follow the identifier, or the sign-in name. Where two rows
 * of a source share those, or a row has neither, the rows may have changed places: then only the name tells.
 */
function isSamePerson({ externalId, signIn, name }: PersonEntry, decidedName: string, people: PeopleIndex): boolean {
  if (name === decidedName) return true
  if (externalId === null && signIn === null) return false
  const shared = (positions: readonly number[]): boolean => positions.length > 1
  return !shared(people.byExternalId.at(externalId ?? '')) && !shared(people.bySignIn.at(signIn ?? ''))
}
