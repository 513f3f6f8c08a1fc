import type { AccountRow } from '../../../shared/model/account.ts'
import { accountColumnTitle } from '../../../shared/words/list-words.ts'
import { t } from '../../../shared/words/text.ts'
import type { GridColumn } from '../../components/data-grid/column.ts'
import { ActiveBadge } from '../../components/status-badge.tsx'
import words from '../../components/words.module.css'

const columns = (): readonly GridColumn<AccountRow>[] => [
  {
    id: 'userName',
    title: accountColumnTitle.userName,
    width: 220,
    min: 130,
    grow: 22,
    sortable: true,
    cell: ({ userName }) => (
      <bdi className={words.strong} title={userName}>
        {userName}
      </bdi>
    ),
  },
  {
    id: 'name',
    title: accountColumnTitle.name,
    width: 150,
    min: 100,
    grow: 15,
    hideBelow: 420,
    sortable: true,
    cell: ({ name }) => <bdi title={name}>{name}</bdi>,
  },
  {
    id: 'email',
    title: accountColumnTitle.email,
    width: 200,
    min: 120,
    grow: 20,
    hideBelow: 860,
    sortable: true,
    cell: ({ email }) => <bdi className={words.quiet}>{email}</bdi>,
  },
  {
    id: 'externalId',
    title: accountColumnTitle.externalId,
    width: 120,
    min: 80,
    grow: 9,
    hideBelow: 720,
    sortable: true,
    cell: ({ externalId }) => <bdi className={words.quiet}>{externalId}</bdi>,
  },
  {
    id: 'person',
    title: accountColumnTitle.person,
    width: 140,
    min: 90,
    grow: 13,
    hideBelow: 560,
    sortable: true,
    cell: ({ person }) =>
      person ? <bdi>{person.name}</bdi> : <span className={words.quiet}>{t('No person here')}</span>,
  },
  {
    id: 'active',
    title: accountColumnTitle.active,
    width: 106,
    min: 96,
    sortable: true,
    cell: ({ active }) => <ActiveBadge active={active} />,
  },
  {
    id: 'id',
    title: accountColumnTitle.id,
    width: 200,
    min: 80,
    grow: 9,
    sortable: true,
    cell: ({ id }) => (
      <bdi className={words.quiet} title={id}>
        {id}
      </bdi>
    ),
  },
]

/** The column of the accounts grid of that id; null when there is none. */
export const accountsColumn = (id: string): GridColumn<AccountRow> | null =>
  columns().find((column) => column.id === id) ?? null

/** What the admin can choose from. */
export const offeredAccountsColumns = () => columns().map(({ id, title }) => ({ id, title, fixed: id === 'userName' }))

/** The columns of the accounts grid until the admin chooses others. */
export const ownAccountsColumns: readonly string[] = ['userName', 'name', 'email', 'externalId', 'person', 'active']
