import { Radio, Stack } from '@mantine/core'
import type { ShownCertificate } from '../../../shared/model/connection-test.ts'
import type { ShownNetwork } from '../../../shared/model/network.ts'
import { t } from '../../../shared/words/text.ts'
import { Sentence } from '../../components/sentence.tsx'
import { useFormat } from '../../format.tsx'
import classes from './client-certificate.module.css'
import { none } from './use-certificate-choice.ts'

/** Every certificate that can be chosen, by subject; one that several servers were offered stands there once. */
export function choicesOf({ clientCertificate, asked }: ShownNetwork): ShownCertificate[] {
  const all = [clientCertificate, ...asked.flatMap(({ certificates }) => certificates)].filter((one) => one !== null)
  const once = [...new Map(all.map((one) => [one.fingerprint, one])).values()]
  return once.sort((a, b) => a.subject.localeCompare(b.subject) || b.validUntil - a.validUntil)
}

/** Whether this computer had a certificate for any server that has asked since the start; true where none has. */
const isOffered = ({ asked }: ShownNetwork, { fingerprint }: ShownCertificate): boolean =>
  asked.length === 0 || asked.some(({ certificates }) => certificates.some((one) => one.fingerprint === fingerprint))

function CertificateFacts({ certificate, offered }: { certificate: ShownCertificate; offered: boolean }) {
  const { date } = useFormat()
  const { issuer, validUntil, fingerprint } = certificate
  const ended = validUntil <= Date.now()
  return (
    <>
      <span className={classes.line}>
        {ended ? (
          <Sentence
            message="From {issuer}, expired {date}"
            values={{ issuer: <bdi>{issuer}</bdi>, date: date(validUntil) }}
          />
        ) : offered ? (
          <Sentence
            message="From {issuer}, valid until {date}"
            values={{ issuer: <bdi>{issuer}</bdi>, date: date(validUntil) }}
          />
        ) : (
          <Sentence
            message="From {issuer}, valid until {date}. Not among those that this computer offers now"
            values={{ issuer: <bdi>{issuer}</bdi>, date: date(validUntil) }}
          />
        )}
      </span>
      <span className={classes.fingerprint}>{t('SHA-256 {fingerprint}', { fingerprint })}</span>
    </>
  )
}

/** Every certificate that can be chosen, and none. `value`: the fingerprint of the one that is, or {@link none}. */
export function CertificateChoices(props: { shown: ShownNetwork; value: string; onChange: (value: string) => void }) {
  const { shown, value, onChange } = props
  return (
    <Radio.Group
      label={t('Present to servers that ask')}
      description={t('Only to the identity and the SCIM service of this connection.')}
      value={value}
      onChange={onChange}
    >
      <Stack gap={12} mt={10}>
        <Radio value={none} label={t('None##certificate')} />
        {choicesOf(shown).map((one) => (
          <Radio
            key={one.fingerprint}
            value={one.fingerprint}
            label={<bdi>{one.subject}</bdi>}
            description={<CertificateFacts certificate={one} offered={isOffered(shown, one)} />}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
