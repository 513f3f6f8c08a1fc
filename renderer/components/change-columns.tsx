import type { ChangeKind } from '../../shared/model/change.ts'
import { ChangeBadge } from './change-badge.tsx'
import type { GridColumn } from './data-grid/column.ts'
import words from './words.module.css'

/** The columns that every list of changes begins with: what is done, and for whom. */
export const changeColumns = <
  Row extends { kind: ChangeKind; name: string; userName: string | null },
>(): readonly GridColumn<Row>[] => [
  { id: 'kind', title: 'Change', width: 120, min: 104, cell: ({ kind }) => <ChangeBadge kind={kind} /> },
  {
    id: 'name',
    title: 'Person',
    width: 160,
    min: 110,
    grow: 2,
    cell: ({ name, userName }) => (
      <bdi className={words.strong} title={userName ?? undefined}>
        {name}
      </bdi>
    ),
  },
]
