import type { ReactNode } from 'react'
import type { Unplanned } from '../../../shared/model/service-schema.ts'
import { attributeWords } from '../../../shared/words/attribute-words.ts'
import { t } from '../../../shared/words/text.ts'
import { useCall } from '../../api.ts'
import { Notice } from '../../components/notice.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import classes from './section.module.css'

/** What the service's schema says against pushing an attribute. */
function unplannedLine(attribute: string, why: Unplanned['why']): string {
  if (why === 'not-defined') return t('{attribute}: the service does not define it', { attribute })
  if (why === 'read-only') return t('{attribute}: only the service writes it', { attribute })
  return t('{attribute}: only for new accounts', { attribute })
}

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
              {unplannedLine(attributeWords(path), why)}
            </li>
          ))}
        </ul>
        {children}
      </Notice>
    </div>
  )
}
