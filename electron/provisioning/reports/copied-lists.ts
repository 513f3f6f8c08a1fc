import type { AccountQuery, AccountRow } from '../../../shared/model/account.ts'
import type { ListedPerson } from '../../../shared/model/person.ts'
import type { Change } from '../../../shared/model/plan.ts'
import type { RunChange } from '../../../shared/model/run.ts'
import { changeWords, outcomeWord } from '../../../shared/words/change-words.ts'
import { accountColumnTitle, activeWord, personColumnTitle, personStateWord } from '../../../shared/words/list-words.ts'
import { whyWords } from '../../../shared/words/plan-words.ts'
import { outcomeWords } from '../../../shared/words/run-words.ts'
import { t } from '../../../shared/words/text.ts'
import { type CopiedTable, copiedTable } from './copied-table.ts'
import type { Cell } from './csv.ts'
import { diffsText } from './run-csv.ts'

/** People as a table of these columns, in the order they come. */
export const copiedPeople = (columns: readonly string[], people: Iterable<ListedPerson>): Promise<CopiedTable> =>
  copiedTable(columns.map(personColumnTitle), people, (person) => columns.map((id) => personCell(person, id)))

function personCell({ name, userName, state, values }: ListedPerson, id: string): Cell {
  if (id === 'name') return name
  if (id === 'userName') return userName
  return id === 'state' ? personStateWord[state] : values[id]
}

/** Accounts as a table of these columns, in the order they come. */
export const copiedAccounts = (
  columns: readonly AccountQuery['sort']['by'][],
  accounts: Iterable<AccountRow>,
): Promise<CopiedTable> =>
  copiedTable(
    columns.map((id) => accountColumnTitle[id]),
    accounts,
    (account) => columns.map((id) => accountCell(account, id)),
  )

function accountCell(account: AccountRow, id: AccountQuery['sort']['by']): Cell {
  if (id === 'person') return account.person?.name
  return id === 'active' ? activeWord(account.active) : account[id]
}

const who = () => [t('Change'), t('Name'), t('Sign-in name')]
const whoOf = ({ kind, name, userName }: Pick<Change, 'kind' | 'name' | 'userName'>): Cell[] => [
  changeWords[kind].word,
  name,
  userName,
]

/** The changes of a plan that would be pushed. */
export const copiedChanges = (changes: Iterable<Change>): Promise<CopiedTable> =>
  copiedTable([...who(), t('Why'), t('What changes')], changes, (change) => [
    ...whoOf(change),
    whyWords(change),
    diffsText(change.diff),
  ])

/** What became of changes. @param verified the run was read back since. */
export const copiedOutcomes = (changes: Iterable<RunChange>, verified: boolean): Promise<CopiedTable> =>
  copiedTable([...who(), t('Outcome'), t('What happened')], changes, (change) => [
    ...whoOf(change),
    outcomeWord[change.outcome],
    outcomeWords(change, verified),
  ])
