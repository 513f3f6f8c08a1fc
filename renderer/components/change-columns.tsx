import { IconUsersGroup } from '@tabler/icons-react'
import type { ChangeKind } from '../../shared/model/change.ts'
import { t } from '../../shared/words/text.ts'
import { ChangeBadge } from './change-badge.tsx'
import type { GridColumn } from './data-grid/column.ts'
import words from './words.module.css'

/** The columns that every list of changes begins with: what is done, and for whom. */
export const changeColumns = <
  Row extends { kind: ChangeKind; resource: 'User' | 'Group'; name: string; userName: string | null },
>(): readonly GridColumn<Row>[] => [
  { id: 'kind', title: t('Change'), width: 120, min: 104, cell: ({ kind }) => <ChangeBadge kind={kind} /> },
  {
    id: 'name',
    title: t('Name'),
    width: 160,
    min: 110,
    grow: 2,
    cell: ({ name, userName, resource }) => (
      <span title={userName ?? undefined}>
        {resource === 'Group' ? (
          <IconUsersGroup size={15} stroke={1.75} role="img" aria-label={t('Group')} className={words.mark} />
        ) : null}
        <bdi className={words.strong}>{name}</bdi>
      </span>
    ),
  },
]
