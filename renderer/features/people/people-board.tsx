import { useMemo, useState } from 'react'
import type { PeopleRule } from '../../../shared/model/person-query.ts'
import type { SavedSelection } from '../../../shared/model/saved-selection.ts'
import { t } from '../../../shared/words/text.ts'
import { failureOf } from '../../api.ts'
import { DataGrid } from '../../components/data-grid/data-grid.tsx'
import { useArranged } from '../../components/data-grid/use-arranged.ts'
import { useFirstStretch } from '../../components/data-grid/use-stretches.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { SidePanel, Split } from '../../components/side-panel.tsx'
import { AppliedNotice } from './applied-notice.tsx'
import { ruleWords } from './filter-words.ts'
import { NobodyMatches } from './nobody-matches.tsx'
import { attributesOf, ownPeopleColumns, peopleColumn } from './people-columns.tsx'
import { PeopleTools } from './people-tools.tsx'
import { type PeopleView, peopleSource, type usePeopleView } from './people-view.ts'
import { PersonPanel } from './person-panel.tsx'
import { SaveDialog } from './save-dialog.tsx'
import { SavedDialog } from './saved-dialog.tsx'
import { usePeopleSelection } from './use-people-selection.ts'
import { useSaved } from './use-saved.ts'

/** Chips, filters, search, the grid, and the person under the keyboard beside it. */
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
  const arranged = useArranged(connection, 'people', peopleColumn, ownPeopleColumns)
  const source = useMemo(
    () => peopleSource(connection, query, attributesOf(arranged.shown)),
    [connection, query, arranged.shown],
  )
  const head = useFirstStretch(source)
  const selection = usePeopleSelection(connection, view, change, head.data)
  const saved = useSaved(connection, change)
  const [dialog, setDialog] = useState<{ save: SavedSelection | null } | 'saved' | null>(null)
  const { sort, ...rule } = query
  const ask = (part: Partial<PeopleRule>) => change({ query: { ...query, ...part } })
  const total = head.data?.total ?? 0
  const canSave = view.selected.size > 0 || ruleWords(rule).length > 0
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
          onSort={(next) => change({ query: { ...query, sort: next } })}
          selection={selection}
          current={view.current}
          onFollow={({ id }) => change({ current: id })}
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
