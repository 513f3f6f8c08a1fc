import type { ReactNode } from 'react'
import { attributeWords } from '../../../shared/words/attribute-words.ts'
import { t } from '../../../shared/words/text.ts'
import { useCall } from '../../api.ts'
import { Notice } from '../../components/notice.tsx'
import { unplannedWords } from '../../components/unplanned-words.ts'
import { useConnection } from '../connections/current-connection.tsx'
import classes from './section.module.css'

/** Tells which mapped attributes are kept back because of what the service says of them; nothing where none are. */
export function UnplannedNotice({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  const { id } = useConnection()
  const unplanned = useCall('accounts', 'unplanned', { connection: id }).data ?? []
  if (unplanned.length === 0) return null
  return (
    <div className={classes.notice}>
      <Notice
        tone="warning"
        title={t('{count, plural, one {# mapped attribute is} other {# mapped attributes are}} not pushed as mapped', {
          count: unplanned.length,
        })}
        actions={actions}
      >
        <ul className={classes.unplanned}>
          {unplanned.map(({ path, why }) => (
            <li key={path} title={path}>
              {unplannedWords(attributeWords(path), why)}
            </li>
          ))}
        </ul>
        {children}
      </Notice>
    </div>
  )
}
