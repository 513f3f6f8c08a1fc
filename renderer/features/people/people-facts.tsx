import type { ReactNode } from 'react'
import type { SourceSummary } from '../../../shared/model/source.ts'
import { t } from '../../../shared/words/text.ts'
import { Sentence } from '../../components/sentence.tsx'
import words from '../../components/words.module.css'
import { useFormat } from '../../format.tsx'
import { useNow } from '../../now.ts'

/** The source's name, with what kind of source it is; a file needs no word for it. @param open makes a button of the name. */
function SourceName({
  kind,
  name,
  open,
}: Pick<SourceSummary, 'kind' | 'name'> & { open: (name: ReactNode) => ReactNode }) {
  switch (kind) {
    case 'file':
      return open(name)
    case 'ldap':
      return <Sentence message="Directory <open>{name}</open>" values={{ name, open }} />
    case 'scim':
      return <Sentence message="SCIM service <open>{name}</open>" values={{ name, open }} />
  }
}

/** `hr-export.csv · 1,284 people · read 4 minutes ago · 12 need attention`; file and attention open what is behind them. */
export function PeopleFacts(props: { summary: SourceSummary; onColumns: () => void; onProblems: () => void }) {
  const { summary, onColumns, onProblems } = props
  const { ago } = useFormat()
  const now = useNow(30_000)
  const open = (name: ReactNode) => (
    <button
      type="button"
      className={words.link}
      title={summary.kind === 'file' ? t('Show how the file is read') : t('Show what was read')}
      onClick={onColumns}
    >
      <bdi>{name}</bdi>
    </button>
  )
  return (
    <>
      <SourceName kind={summary.kind} name={summary.name} open={open} />
      {' · '}
      {[
        t('{count, plural, one {# person} other {# people}}', { count: summary.people }),
        t('read {ago}', { ago: ago(summary.readAt, now) }),
      ].join(' · ')}
      {summary.problems > 0 ? (
        <>
          {' '}
          ·{' '}
          <button type="button" className={words.link} onClick={onProblems}>
            {t('{count, plural, one {# needs} other {# need}} attention', { count: summary.problems })}
          </button>
        </>
      ) : null}
    </>
  )
}
