import type { AccountQuery } from '../model/account.ts'
import type { PersonState } from '../model/person.ts'
import { attributeTitle } from './attribute-words.ts'
import { t, texts } from './text.ts'

/** Where a person stands towards K2, as chips, badges and copied lists say it. */
export const personStateWord: Readonly<Record<PersonState, string>> = texts({
  'not-in-k2': 'Not in K2',
  differs: 'Differs',
  'in-sync': 'In sync',
  inactive: 'Inactive',
  blocked: 'Blocked',
  'left-out': 'Left out',
  unknown: 'Not known yet',
})

const ofPeople: Readonly<Record<string, string>> = texts({ name: 'Person', state: 'In K2' })

/** The title of a column of the People list: the name, the state, or any attribute. */
export const personColumnTitle = (id: string): string => ofPeople[id] ?? attributeTitle(id)

/** The titles of the columns of the accounts list. */
export const accountColumnTitle: Readonly<Record<AccountQuery['sort']['by'], string>> = texts({
  userName: 'Sign-in name',
  name: 'Name',
  email: 'E-mail',
  externalId: 'externalId',
  person: 'Person',
  active: 'State',
  id: 'id',
})

/** Whether an account may sign in. */
export const activeWord = (active: boolean): string => (active ? t('Active') : t('Inactive'))
