import { useRef, useState } from 'react'
import type { PersonState } from '../../../shared/model/person.ts'
import { mostFilters, type PeopleRule } from '../../../shared/model/person-query.ts'
import type { SavedSelection } from '../../../shared/model/saved-selection.ts'
import { personStateWord } from '../../../shared/words/list-words.ts'
import { t } from '../../../shared/words/text.ts'
import { type Output, useCall } from '../../api.ts'
import { Tools } from '../../components/board.tsx'
import { ColumnsButton } from '../../components/data-grid/columns-button.tsx'
import type { Arranged } from '../../components/data-grid/use-arranged.ts'
import { FilterChips } from '../../components/filter-chips.tsx'
import { SearchField } from '../../components/search-field.tsx'
import { AppliedFilters } from './applied-filters.tsx'
import { FilterButton } from './filter-button.tsx'
import { filterWords } from './filter-words.ts'
import classes from './filters.module.css'
import { ownPeopleColumns, peopleColumn } from './people-columns.tsx'
import { SavedMenu } from './saved-menu.tsx'
import { SinceMenu } from './since-menu.tsx'

const shownStates = ['not-in-k2', 'differs', 'in-sync', 'inactive', 'blocked'] as const satisfies readonly PersonState[]
/** States that have a chip only when somebody is in them. */
const rareStates = ['left-out', 'unknown'] as const satisfies readonly PersonState[]

/** The columns that can be shown: the grid's own, and, once `asked` for, every attribute that somebody has. */
function useOfferedColumns(connection: string, asked: boolean) {
  const filterable = useCall('people', 'filterable', asked ? { connection } : null).data
  const ids = new Set([...ownPeopleColumns, ...(filterable?.attributes.map(({ name }) => name) ?? [])])
  return [...ids].map((id) => ({ id, title: peopleColumn(id).title, fixed: id === 'name' }))
}

/** Above the grid: which people it shows, and how. */
export function PeopleTools(props: {
  connection: string
  rule: PeopleRule
  head: Output<'people', 'query'> | undefined
  arranged: Arranged<never>
  canSave: boolean
  onChange: (rule: Partial<PeopleRule>) => void
  onGone: () => void
  onApply: (selection: SavedSelection) => void
  onSave: () => void
  onManage: () => void
}) {
  const { connection, rule, head, arranged, onChange } = props
  const { filters = [] } = rule
  const counts = head?.counts
  const rare = rareStates.filter((state) => (counts?.[state] ?? 0) > 0 || rule.state === state)
  const chips = [
    { value: 'all' as const, words: t('All'), count: counts?.all ?? null },
    ...[...shownStates, ...rare].map((state) => ({
      value: state,
      words: personStateWord[state],
      count: counts?.[state] ?? null,
    })),
  ]
  const narrowing = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState(false)
  const offered = useOfferedColumns(connection, asked)
  const shown = arranged.shown.map(({ id, title }) => ({ id, title, fixed: id === 'name' }))
  return (
    <>
      <Tools>
        <FilterChips
          label={t('Show')}
          chips={chips}
          value={rule.state ?? 'all'}
          onChange={(value) => onChange({ state: value === 'all' ? null : value })}
        />
        <SearchField
          label={t('Search people')}
          placeholder={t('Search name, address, department')}
          width={290}
          value={rule.search}
          onChange={(search) => onChange({ search })}
        />
      </Tools>
      <div className={classes.row}>
        <div ref={narrowing} className={classes.narrowing}>
          <FilterButton
            connection={connection}
            disabled={filters.length >= mostFilters}
            onAdd={(filter) => {
              const words = filterWords(filter)
              onChange({ filters: [...filters.filter((other) => filterWords(other) !== words), filter] })
            }}
          />
          <SinceMenu
            counts={head?.since ?? null}
            value={rule.since ?? null}
            onChange={(since) => onChange({ since })}
            onGone={props.onGone}
          />
          <SavedMenu
            connection={connection}
            canSave={props.canSave}
            onApply={props.onApply}
            onSave={props.onSave}
            onManage={props.onManage}
          />
          <AppliedFilters
            filters={filters}
            onChange={(next) => {
              // The button that took it away goes as well; the one that adds filters stays.
              narrowing.current?.querySelector('button')?.focus()
              onChange({ filters: next })
            }}
          />
        </div>
        <ColumnsButton arranged={arranged} shown={shown} offered={offered} onOpen={() => setAsked(true)} />
      </div>
    </>
  )
}
