import { Button, Group, Stack } from '@mantine/core'
import type { SourceInput } from '../../../shared/model/source-settings.ts'
import { t } from '../../../shared/words/text.ts'
import { ReadingBar } from '../../components/reading-bar.tsx'
import { ReadingFailure } from './reading-failure.tsx'
import { TestSteps } from './test-steps.tsx'
import { useReading } from './use-reading.ts'
import type { SourceForm } from './use-source-form.ts'

/** The end of a source’s form: test, save and read, and what came of either. */
export function FormEnd<S extends SourceInput>({ connection, form }: { connection: string; form: SourceForm<S> }) {
  const reading = useReading(connection)
  return (
    <Stack gap={14} mt={16}>
      {form.failure ? <ReadingFailure failure={form.failure} /> : null}
      {reading.progress ? (
        <ReadingBar
          what={t('Reading people')}
          done={reading.progress.done}
          of={reading.progress.of}
          onCancel={reading.cancel}
        />
      ) : null}
      <Group gap={10}>
        <Button type="submit" loading={form.saving}>
          {t('Save and read people')}
        </Button>
        <Button variant="default" loading={form.testing} onClick={() => void form.test()}>
          {t('Test##button')}
        </Button>
        {form.testing ? (
          <Button variant="subtle" onClick={form.stopTesting}>
            {t('Cancel the test')}
          </Button>
        ) : null}
      </Group>
      {form.tested ? <TestSteps test={form.tested} /> : null}
    </Stack>
  )
}
