import type { Person } from '../../shared/model/person.ts'
import { t } from '../../shared/words/text.ts'
import { comparable } from './cell.ts'
import type { Problems } from './problems.ts'

/** Looks at what makes a person of a source without lines one of a kind. `who` is what the person is called there. */
export type CheckDuplicates = (attributes: Person['attributes'], who: string) => void

const blocked = (): string => t('Both are listed as blocked until one of them is corrected.')

/** A check that remembers everybody it has seen. Such people stay in the list; planning blocks them. */
export function createDuplicatesCheck(problems: Problems): CheckDuplicates {
  const userNames = new Map<string, string>()
  const ids = new Map<string, string>()
  const add = (column: string, reason: string, effect: string): void =>
    problems.add({ line: null, column, severity: 'error', reason, effect })

  const seen = (known: Map<string, string>, key: string, who: string): string | null => {
    const first = known.get(key)
    if (first === undefined) known.set(key, who)
    return first ?? null
  }
  return ({ userName, externalId }, who) => {
    if (externalId !== undefined) {
      const first = seen(ids, externalId.toLowerCase(), who)
      if (first !== null)
        add(
          'externalId',
          t('{first} and {who} have the same identifier, {id}.', { first, who, id: externalId.slice(0, 100) }),
          blocked(),
        )
    }
    if (userName === undefined) {
      add(
        'userName',
        t('{who} has no sign-in name.', { who }),
        t('The person is listed as blocked and can’t be pushed.'),
      )
      return
    }
    const first = seen(userNames, comparable(userName), who)
    if (first !== null)
      add(
        'userName',
        t('{first} and {who} have the same sign-in name, {userName}.', {
          first,
          who,
          userName: userName.slice(0, 100),
        }),
        blocked(),
      )
  }
}
