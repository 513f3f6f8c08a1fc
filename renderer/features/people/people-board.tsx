import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ListedPerson } from '../../../shared/model/person.ts'
import type { PersonQuery } from '../../../shared/model/person-query.ts'
import type { SavedSelection } from '../../../shared/model/saved-selection.ts'
import { whyNotPicked } from '../../../shared/words/blocked-words.ts'
import { t } from '../../../shared/words/text.ts'
import { call, failureOf } from '../../api.ts'
import { DataGrid } from '../../components/data-grid/data-grid.tsx'
import { copying } from '../../components/data-grid/row-action.ts'
import { useArranged } from '../../components/data-grid/use-arranged.ts'
import { firstStretch, useFirstStretch } from '../../components/data-grid/use-stretches.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { SidePanel, Split } from '../../components/side-panel.tsx'
import { tell } from '../../components/tell.tsx'
import { tellingCopied } from '../../components/tell-copied.ts'
import { AppliedNotice } from './applied-notice.tsx'
import { ruleWords } from './filter-words.ts'
import { NobodyMatches } from './nobody-matches.tsx'
import { attributesOf, ownPeopleColumns, peopleColumn } from './people-columns.tsx'
import { PeopleTools } from './people-tools.tsx'
import { peopleSource, usePeopleView } from './people-view.ts'
import { PersonPanel } from './person-panel.tsx'
import { SaveDialog } from './save-dialog.tsx'
import { SavedDialog } from './saved-dialog.tsx'
import { usePeopleSelection } from './use-people-selection.ts'
import { useSaved } from './use-saved.ts'

/** Chips, filters, search, the grid, and the person under the keyboard beside it. */
export function PeopleBoard(props: {
  connection: string
  reviewing: boolean
  onReviewOne: (id: number) => void
  onGone: () => void
}) {
  const { connection } = props
  const [view, change] = usePeopleView(connection)
  const { query } = view
  const client = useQueryClient()
  const arranged = useArranged(connection, 'people', peopleColumn, ownPeopleColumns)
  const attributes = useMemo(() => attributesOf(arranged.shown.map(({ id }) => id)), [arranged.shown])
  const source = useMemo(() => peopleSource(connection, query, attributes), [connection, query, attributes])
  const head = useFirstStretch(source)
  const selection = usePeopleSelection(connection, view, change, head.data)
  const saved = useSaved(connection, change)
  const [dialog, setDialog] = useState<{ save: SavedSelection | null } | 'saved' | null>(null)
  const { sort, ...rule } = query
  const ask = (part: Partial<PersonQuery>) => {
    const next = { ...query, ...part }
    // Main answers while the screen is drawn for what was asked.
    void client.prefetchQuery(firstStretch(peopleSource(connection, next, attributes)))
    change({ query: next })
  }
  const total = head.data?.total ?? 0
  const copyRows = tellingCopied('people')
  const copy = (row: ListedPerson | undefined) => {
    const ids = view.selected.size > 0 ? [...view.selected] : row ? [row.id] : []
    if (ids.length === 0) return tell(t('Tick people first.'))
    copyRows(call('people', 'copy', { connection, ids, sort, columns: arranged.shown.map(({ id }) => id) }))
  }
  const canSave = view.selected.size > 0 || ruleWords(rule).length > 0
  const actions = ({ id, name, userName, state }: ListedPerson) => [
    [copying('name', name), copying('signInName', userName)],
    [
      {
        title: t('Review this person'),
        whyNot: props.reviewing ? t('A review is being made.') : whyNotPicked(state),
        act: () => props.onReviewOne(id),
      },
    ],
  ]
  if (head.error) return <ErrorPanel failure={failureOf(head.error)} retry={() => void head.refetch()} />
  return (
    <>
      {saved.error ? <ErrorPanel failure={failureOf(saved.error)} /> : null}
      {saved.applied?.ticked === view.selected ? (
        <AppliedNotice applied={saved.applied} onClose={saved.dismiss} />
      ) : null}
      <PeopleTools
        connection={connection}
        rule={rule}
        head={head.data}
        arranged={arranged}
        canSave={canSave}
        onChange={ask}
        onGone={props.onGone}
        onApply={saved.apply}
        onSave={() => setDialog({ save: null })}
        onManage={() => setDialog('saved')}
      />
      <Split>
        <DataGrid
          label={t('People')}
          columns={arranged.shown}
          arrangement={arranged.arrangement}
          source={source}
          keyOf={({ id }) => id}
          sort={sort}
          onSort={(next) => ask({ sort: next })}
          selection={selection}
          current={view.current}
          onFollow={({ id }) => change({ current: id })}
          onCopy={copy}
          actions={actions}
          keep={`${connection} people`}
          empty={<NobodyMatches connection={connection} rule={rule} onChange={ask} />}
        />
        {view.current === null ? null : (
          <SidePanel label={t('Person')} onClose={() => change({ current: null })}>
            <PersonPanel
              connection={connection}
              id={view.current}
              reviewing={props.reviewing}
              onReview={props.onReviewOne}
            />
          </SidePanel>
        )}
      </Split>
      {dialog === 'saved' ? (
        <SavedDialog
          connection={connection}
          canUpdate={canSave}
          onUpdate={(selected) => setDialog({ save: selected })}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog !== null && dialog !== 'saved' ? (
        <SaveDialog
          connection={connection}
          update={dialog.save}
          toSave={{
            rule,
            found: total,
            ticked: view.selected,
            all: selection.extent === 'all' && view.selected.size === total,
          }}
          onSaved={() => setDialog(null)}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </>
  )
}
