import { Modal, Stack, Text } from '@mantine/core'
import type { ShownNetwork } from '../../../shared/model/network.ts'
import { t } from '../../../shared/words/text.ts'
import { failureOf } from '../../api.ts'
import { DialogEnd } from '../../components/dialog-end.tsx'
import { AskedBy } from './asked-by.tsx'
import { CertificateChoices } from './certificate-choices.tsx'
import { none, useCertificateChoice } from './use-certificate-choice.ts'
import { useNetwork } from './use-network.ts'

function DialogForm({ shown, onClose }: { shown: ShownNetwork; onClose: () => void }) {
  const { value, choose, present, changed, keep } = useCertificateChoice(shown, onClose)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <Stack gap="md">
        <Text fz="sm">
          <AskedBy asked={shown.asked} />
        </Text>
        <CertificateChoices shown={shown} value={value} onChange={choose} />
        <DialogEnd
          confirm={value === none ? t('Present none') : t('Present this certificate')}
          ready={changed}
          busy={present.isPending}
          failure={present.error ? failureOf(present.error) : null}
          onCancel={onClose}
        />
      </Stack>
    </form>
  )
}

/** Asks which certificate of this computer is presented to the servers that have asked for one. */
export function ClientCertificateDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const shown = useNetwork(opened)
  return (
    <Modal opened={opened} onClose={onClose} title={t('Choose a certificate')} size="lg">
      {shown ? <DialogForm shown={shown} onClose={onClose} /> : null}
    </Modal>
  )
}
