import type { ReactNode } from 'react'
import { attributeWords } from '../../../shared/words/attribute-words.ts'
import { useCall } from '../../api.ts'
import { Notice } from '../../components/notice.tsx'
import { unplannedWords } from '../../components/unplanned-words.ts'
import { useFormat } from '../../format.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import classes from './section.module.css'

/** Tells which mapped attributes are kept back because of what the service says of them; nothing where none are. */
export function UnplannedNotice({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  const { id } = useConnection()
  const { count } = useFormat()
  const unplanned = useCall('accounts', 'unplanned', { connection: id }).data ?? []
  if (unplanned.length === 0) return null
  return (
    <div className={classes.notice}>
      <Notice
        tone="warning"
        title={`${count(unplanned.length, 'mapped attribute is', 'mapped attributes are')} not pushed as mapped`}
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
