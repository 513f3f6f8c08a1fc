import type { PersonDetail } from '../../../shared/model/person.ts'

/** Why a person and an account belong together, in one sentence. */
export function matchWords({ match, attributes, account, row, decided, blocked }: PersonDetail): string {
  const { externalId, employeeNumber, userName } = attributes
  const codes = blocked.map(({ code }) => code)
  if (codes.includes('two-accounts')) return 'More than one account in K2 matches'
  if (codes.includes('account-claimed-twice')) return 'Another person matches the same account in K2'
  switch (match) {
    case 'link':
      if (decided?.decision.kind === 'link') return 'Matched by your decision'
      return 'Matched by the link Muster remembers'
    case 'externalId': {
      const kind = externalId !== undefined && externalId === employeeNumber ? 'employee id' : 'identifier'
      return `Matched by ${kind} ${externalId ?? ''} (externalId)`
    }
    case 'userName':
      return `Matched by sign-in name ${userName ?? ''} (userName)`
    case 'none':
      if (row.state === 'unknown') return 'K2 accounts have not been read, so nothing is matched yet'
      return account === null ? 'No account in K2 matches' : `Account ${account.id}`
  }
}
