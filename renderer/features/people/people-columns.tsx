import type { PersonRow } from '../../../shared/model/person.ts'
import type { GridColumn } from '../../components/data-grid/column.ts'
import { PersonBadge } from '../../components/status-badge.tsx'
import words from '../../components/words.module.css'

/** The columns of the People grid. */
export const peopleColumns: readonly GridColumn<PersonRow>[] = [
  {
    id: 'name',
    title: 'Person',
    width: 160,
    min: 120,
    grow: 15,
    sortable: true,
    cell: ({ name }) => (
      <bdi className={words.strong} title={name}>
        {name}
      </bdi>
    ),
  },
  {
    id: 'userName',
    title: 'Sign-in name',
    width: 240,
    min: 140,
    grow: 24,
    hideBelow: 420,
    sortable: true,
    cell: ({ userName }) =>
      userName === null ? <span className={words.bad}>No sign-in name</span> : <bdi title={userName}>{userName}</bdi>,
  },
  {
    id: 'title',
    title: 'Title',
    width: 140,
    min: 90,
    grow: 13,
    hideBelow: 820,
    sortable: true,
    cell: ({ title }) => <bdi className={words.quiet}>{title}</bdi>,
  },
  {
    id: 'department',
    title: 'Department',
    width: 110,
    min: 80,
    grow: 10,
    hideBelow: 560,
    sortable: true,
    cell: ({ department }) => <bdi className={words.quiet}>{department}</bdi>,
  },
  {
    id: 'state',
    title: 'In K2',
    width: 126,
    min: 110,
    sortable: true,
    cell: ({ state, differences }) => <PersonBadge state={state} differences={differences} />,
  },
]
