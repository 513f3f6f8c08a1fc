import type { Person } from '../../shared/model/person.ts'
import { t } from '../../shared/words/text.ts'
import { createFirstSeen } from '../store/first-seen.ts'
import { comparable } from './cell.ts'
import { type Columns, placeOf } from './columns.ts'
import type { Problems } from './problems.ts'

/** Looks at what makes a person one of a kind: the sign-in name and the id. `position` is the person’s among all. */
export type CheckIdentity = (attributes: Person['attributes'], position: number, line: number) => void

const blocked = (): string => t('Both are listed as blocked until one of them is corrected.')

/**
 * A check that remembers everybody it has seen. Such people stay in the list; planning blocks them.
 * @param at who was seen at a position.
 */
export function createIdentityCheck(
  columns: Columns,
  problems: Problems,
  at: (position: number) => Person,
): CheckIdentity {
  const { places, lines } = columns
  const userNames = createFirstSeen((position) => comparable(at(position).attributes.userName ?? ''))
  const ids = createFirstSeen((position) => (at(position).attributes.externalId ?? '').toLowerCase())
  const userNameColumn = places.get('userName') ?? null
  const idColumn = places.get('externalId') ?? null

  return ({ userName, externalId }, position, line) => {
    if (externalId !== undefined) {
      const first = ids.at(externalId.toLowerCase(), position)
      if (first !== position) {
        const reason = t('{lines, select, Rows {Rows} other {Lines}} {first} and {second} have the same id, {id}.', {
          lines,
          first: String(at(first).line),
          second: String(line),
          id: externalId.slice(0, 100),
        })
        problems.add({ ...placeOf(columns, line, idColumn), severity: 'error', reason, effect: blocked() })
      }
    }
    if (userName === undefined) {
      const effect = t('The person is listed as blocked and can’t be pushed.')
      problems.add({
        ...placeOf(columns, line, userNameColumn),
        severity: 'error',
        reason: t('The sign-in name is missing.'),
        effect,
      })
      return
    }
    const first = userNames.at(comparable(userName), position)
    if (first !== position) {
      const reason = t(
        '{lines, select, Rows {Rows} other {Lines}} {first} and {second} have the same sign-in name, {userName}; letter case does not tell them apart.',
        { lines, first: String(at(first).line), second: String(line), userName: userName.slice(0, 100) },
      )
      problems.add({ ...placeOf(columns, line, userNameColumn), severity: 'error', reason, effect: blocked() })
    }
    if (userName.includes('#EXT#')) {
      const effect = t('Listed like everybody else; check whether K2 knows the person by this name.')
      problems.add({
        ...placeOf(columns, line, userNameColumn),
        severity: 'warning',
        reason: t('A guest account of another organisation.'),
        effect,
      })
    }
  }
}
