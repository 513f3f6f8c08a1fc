import { Switch } from '@mantine/core'
import { t } from '../../../shared/words/text.ts'
import { failureOf } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { ManagedNote, usePolicy } from '../policy/policy.tsx'
import { Section } from './section.tsx'
import { useUpdate } from './use-update.ts'

/** Whether anything may be changed in K2 through this connection. */
export function ReadOnlySection() {
  const connection = useConnection()
  const { save, saving, error } = useUpdate(connection)
  const policy = usePolicy()
  const managed = connection.managed.includes('readOnly')
  return (
    <Section
      title={t('Changes')}
      lead={t(
        'A read-only connection shows people and accounts and plans changes, but nothing can be pushed, undone, retried or deleted through it. A push that is under way pauses.',
      )}
    >
      <Switch
        label={t('Read-only')}
        checked={connection.readOnly}
        disabled={saving || managed}
        onChange={(event) => save({ readOnly: event.currentTarget.checked })}
      />
      {managed && policy ? <ManagedNote file={policy.file} /> : null}
      {error ? <ErrorPanel failure={failureOf(error)} /> : null}
    </Section>
  )
}
