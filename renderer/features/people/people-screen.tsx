import { Button } from '@mantine/core'
import { IconClipboardText, IconFlask, IconRefresh, IconUpload, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { recognised } from '../../../shared/model/source.ts'
import { failureOf, useCall } from '../../api.ts'
import { Board } from '../../components/board.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { FileDrop, OpenFileButton } from '../../components/file-open.tsx'
import { Page } from '../../components/page.tsx'
import { withAll } from '../../components/selection.ts'
import { RowsSkeleton } from '../../components/skeletons.tsx'
import { AccountsStanding, useAccounts } from '../accounts/accounts-standing.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { useReview } from '../review/use-review.ts'
import { FileChanged } from '../source/file-changed.tsx'
import { ReadingDialog } from '../source/reading-dialog.tsx'
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
const accept = '.csv,.tsv,.txt,.xlsx,.xlsm,.json,.jsonl,.ndjson,.ldif,.ldf,text/csv,text/plain,application/json'
const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

function NoPeople({ reading, demo }: { reading: ReadPeople; demo: boolean }) {
  return (
    <EmptyState
      icon={<IconUsers size={22} stroke={1.75} />}
      title="Start with a file"
      text="Open or drop the file that your directory exported: CSV, Excel workbook, JSON or LDIF. Exports of Entra, Active Directory, Okta, Google Workspace, JumpCloud and Keycloak are recognised, and any list with sign-in names."
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
        </>
      }
    />
  )
}

/** The people of the source beside what K2 has: pick those who belong there, and review what would change. */
export function PeopleScreen() {
  const connection = useConnection().id
  const [view, change] = usePeopleView(connection)
  const [dialog, setDialog] = useState<'reading' | 'refused' | 'problems' | 'paste' | null>(null)
  const summary = useCall('source', 'summary', { connection })
  const demo = useCall('app', 'info', undefined).data?.demo ?? false
  const reading = useReadPeople(connection)
  const accounts = useAccounts(connection)
  const review = useReview(connection)
  const source = summary.data ?? null
  const { refused } = reading
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
            onColumns={() => setDialog('reading')}
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
            <OpenFileButton accept={accept} icon={<IconUpload {...icon} />} onFile={reading.read}>
              Open a file
            </OpenFileButton>
            <Button
              variant="default"
              leftSection={<IconRefresh {...icon} />}
              loading={reading.busy}
              onClick={() => reading.read('again')}
            >
              Refresh
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
          {error ? (
            <ErrorPanel
              failure={failureOf(error)}
              retry={again}
              actions={
                reading.refused ? (
                  <Button variant="default" onClick={() => setDialog('refused')}>
                    Choose how it is read
                  </Button>
                ) : null
              }
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
          {source ? (
            <FileChanged connection={connection} busy={reading.busy} onRead={() => reading.read('again')} />
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
            />
          ) : null}
        </Board>
      </FileDrop>
      {source && dialog === 'reading' ? (
        <ReadingDialog
          connection={connection}
          grant={null}
          name={source.name}
          reading={source.reading}
          known={source}
          onRead={(changed) => {
            reading.read({ grant: null, reading: changed })
            close()
          }}
          onClose={close}
        />
      ) : null}
      {refused && dialog === 'refused' ? (
        <ReadingDialog
          connection={connection}
          grant={refused.grant}
          name={refused.name}
          reading={recognised}
          known={null}
          onRead={(changed) => {
            reading.read({ grant: refused, reading: changed })
            close()
          }}
          onClose={close}
        />
      ) : null}
      {source && dialog === 'problems' ? (
        <ProblemsDialog
          connection={connection}
          file={source.name}
          cells={source.format === 'xlsx'}
          count={source.problems}
          onClose={close}
        />
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
