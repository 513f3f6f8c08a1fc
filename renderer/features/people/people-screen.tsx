import { Button } from '@mantine/core'
import {
  IconClipboardText,
  IconCloud,
  IconFlask,
  IconRefresh,
  IconSitemap,
  IconUpload,
  IconUsers,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { Failure } from '../../../shared/errors.ts'
import type { SourceKind } from '../../../shared/model/source-settings.ts'
import { failureOf, useCall } from '../../api.ts'
import { Board } from '../../components/board.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { FileDrop, OpenFileButton } from '../../components/file-open.tsx'
import { Notice } from '../../components/notice.tsx'
import { Page } from '../../components/page.tsx'
import { ReadingBar } from '../../components/reading-bar.tsx'
import { withAll } from '../../components/selection.ts'
import { RowsSkeleton } from '../../components/skeletons.tsx'
import { useNavigation } from '../../navigation.tsx'
import { AccountsStanding, useAccounts } from '../accounts/accounts-standing.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { useReview } from '../review/use-review.ts'
import { AttributesDialog } from '../source/read-from-server.tsx'
import { useReading } from '../source/use-reading.ts'
import { ColumnsDialog } from './columns-dialog.tsx'
import { GoneDialog } from './gone-dialog.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { PeopleBoard } from './people-board.tsx'
import { PeopleFacts } from './people-facts.tsx'
import { usePeopleView } from './people-view.ts'
import { ProblemsDialog } from './problems-dialog.tsx'
import { ReadNotice } from './read-notice.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { selecting } from './use-people-selection.ts'
import { type ReadPeople, useReadPeople } from './use-read-people.ts'

/** Files that a people export comes in. */
const accept = '.csv,.tsv,.txt,text/csv,text/plain'
const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

function NoPeople({ reading, demo }: { reading: ReadPeople; demo: boolean }) {
  const { go } = useNavigation()
  const setUp = (source: SourceKind) => () => go({ at: 'settings', section: 'source', source })
  return (
    <EmptyState
      icon={<IconUsers size={22} stroke={1.75} />}
      title="Start with a file"
      text="Open or drop the file that your directory exported: Entra and Active Directory exports are recognised, and any CSV file with a column of sign-in names. Or let Muster read your directory itself."
      actions={
        <>
          {demo ? (
            <Button
              variant="default"
              leftSection={<IconFlask {...icon} />}
              loading={reading.busy}
              onClick={() => reading.read('sample')}
            >
              Use the sample people
            </Button>
          ) : null}
          <OpenFileButton
            strong
            accept={accept}
            busy={reading.busy}
            icon={<IconUpload {...icon} />}
            onFile={reading.read}
          >
            Open a file
          </OpenFileButton>
          <Button variant="default" leftSection={<IconSitemap {...icon} />} onClick={setUp('ldap')}>
            Connect a directory
          </Button>
          <Button variant="default" leftSection={<IconCloud {...icon} />} onClick={setUp('scim')}>
            Connect a SCIM service
          </Button>
        </>
      }
    />
  )
}

/** Why people could not be read. That the admin stopped it themselves is no failure. */
function ReadingFailure({ failure, retry }: { failure: Failure; retry: (() => void) | undefined }) {
  if (failure.code !== 'source-cancelled') return <ErrorPanel failure={failure} retry={retry} />
  return (
    <Notice tone="info" title={failure.happened}>
      {failure.means} {failure.todo}
    </Notice>
  )
}

/** The people of the source beside what K2 has: pick those who belong there, and review what would change. */
export function PeopleScreen() {
  const connection = useConnection().id
  const [view, change] = usePeopleView(connection)
  const [dialog, setDialog] = useState<'columns' | 'problems' | 'paste' | 'gone' | null>(null)
  const summary = useCall('source', 'summary', { connection })
  const demo = useCall('app', 'info', undefined).data?.demo ?? false
  const reading = useReadPeople(connection)
  const underWay = useReading(connection)
  const accounts = useAccounts(connection)
  const review = useReview(connection)
  const source = summary.data ?? null
  const close = () => setDialog(null)
  const again = summary.error ? () => void summary.refetch() : undefined
  const error = summary.error ?? reading.error
  return (
    <Page
      title="People"
      fill
      facts={
        source ? (
          <PeopleFacts
            summary={source}
            onColumns={() => setDialog('columns')}
            onProblems={() => setDialog('problems')}
          />
        ) : null
      }
      actions={
        source ? (
          <>
            <Button variant="default" leftSection={<IconClipboardText {...icon} />} onClick={() => setDialog('paste')}>
              Paste a list
            </Button>
            {source.kind === 'file' ? (
              <OpenFileButton accept={accept} icon={<IconUpload {...icon} />} onFile={reading.read}>
                Open a file
              </OpenFileButton>
            ) : null}
            <Button
              variant="default"
              leftSection={<IconRefresh {...icon} />}
              loading={reading.busy}
              onClick={() => reading.read('again')}
            >
              {source.kind === 'file' ? 'Refresh' : 'Read again'}
            </Button>
          </>
        ) : null
      }
      bar={
        source ? (
          <SelectionBar
            connection={connection}
            view={view}
            planning={review.planning}
            onClear={() => change(selecting(() => new Set()))}
            onReview={() => review.reviewPeople(view.selected)}
          />
        ) : null
      }
    >
      <FileDrop words="Drop the file to read its people" onFile={reading.read}>
        <Board>
          {error ? <ReadingFailure failure={failureOf(error)} retry={again} /> : null}
          {underWay.progress ? (
            <ReadingBar
              what="Reading people"
              done={underWay.progress.done}
              of={source?.kind === 'file' ? null : underWay.progress.of}
              onCancel={underWay.cancel}
            />
          ) : null}
          {review.failure ? <ErrorPanel failure={review.failure} /> : null}
          {reading.fresh ? (
            <ReadNotice
              summary={reading.fresh}
              onColumns={() => setDialog('columns')}
              onProblems={() => setDialog('problems')}
              onClose={reading.dismiss}
            />
          ) : null}
          {source ? <AccountsStanding connection={connection} accounts={accounts} /> : null}
          {summary.isPending ? <RowsSkeleton label="Reading people" /> : null}
          {summary.isSuccess && !source ? <NoPeople reading={reading} demo={demo} /> : null}
          {source ? (
            <PeopleBoard
              connection={connection}
              view={view}
              change={change}
              reviewing={review.planning}
              onReviewOne={(id) => review.reviewPeople([id])}
              onGone={() => setDialog('gone')}
            />
          ) : null}
        </Board>
      </FileDrop>
      {source?.kind === 'file' && dialog === 'columns' ? <ColumnsDialog summary={source} onClose={close} /> : null}
      {source && source.kind !== 'file' && dialog === 'columns' ? (
        <AttributesDialog summary={source} onClose={close} />
      ) : null}
      {dialog === 'gone' ? <GoneDialog connection={connection} onClose={close} /> : null}
      {source && dialog === 'problems' ? (
        <ProblemsDialog connection={connection} file={source.name} count={source.problems} onClose={close} />
      ) : null}
      {dialog === 'paste' ? (
        <PasteDialog
          connection={connection}
          onClose={close}
          onSelect={(ids) => {
            change(selecting((selected) => withAll(selected, ids)))
            close()
          }}
        />
      ) : null}
    </Page>
  )
}
