import { Stack, Text } from '@mantine/core'
import type { ShownNetwork } from '../../../shared/model/network.ts'
import { t } from '../../../shared/words/text.ts'
import { Sentence } from '../../components/sentence.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { ManagedNote, usePolicy } from '../policy/policy.tsx'
import { SaveRow } from '../settings/save-row.tsx'
import { Section } from '../settings/section.tsx'
import { AskedBy } from './asked-by.tsx'
import { CertificateChoices, choicesOf } from './certificate-choices.tsx'
import classes from './client-certificate.module.css'
import { useCertificateChoice } from './use-certificate-choice.ts'
import { useNetwork } from './use-network.ts'

function Form({ shown }: { shown: ShownNetwork }) {
  const { value, choose, present, changed, keep } = useCertificateChoice(shown)
  return (
    <form
      aria-label={t('Client certificate')}
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <Stack gap={16}>
        <CertificateChoices shown={shown} value={value} onChange={choose} />
        <SaveRow
          update={{ saving: present.isPending, saved: present.isSuccess, error: present.error }}
          ready={changed}
        />
      </Stack>
    </form>
  )
}

function Content({ shown }: { shown: ShownNetwork }) {
  const { id } = useConnection()
  const policy = usePolicy()
  if (shown.prescribed !== null)
    return (
      <Stack gap={8}>
        <Text fz="sm">
          <Sentence
            message="{certificate} is presented to servers that ask."
            values={{ certificate: <bdi className={classes.prescribed}>{shown.prescribed}</bdi> }}
          />
        </Text>
        {policy ? <ManagedNote file={policy.file} /> : null}
      </Stack>
    )
  if (choicesOf(shown).length === 0) return null
  return <Form key={id} shown={shown} />
}

/** Which certificate of this computer the connection presents. */
export function ClientCertificateSection() {
  const shown = useNetwork()
  return (
    <Section title={t('Client certificate')} lead={shown ? <AskedBy asked={shown.asked} /> : null}>
      {shown ? <Content shown={shown} /> : null}
    </Section>
  )
}
