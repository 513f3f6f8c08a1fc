import type { SourceSummary } from '../../../shared/model/source.ts'
import words from '../../components/words.module.css'
import { useFormat } from '../../format.tsx'
import { useNow } from '../../now.ts'

/** What the source is called before its name; a file needs no word for it. */
const kindWords: Record<SourceSummary['kind'], string> = { file: '', ldap: 'Directory ', scim: 'SCIM service ' }

/** `hr-export.csv · 1,284 people · read 4 minutes ago · 12 need attention`; file and attention open what is behind them. */
export function PeopleFacts(props: { summary: SourceSummary; onColumns: () => void; onProblems: () => void }) {
  const { summary, onColumns, onProblems } = props
  const { ago, count, number } = useFormat()
  const now = useNow(30_000)
  return (
    <>
      {kindWords[summary.kind]}
      <button
        type="button"
        className={words.link}
        title={summary.kind === 'file' ? 'Show how the file is read' : 'Show what was read'}
        onClick={onColumns}
      >
        <bdi>{summary.name}</bdi>
      </button>{' '}
      · {count(summary.people, 'person', 'people')} · read {ago(summary.readAt, now)}
      {summary.problems > 0 ? (
        <>
          {' '}
          ·{' '}
          <button type="button" className={words.link} onClick={onProblems}>
            {number(summary.problems)} {summary.problems === 1 ? 'needs' : 'need'} attention
          </button>
        </>
      ) : null}
    </>
  )
}
