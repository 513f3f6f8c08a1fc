import { Text, Title } from '@mantine/core'
import type { Failure } from '../../../shared/errors.ts'
import { t } from '../../../shared/words/text.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'

/** Says why a text is no settings document, and what one looks like. */
export function UnreadableSettings({ failure }: { failure: Failure }) {
  return (
    <>
      <Title order={2} mb={12}>
        {t('Nothing understood yet')}
      </Title>
      <ErrorPanel failure={failure} />
      <Text c="dimmed" fz="sm" mt={14}>
        {t(
          'Muster looks for authority, clientId, scope, baseUrl and token. Braces, line breaks and stripped addresses do not matter.',
        )}
      </Text>
    </>
  )
}
