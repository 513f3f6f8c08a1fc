import { Button } from '@mantine/core'
import type { Failure } from '../../../shared/errors.ts'
import { t } from '../../../shared/words/text.ts'
import { ErrorPanel, NetworkWaysOn } from '../../components/error-panel.tsx'
import { Notice } from '../../components/notice.tsx'

/** Why people could not be read. That the admin stopped it themselves is no failure. */
export function ReadingFailure(props: {
  failure: Failure
  retry?: (() => void) | undefined
  /** To how the file is read; null when no file was refused. */
  onChoose?: (() => void) | null
}) {
  const { failure, retry, onChoose = null } = props
  if (failure.code !== 'source-cancelled') {
    const choose = onChoose ? (
      <Button variant="default" onClick={onChoose}>
        {t('Choose how it is read')}
      </Button>
    ) : null
    return (
      // The source is another server than those of the connection.
      <NetworkWaysOn value={{ test: null, signIn: null, certificate: null }}>
        <ErrorPanel failure={failure} retry={retry} actions={choose} />
      </NetworkWaysOn>
    )
  }
  return (
    <Notice tone="info" title={failure.happened}>
      {failure.means} {failure.todo}
    </Notice>
  )
}
