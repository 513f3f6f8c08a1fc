import type { ListedPerson } from '../../../shared/model/person.ts'
import { personColumnTitle } from '../../../shared/words/list-words.ts'
import { t } from '../../../shared/words/text.ts'
import type { GridColumn } from '../../components/data-grid/column.ts'
import { PersonBadge } from '../../components/status-badge.tsx'
import words from '../../components/words.module.css'
import { filterValueWords } from './filter-words.ts'

/** The columns of the People grid until the admin chooses others. */
export const ownPeopleColumns: readonly string[] = ['name', 'userName', 'title', 'department', 'state']

const particular: Readonly<Record<string, () => GridColumn<ListedPerson>>> = {
  name: () => ({
    id: 'name',
    title: personColumnTitle('name'),
    width: 160,
    min: 120,
    grow: 15,
    sortable: true,
    cell: ({ name }) => (
      <bdi className={words.strong} title={name}>
        {name}
      </bdi>
    ),
  }),
  userName: () => ({
    id: 'userName',
    title: personColumnTitle('userName'),
    width: 240,
    min: 140,
    grow: 24,
    hideBelow: 420,
    sortable: true,
    cell: ({ userName }) =>
      userName === null ? (
        <span className={words.bad}>{t('No sign-in name')}</span>
      ) : (
        <bdi title={userName}>{userName}</bdi>
      ),
  }),
  state: () => ({
    id: 'state',
    title: personColumnTitle('state'),
    width: 126,
    min: 110,
    sortable: true,
    cell: ({ state, differences }) => <PersonBadge state={state} differences={differences} />,
  }),
}

/** How much room an attribute starts with; the others have that of a title. */
const rooms: Readonly<Record<string, Pick<GridColumn<ListedPerson>, 'width' | 'min' | 'grow' | 'hideBelow'>>> = {
  title: { width: 140, min: 90, grow: 13, hideBelow: 820 },
  department: { width: 110, min: 80, grow: 10, hideBelow: 560 },
}

/** The column of the People grid for the name, the state, or any attribute. */
export function peopleColumn(id: string): GridColumn<ListedPerson> {
  return (
    particular[id]?.() ?? {
      id,
      title: personColumnTitle(id),
      ...(rooms[id] ?? { width: 140, min: 90, grow: 12 }),
      sortable: true,
      cell: ({ values }) => {
        const value = values[id]
        if (value === undefined) return null
        const text = filterValueWords(id, value)
        return (
          <bdi className={words.quiet} title={text}>
            {text}
          </bdi>
        )
      },
    }
  )
}

/** The attributes whose values a row has to carry for these columns. */
export const attributesOf = (columns: readonly string[]): string[] =>
  columns.filter((id) => particular[id] === undefined)
