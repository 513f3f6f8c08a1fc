import type { AccountQuery, AccountRow } from '../../shared/model/account.ts'
import type { AccountLine } from '../store/accounts.ts'
import { createSlices } from '../store/slices.ts'
import type { AccountsIndex } from './accounts-index.ts'
import { fold, termsOf } from './fold.ts'
import { type Compare, createOrders, fromTheEnd } from './orders.ts'
import type { View } from './overview.ts'

/** Answers the questions of the K2 accounts grid out of memory. */
export interface AccountQueries {
  /** Positions of all accounts a query is about, in its order. */
  find(view: View, query: AccountQuery): Promise<readonly number[]>
  row(view: View, at: number): AccountRow[]
}

/** An {@link AccountQueries} that sorts by `compare`. */
export function createAccountQueries(compare: Compare): AccountQueries {
  const orders = createOrders<AccountQuery['sort']['by']>(compare)
  const searches = new WeakMap<AccountsIndex, string[]>()
  const people = new WeakMap<View, Map<number, number>>()
  let last: { view: View; key: string; found: readonly number[] } | null = null

  /** Position of the account → position of its person. */
  function peopleOf(view: View): Map<number, number> {
    const known = people.get(view)
    if (known !== undefined) return known
    const map = new Map<number, number>()
    for (let at = 0; at < view.standings.size; at++) {
      const account = view.standings.account(at)
      // Of several people who claim an account, none is its person.
      if (account >= 0 && view.standings.state(at) !== 'blocked') map.set(account, at)
    }
    people.set(view, map)
    return map
  }

  /** Folded texts to search in; made when somebody searches, since most never do. */
  async function searchTexts(index: AccountsIndex): Promise<string[]> {
    const slices = createSlices()
    const texts = searches.get(index) ?? []
    searches.set(index, texts)
    for (const [at, line] of index.lines.entries()) {
      if (texts[at] !== undefined && !index.changed.has(at)) continue
      texts[at] = fold([line.name, line.userName, line.email ?? '', line.externalId ?? '', line.id].join('\n'))
      if ((at & 63) === 0 && slices.due()) await slices.rest()
    }
    index.changed.clear()
    return texts
  }

  return {
    find: async (view, { search, show, sort: { by, descending } }) => {
      const key = JSON.stringify([search, show, by, descending])
      if (last !== null && last.view === view && last.key === key) return last.found
      const terms = termsOf(search)
      const { lines } = view.accounts
      const texts = terms.length === 0 ? [] : await searchTexts(view.accounts)
      const matched = peopleOf(view)
      const textOf = (at: number): string | null => {
        if (by !== 'person') return sortText(lines[at], by)
        return view.people.entries[matched.get(at) ?? -1]?.name ?? null
      }
      const order = await orders.of(view, by, lines.length, textOf)
      const upwards: number[] = []
      for (const at of order) {
        const line = lines[at]
        if (line === undefined || !terms.every((term) => texts[at]?.includes(term))) continue
        if (show === 'active' ? !line.active : show === 'inactive' ? line.active : false) continue
        if (show === 'unmatched' && matched.has(at)) continue
        upwards.push(at)
      }
      const found = descending ? fromTheEnd(upwards, textOf) : upwards
      last = { view, key, found }
      return found
    },
    row: (view, at) => {
      const line = view.accounts.lines[at]
      if (line === undefined) return []
      const { id, userName, name, email, externalId, active } = line
      const position = peopleOf(view).get(at)
      const person = position === undefined ? undefined : view.people.entries[position]
      return [
        {
          id,
          userName,
          name,
          email,
          externalId,
          active,
          person: person === undefined ? null : { id: person.id, name: person.name },
        },
      ]
    },
  }
}

function sortText(line: AccountLine | undefined, by: Exclude<AccountQuery['sort']['by'], 'person'>): string | null {
  if (line === undefined) return null
  // Within active and inactive, accounts come by name.
  return by === 'active' ? `${line.active ? 0 : 1} ${line.name}` : line[by] || null
}
