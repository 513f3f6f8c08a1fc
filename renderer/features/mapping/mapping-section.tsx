import { Button } from '@mantine/core'
import { t } from '../../../shared/words/text.ts'
import { failureOf, useCall } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { LinesSkeleton } from '../../components/skeletons.tsx'
import { useNavigation } from '../../navigation.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { UnplannedNotice } from '../settings/unplanned-notice.tsx'
import { MappingEditor } from './mapping-editor.tsx'

/** Settings, Mapping: what of the mapping is kept back by the service, and the editor. */
export function MappingSection() {
  const { id } = useConnection()
  const { go } = useNavigation()
  const state = useCall('mapping', 'state', { connection: id })
  return (
    <>
      <UnplannedNotice
        actions={
          <Button variant="default" onClick={() => go({ at: 'settings', section: 'supports' })}>
            {t('What the service supports')}
          </Button>
        }
      >
        {t('There you can have them pushed all the same.')}
      </UnplannedNotice>
      {state.error ? <ErrorPanel failure={failureOf(state.error)} /> : null}
      {state.isPending ? <LinesSkeleton label={t('Reading the mapping')} lines={6} /> : null}
      {state.data ? <MappingEditor key={id} connection={id} state={state.data} /> : null}
    </>
  )
}
