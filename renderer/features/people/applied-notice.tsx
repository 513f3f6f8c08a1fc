import { Notice } from '../../components/notice.tsx'
import { useFormat } from '../../format.tsx'
import type { Applied } from './use-saved.ts'

/** Names told one by one; the others are counted. */
const most = 5

/** What using a saved selection came to: how many are ticked now, and who of a list is gone. */
export function AppliedNotice({ applied, onClose }: { applied: Applied; onClose: () => void }) {
  const { name, people, rule, gone } = applied
  const { count } = useFormat()
  const others = gone.length - most
  const names = `${gone.slice(0, most).join(', ')}${others > 0 ? ` and ${count(others, 'other', 'others')}` : ''}`
  return (
    <Notice
      tone={gone.length > 0 ? 'warning' : 'info'}
      title={`“${name}” ticked ${count(people.length, 'person', 'people')}`}
      onClose={onClose}
    >
      {rule === null
        ? gone.length === 0
          ? 'Everybody of the list is still in the source.'
          : `No longer in the source: ${names}.`
        : 'These are the people who match now.'}
    </Notice>
  )
}
