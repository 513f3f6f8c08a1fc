import type { Person } from '../../shared/model/person.ts'
import { comparable } from './cell.ts'
import type { Columns } from './columns.ts'
import { createFirstSeen } from './first-seen.ts'
import type { Problems } from './problems.ts'

/** Looks at what makes a person one of a kind: the sign-in name and the id. */
export type CheckIdentity = (attributes: Person['attributes'], line: number) => void

const blocked = 'Both are listed as blocked until one of them is corrected.'

/** A check that remembers everybody it has seen. Such people stay in the list; planning blocks them. */
export function createIdentityCheck({ titles, places }: Columns, problems: Problems): CheckIdentity {
  const userNames = createFirstSeen()
  const ids = createFirstSeen()
  const userNameColumn = titles[places.get('userName') ?? -1] ?? null
  const idColumn = titles[places.get('externalId') ?? -1] ?? null

  return ({ userName, externalId }, line) => {
    if (externalId !== undefined) {
      const first = ids.at(externalId.toLowerCase(), line)
      if (first !== line) {
        const reason = `Lines ${first} and ${line} have the same id, ${externalId.slice(0, 100)}.`
        problems.add({ line, column: idColumn, severity: 'error', reason, effect: blocked })
      }
    }
    const column = userNameColumn
    if (userName === undefined) {
      const effect = 'The person is listed as blocked and can’t be pushed.'
      problems.add({ line, column, severity: 'error', reason: 'The sign-in name is missing.', effect })
      return
    }
    const first = userNames.at(comparable(userName), line)
    if (first !== line) {
      const reason = `Lines ${first} and ${line} have the same sign-in name, ${userName.slice(0, 100)}; letter case does not tell them apart.`
      problems.add({ line, column, severity: 'error', reason, effect: blocked })
    }
    if (userName.includes('#EXT#')) {
      const effect = 'Listed like everybody else; check whether K2 knows the person by this name.'
      problems.add({ line, column, severity: 'warning', reason: 'A guest account of another organisation.', effect })
    }
  }
}
