import { Button } from '@mantine/core'
import type { SourceSummary } from '../../../shared/model/source.ts'
import { readAs, usedColumns } from '../../components/file-words.ts'
import { Notice } from '../../components/notice.tsx'
import { useFormat } from '../../format.tsx'
import { readFromWords } from '../source/source-words.ts'

/** What came of reading a file just now: how it was understood, and the ways to what was recognised and what was not. */
export function ReadNotice(props: {
  summary: SourceSummary
  onColumns: () => void
  onProblems: () => void
  onClose: () => void
}) {
  const { summary } = props
  const { count, number } = useFormat()
  return (
    <Notice
      tone={summary.problems > 0 ? 'warning' : 'good'}
      title={`${count(summary.people, 'person', 'people')} read from ${summary.name}`}
      actions={
        <>
          <Button variant="default" onClick={props.onColumns}>
            {summary.kind === 'file' ? 'Change how it is read' : 'Show attributes'}
          </Button>
          {summary.problems > 0 ? (
            <Button variant="default" onClick={props.onProblems}>
              Show {count(summary.problems, 'problem', 'problems')}
            </Button>
          ) : null}
        </>
      }
      onClose={props.onClose}
    >
      {summary.kind === 'file'
        ? `${readAs(summary)} ${number(usedColumns(summary))} of ${count(summary.columns.length, 'column', 'columns')} recognised.`
        : readFromWords(summary)}
    </Notice>
  )
}
