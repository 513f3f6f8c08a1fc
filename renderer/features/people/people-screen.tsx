import { Button } from '@mantine/core'
import { IconClipboardText, IconRefresh, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import type { FileGrant } from '../../../shared/model/app.ts'
import { recognised } from '../../../shared/model/source.ts'
import { t } from '../../../shared/words/text.ts'
import { failureOf, useCall } from '../../api.ts'
import { chooseFile } from '../../commands/choose-file.ts'
import { useCommand } from '../../commands/commands.tsx'
import { Board } from '../../components/board.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { OpenFileButton } from '../../components/file-open.tsx'
import { Page } from '../../components/page.tsx'
import { ReadingBar } from '../../components/reading-bar.tsx'
import { withAll } from '../../components/selection.ts'
import { RowsSkeleton } from '../../components/skeletons.tsx'
import { tell } from '../../components/tell.tsx'
import { AccountsStanding, useAccounts } from '../accounts/accounts-standing.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { useReview } from '../review/use-review.ts'
import { FileChanged } from '../source/file-changed.tsx'
import { ReadingFailure } from '../source/reading-failure.tsx'
import { useReading } from '../source/use-reading.ts'
import { GoneDialog } from './gone-dialog.tsx'
import { NoPeople, peopleFiles } from './no-people.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { PeopleBoard } from './people-board.tsx'
import { PeopleFacts } from './people-facts.tsx'
import { alterPeopleView, usePeoplePart } from './people-view.ts'
import { ProblemsDialog } from './problems-dialog.tsx'
import { ReadNotice } from './read-notice.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { RefusedDialog, SourceDialog } from './source-dialogs.tsx'
import { selecting } from './use-people-selection.ts'
import { useReadPeople } from './use-read-people.ts'

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** The people of the source beside what K2 has: pick those who belong there, and review what would change. */
export function PeopleScreen() {
  const connection = useConnection().id
  const selected = usePeoplePart(connection, 'selected')
  const [dialog, setDialog] = useState<'reading' | 'refused' | 'problems' | 'paste' | 'gone' | null>(null)
  const summary = useCall('source', 'summary', { connection })
  const demo = useCall('app', 'info', undefined).data?.demo ?? false
  const reading = useReadPeople(connection)
  const underWay = useReading(connection)
  const accounts = useAccounts(connection)
  const review = useReview(connection)
  const source = summary.data ?? null
  const { refused } = reading
  const clear = () => {
    alterPeopleView(connection, { selected: new Set() })
    tell(t('{count, plural, one {# tick} other {# ticks}} taken away', { count: selected.size }), () =>
      alterPeopleView(connection, { selected }),
    )
  }
  const readChosen = (grant: FileGrant) => reading.read({ grant, reading: recognised })
  useCommand('open-people', (file) => (file ? readChosen(file) : chooseFile('people', readChosen)))
  useCommand('paste-list', source ? () => setDialog('paste') : null)
  useCommand('read-people', source ? () => reading.read('again') : null)
  useCommand('review-selection', selected.size > 0 ? () => review.reviewPeople(selected) : null)
  const close = () => setDialog(null)
  const again = summary.error ? () => void summary.refetch() : undefined
  const error = summary.error ?? reading.error
  return (
    <Page
      title={t('People')}
      fill
      facts={
        source ? (
          <PeopleFacts
            summary={source}
            onColumns={() => setDialog('reading')}
            onProblems={() => setDialog('problems')}
          />
        ) : null
      }
      actions={
        source ? (
          <>
            <Button variant="default" leftSection={<IconClipboardText {...icon} />} onClick={() => setDialog('paste')}>
              {t('Paste a list')}
            </Button>
            {source.kind === 'file' ? (
              <OpenFileButton accept={peopleFiles} icon={<IconUpload {...icon} />} onFile={reading.read}>
                {t('Open a file')}
              </OpenFileButton>
            ) : null}
            <Button
              variant="default"
              leftSection={<IconRefresh {...icon} />}
              loading={reading.busy}
              onClick={() => reading.read('again')}
            >
              {source.kind === 'file' ? t('Refresh') : t('Read again')}
            </Button>
          </>
        ) : null
      }
      bar={
        source ? (
          <SelectionBar
            connection={connection}
            selected={selected}
            planning={review.planning}
            onClear={clear}
            onReview={() => review.reviewPeople(selected)}
          />
        ) : null
      }
    >
      <Board>
        {error ? (
          <ReadingFailure
            failure={failureOf(error)}
            retry={again}
            onChoose={refused ? () => setDialog('refused') : null}
          />
        ) : null}
        {underWay.progress ? (
          <ReadingBar
            what={t('Reading people')}
            done={underWay.progress.done}
            of={source?.kind === 'file' ? null : underWay.progress.of}
            onCancel={underWay.cancel}
          />
        ) : null}
        {review.failure ? <ErrorPanel failure={review.failure} /> : null}
        {reading.fresh ? (
          <ReadNotice
            summary={reading.fresh}
            onColumns={() => setDialog('reading')}
            onProblems={() => setDialog('problems')}
            onClose={reading.dismiss}
          />
        ) : null}
        {source?.kind === 'file' ? (
          <FileChanged connection={connection} busy={reading.busy} onRead={() => reading.read('again')} />
        ) : null}
        {source ? <AccountsStanding connection={connection} accounts={accounts} /> : null}
        {summary.isPending ? <RowsSkeleton label={t('Reading people')} /> : null}
        {summary.isSuccess && !source ? <NoPeople reading={reading} demo={demo} /> : null}
        {source ? (
          <PeopleBoard
            connection={connection}
            reviewing={review.planning}
            onReviewOne={(id) => review.reviewPeople([id])}
            onGone={() => setDialog('gone')}
          />
        ) : null}
      </Board>
      {source && dialog === 'reading' ? (
        <SourceDialog connection={connection} source={source} read={reading.read} onClose={close} />
      ) : null}
      {refused && dialog === 'refused' ? (
        <RefusedDialog connection={connection} refused={refused} read={reading.read} onClose={close} />
      ) : null}
      {dialog === 'gone' ? <GoneDialog connection={connection} onClose={close} /> : null}
      {source && dialog === 'problems' ? (
        <ProblemsDialog
          connection={connection}
          file={source.name}
          cells={source.kind === 'file' && source.format === 'xlsx'}
          count={source.problems}
          onClose={close}
        />
      ) : null}
      {dialog === 'paste' ? (
        <PasteDialog
          connection={connection}
          onClose={close}
          onSelect={(ids) => {
            alterPeopleView(
              connection,
              selecting((before) => withAll(before, ids)),
            )
            close()
          }}
        />
      ) : null}
    </Page>
  )
}
