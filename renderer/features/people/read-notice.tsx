import { Button } from '@mantine/core'
import type { SourceSummary } from '../../../shared/model/source.ts'
import { t } from '../../../shared/words/text.ts'
import { readAs, usedColumns } from '../../components/file-words.ts'
import { Notice } from '../../components/notice.tsx'
import { readFromWords } from '../source/source-words.ts'

/** What came of reading a file just now: how it was understood, and the ways to what was recognised and what was not. */
export function ReadNotice(props: {
  summary: SourceSummary
  onColumns: () => void
  onProblems: () => void
  onClose: () => void
}) {
  const { summary } = props
  return (
    <Notice
      tone={summary.problems > 0 ? 'warning' : 'good'}
      title={t('{count, plural, one {# person} other {# people}} read from {source}', {
        count: summary.people,
        source: summary.name,
      })}
      actions={
        <>
          <Button variant="default" onClick={props.onColumns}>
            {summary.kind === 'file' ? t('Change how it is read') : t('Show attributes')}
          </Button>
          {summary.problems > 0 ? (
            <Button variant="default" onClick={props.onProblems}>
              {t('Show {count, plural, one {# problem} other {# problems}}', { count: summary.problems })}
            </Button>
          ) : null}
        </>
      }
      onClose={props.onClose}
    >
      {summary.kind === 'file'
        ? [
            readAs(summary),
            t('{used, number} of {count, plural, one {# column} other {# columns}} recognised.', {
              used: usedColumns(summary),
              count: summary.columns.length,
            }),
          ].join(' ')
        : readFromWords(summary)}
    </Notice>
  )
}
