import type { AdminDecision, Candidate, CandidateReason, Candidates, Effect } from '../../shared/model/decision.ts'
import { candidateReasons } from '../../shared/model/decision.ts'
import { readPath } from '../../shared/scim/path.ts'
import { textOf } from './account-text.ts'
import { type AssessWorld, type Worked, workOut } from './assess.ts'
import { claimOf } from './claim.ts'
import { claimantsOf } from './claims.ts'
import { isAsWanted } from './diff.ts'
import { fold } from './fold.ts'
import { matchOf } from './match.ts'
import type { View } from './overview.ts'
import type { PersonEntry } from './people-index.ts'

/** Accounts that are shown of one person, and people of one account: an address of a whole team leads to hundreds. */
const most = 20

/** Finds accounts that could be a person's, and works out what each decision about the person would do. */
export function candidatesOf(view: View, at: number): Candidates | null {
  const { people, world } = view
  const person = people.entries[at]
  if (person === undefined) return null
  const found = foundFor(person, world)
  const shown = [...found].slice(0, most)
  const linkedTo = linksTo(new Set([...found.keys()].map((account) => world.accounts.lines[account]?.id ?? '')), world)

  /** What would be, had the admin decided so. */
  const effectOf = (decision: AdminDecision): { effect: Effect; worked: Worked | undefined } => {
    const supposed: AssessWorld = { ...world, decided: world.decided.supposing(person.id, decision) }
    const claim = claimOf(person, supposed)
    const match = matchOf(at, claim, claimantsOf(claim.account, supposed, linkedTo), supposed)
    const [worked] = workOut([{ at, account: match.account }], view.standings.account, supposed)
    // Whom the list of accounts can't tell about is looked for when a plan is made.
    const known = match.blocked.filter(({ code }) => world.uncertain === 'blocked' || code !== 'accounts-incomplete')
    const blocked = [...known, ...(worked?.decision.invalid ?? [])]
    return { effect: { would: blocked.length > 0 ? 'none' : (worked?.decision.kind ?? 'none'), blocked }, worked }
  }

  const candidate = ([account, why]: [number, CandidateReason[]]): Candidate[] => {
    const line = world.accounts.lines[account]
    if (line === undefined) return []
    const { id, userName, name, email, externalId, active } = line
    const holder = world.decided.holder(account)
    const claimedBy = claimantsOf(account, world, linkedTo).flatMap((position) => {
      const other = people.entries[position]
      if (other === undefined || position === at) return []
      return [{ id: other.id, name: other.name, line: other.line, linked: other.id === holder }]
    })
    const { effect, worked } = effectOf({ kind: 'link', account: id })
    return [
      {
        account: { id, userName, name, email, externalId, active },
        why,
        claimedBy: claimedBy.slice(0, most),
        compared: worked === undefined ? [] : comparedIn(worked),
        link: holder === undefined || holder === person.id ? effect : null,
      },
    ]
  }

  const not = shown.flatMap(([account]) => world.accounts.lines[account]?.id ?? [])
  return {
    name: person.name,
    decided: world.decided.made(person.id),
    candidates: shown.flatMap(candidate),
    more: found.size - shown.length,
    create: effectOf({ kind: 'create', not }).effect,
  }
}

/** Every account that could be a person's, by position, with all that leads to it: the strongest reason first. */
function foundFor(person: PersonEntry, { accounts, links, decided }: AssessWorld): Map<number, CandidateReason[]> {
  const decision = decided.of(person.id)
  const linked = decision?.kind === 'link' ? [decision.account] : []
  const remembered = links.get(person.id)
  if (remembered !== undefined) linked.push(remembered)
  const ways: Record<CandidateReason, readonly number[]> = {
    link: linked.flatMap((id) => accounts.byId.at(id)),
    externalId: person.externalId === null ? [] : accounts.byExternalId.at(person.externalId),
    userName: person.signIn === null ? [] : accounts.bySignIn.at(person.signIn),
    email: person.email === null ? [] : accounts.byEmail.at(fold(person.email)),
  }
  const found = new Map<number, CandidateReason[]>()
  for (const reason of candidateReasons) {
    for (const account of new Set(ways[reason])) found.set(account, [...(found.get(account) ?? []), reason])
  }
  return found
}

/** The remembered links to some accounts, the other way round. */
function linksTo(ids: ReadonlySet<string>, { links }: AssessWorld): (account: string) => readonly number[] {
  const people = new Map<string, number[]>()
  for (const [person, account] of links) {
    if (ids.has(account)) people.set(account, [...(people.get(account) ?? []), person])
  }
  return (account) => people.get(account) ?? []
}

function comparedIn({ desired, account }: Worked): Candidate['compared'] {
  if (account === null) return []
  return desired.flatMap(({ path, value, when }) => {
    const person = textOf(value)
    if (person === null || when === 'create') return []
    return [{ path, person, account: textOf(readPath(account, path)), same: isAsWanted(account, path, value) }]
  })
}
