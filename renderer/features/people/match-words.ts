import type { PersonDetail } from '../../../shared/model/person.ts'
import { t } from '../../../shared/words/text.ts'

/** Why a person and an account belong together, in one sentence. */
export function matchWords({ match, attributes, account, row, decided, blocked }: PersonDetail): string {
  const { externalId, employeeNumber, userName } = attributes
  const codes = blocked.map(({ code }) => code)
  if (codes.includes('two-accounts')) return t('More than one account in K2 matches')
  if (codes.includes('account-claimed-twice')) return t('Another person matches the same account in K2')
  switch (match) {
    case 'link':
      if (decided?.decision.kind === 'link') return t('Matched by your decision')
      return t('Matched by the link Muster remembers')
    case 'externalId':
      return externalId !== undefined && externalId === employeeNumber
        ? t('Matched by employee id {id} (externalId)', { id: externalId })
        : t('Matched by identifier {id} (externalId)', { id: externalId ?? '' })
    case 'userName':
      return t('Matched by sign-in name {name} (userName)', { name: userName ?? '' })
    case 'none':
      if (row.state === 'unknown') return t('K2 accounts have not been read, so nothing is matched yet')
      return account === null ? t('No account in K2 matches') : t('Account {id}', { id: account.id })
  }
}
