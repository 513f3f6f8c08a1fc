import { t } from '../../../shared/words/text.ts'
import { Notice } from '../../components/notice.tsx'
import type { Applied } from './use-saved.ts'

/** Names told one by one; the others are counted. */
const most = 5

/** What using a saved selection came to: how many are ticked now, and who of a list is gone. */
export function AppliedNotice({ applied, onClose }: { applied: Applied; onClose: () => void }) {
  const { name, people, rule, gone } = applied
  const others = gone.length - most
  const names = gone.slice(0, most).join(', ')
  const goneWords =
    others > 0
      ? t('No longer in the source: {names} and {others, plural, one {# other} other {# others}}.', { names, others })
      : t('No longer in the source: {names}.', { names })
  return (
    <Notice
      tone={gone.length > 0 ? 'warning' : 'info'}
      title={t('“{name}” ticked {count, plural, one {# person} other {# people}}', { name, count: people.length })}
      onClose={onClose}
    >
      {rule === null
        ? gone.length === 0
          ? t('Everybody of the list is still in the source.')
          : goneWords
        : t('These are the people who match now.')}
    </Notice>
  )
}
