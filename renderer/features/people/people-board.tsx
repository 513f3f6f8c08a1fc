import { Button, Text } from '@mantine/core'
import { useMemo } from 'react'
import type { PersonState } from '../../../shared/model/person.ts'
import { failureOf } from '../../api.ts'
import { Tools } from '../../components/board.tsx'
import { sortingBy } from '../../components/data-grid/column.ts'
import { DataGrid } from '../../components/data-grid/data-grid.tsx'
import { useFirstStretch } from '../../components/data-grid/use-stretches.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { FilterChips } from '../../components/filter-chips.tsx'
import { SearchField } from '../../components/search-field.tsx'
import { SidePanel, Split } from '../../components/side-panel.tsx'
import { personStateWords } from '../../components/status-badge.tsx'
import { peopleColumns } from './people-columns.tsx'
import { type PeopleView, peopleSource, type usePeopleView } from './people-view.ts'
import { PersonPanel } from './person-panel.tsx'
import { SinceMenu } from './since-menu.tsx'
import { usePeopleSelection } from './use-people-selection.ts'

const shownStates = ['not-in-k2', 'differs', 'in-sync', 'inactive', 'blocked'] as const satisfies readonly PersonState[]
/** States that have a chip only when somebody is in them. */
const rareStates = ['left-out', 'unknown'] as const satisfies readonly PersonState[]
const sortable = ['name', 'userName', 'department', 'title', 'state'] as const

function NobodyMatches({ query, onReset }: { query: PeopleView['query']; onReset: () => void }) {
  const words = query.state === null ? '' : ` among “${personStateWords(query.state)}”`
  return (
    <Text fz="sm" c="dimmed" ta="center" role="status">
      {query.search === '' ? `Nobody${words}.` : `Nobody matches “${query.search}”${words}.`}{' '}
      <Button variant="subtle" onClick={onReset}>
        Show everybody
      </Button>
    </Text>
  )
}

/** Chips, search, the grid, and the person under the keyboard beside it. */
export function PeopleBoard(props: {
  connection: string
  view: PeopleView
  change: ReturnType<typeof usePeopleView>[1]
  reviewing: boolean
  onReviewOne: (id: number) => void
  onGone: () => void
}) {
  const { connection, view, change } = props
  const { query } = view
  const source = useMemo(() => peopleSource(connection, query), [connection, query])
  const head = useFirstStretch(source)
  const selection = usePeopleSelection(connection, view, change, head.data)
  const ask = (part: Partial<PeopleView['query']>) => change({ query: { ...query, ...part } })
  const counts = head.data?.counts
  const rare = rareStates.filter((state) => (counts?.[state] ?? 0) > 0 || query.state === state)
  const states = [...shownStates, ...rare]
  const chips = [
    { value: 'all' as const, words: 'All', count: counts?.all ?? null },
    ...states.map((state) => ({ value: state, words: personStateWords(state), count: counts?.[state] ?? null })),
  ]
  if (head.error) return <ErrorPanel failure={failureOf(head.error)} retry={() => void head.refetch()} />
  return (
    <>
      <Tools>
        <FilterChips
          label="Show"
          chips={chips}
          value={query.state ?? 'all'}
          onChange={(value) => ask({ state: value === 'all' ? null : value })}
        />
        <SinceMenu
          counts={head.data?.since ?? null}
          value={query.since ?? null}
          onChange={(since) => ask({ since })}
          onGone={props.onGone}
        />
        <SearchField
          label="Search people"
          placeholder="Search name, address, department"
          value={query.search}
          onChange={(search) => ask({ search })}
        />
      </Tools>
      <Split>
        <DataGrid
          label="People"
          columns={peopleColumns}
          source={source}
          keyOf={({ id }) => id}
          sort={query.sort}
          onSort={sortingBy(sortable, (sort) => ask({ sort }))}
          selection={selection}
          current={view.current}
          onFollow={({ id }) => change({ current: id })}
          keep={`${connection} people`}
          empty={<NobodyMatches query={query} onReset={() => ask({ search: '', state: null, since: null })} />}
        />
        {view.current === null ? null : (
          <SidePanel label="Person" onClose={() => change({ current: null })}>
            <PersonPanel
              connection={connection}
              id={view.current}
              reviewing={props.reviewing}
              onReview={props.onReviewOne}
            />
          </SidePanel>
        )}
      </Split>
    </>
  )
}
