import type { Diff } from '../../shared/model/change.ts'
import { memberOf, memberPath } from '../../shared/scim/group.ts'

const mark = 'new:'

/** Stands for the account of a person in a planned membership until the same push has made it. */
export const newMember = (person: number): string => `${mark}${person}`

/**
 * The diffs of a membership with the accounts in them that the push has made; who has none is left out.
 * @param accountOf id of the account that was made for a person; null when none was.
 */
export function resolveMembers(diffs: readonly Diff[], accountOf: (person: number) => string | null): Diff[] {
  return diffs.flatMap((diff) => {
    const member = memberOf(diff.path)
    if (member === null || !member.startsWith(mark)) return [diff]
    const account = accountOf(Number(member.slice(mark.length)))
    return account === null ? [] : [{ ...diff, path: memberPath(account) }]
  })
}
