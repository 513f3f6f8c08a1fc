import type { AccountLine, Accounts } from '../store/accounts.ts'
import { createSlices } from '../store/slices.ts'
import { fold, foldUserName } from './fold.ts'
import { createKeyIndex, type KeyIndex } from './key-index.ts'
import type { PeopleIndex } from './people-index.ts'

/** The accounts in memory: enough to list, sort and match. Kept up to date as runs change accounts. */
export interface AccountsIndex {
  readonly lines: readonly AccountLine[]
  readonly byId: KeyIndex
  readonly byExternalId: KeyIndex
  /** By folded sign-in name. */
  readonly bySignIn: KeyIndex
  /** By folded e-mail address; never a match, only a hint. */
  readonly byEmail: KeyIndex
  readonly activeCount: number
  /** Positions of lines that were brought up to date since this was emptied; whoever keeps something of a line looks here. */
  readonly changed: Set<number>
  /** Adds an account, or brings the one with that id up to date. Returns its position. */
  set(line: AccountLine): number
}

/**
 * Reads the accounts into memory, in slices. Most accounts belong to somebody and say the same: such texts are kept once,
 * with the person, which for a hundred thousand accounts is ten megabytes less.
 */
export async function buildAccountsIndex(accounts: Accounts, people: PeopleIndex): Promise<AccountsIndex> {
  const slices = createSlices()
  const index = createAccountsIndex(accounts.lastRead()?.total ?? 0)
  for (let after = 0; ; ) {
    const some = accounts.linesAfter(after, 200)
    for (const line of some) {
      index.set(sharing(line, people))
      after = line.row
    }
    if (some.length === 0) return index
    if (slices.due()) await slices.rest()
  }
}

function sharing(line: AccountLine, { entries, byExternalId, bySignIn }: PeopleIndex): AccountLine {
  const { externalId, userName } = line
  const at =
    (externalId === null ? undefined : byExternalId.at(externalId)[0]) ?? bySignIn.at(foldUserName(userName))[0]
  const person = entries[at ?? -1]
  if (person === undefined) return line
  const same = <T extends string | null>(text: T, other: string | null): T | string =>
    text !== null && text === other ? other : text
  const shared = same(userName, person.userName)
  return {
    ...line,
    externalId: same(externalId, person.externalId),
    userName: shared,
    name: same(line.name, person.name),
    email: line.email === shared ? shared : same(line.email, person.email),
  }
}

function createAccountsIndex(expected: number): AccountsIndex {
  const lines: AccountLine[] = []
  const byId = createKeyIndex((at) => lines[at]?.id ?? null, expected)
  const byExternalId = createKeyIndex((at) => lines[at]?.externalId ?? null, expected)
  const bySignIn = createKeyIndex((at) => foldUserName(lines[at]?.userName ?? '') || null, expected)
  const byEmail = createKeyIndex((at) => fold(lines[at]?.email ?? '') || null, expected)
  const changed = new Set<number>()
  let activeCount = 0
  return {
    lines,
    byId,
    byExternalId,
    bySignIn,
    byEmail,
    changed,
    get activeCount() {
      return activeCount
    },
    set: (line) => {
      const known = byId.at(line.id)[0]
      const at = known ?? lines.length
      if (known !== undefined) {
        for (const keys of [byId, byExternalId, bySignIn, byEmail]) keys.remove(known)
        if (lines[known]?.active) activeCount--
        changed.add(known)
      }
      lines[at] = line
      for (const keys of [byId, byExternalId, bySignIn, byEmail]) keys.add(at)
      if (line.active) activeCount++
      return at
    },
  }
}
