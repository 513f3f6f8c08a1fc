import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ShownCertificate } from '../../../shared/model/connection-test.ts'
import type { ShownNetwork } from '../../../shared/model/network.ts'
import { t } from '../../../shared/words/text.ts'
import { callKey, failureOf, useAct, useCall } from '../../api.ts'
import { FailureWords } from '../../components/error-panel.tsx'
import { Notice } from '../../components/notice.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { useFormat } from '../../format.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { ManagedNote, usePolicy } from '../policy/policy.tsx'
import { SaveRow } from '../settings/save-row.tsx'
import { Section } from '../settings/section.tsx'
import classes from './client-certificate.module.css'

/** Stands for none among the choices; no fingerprint is like it. */
const none = 'none'

/** Every certificate that can be chosen, by subject; one that several servers were offered stands there once. */
function choicesOf({ clientCertificate, asked }: ShownNetwork): ShownCertificate[] {
  const all = [clientCertificate, ...asked.flatMap(({ certificates }) => certificates)].filter((one) => one !== null)
  const once = [...new Map(all.map((one) => [one.fingerprint, one])).values()]
  return once.sort((a, b) => a.subject.localeCompare(b.subject) || b.validUntil - a.validUntil)
}

/** Whether this computer had a certificate for any server that has asked since the start; true where none has. */
const isOffered = ({ asked }: ShownNetwork, { fingerprint }: ShownCertificate): boolean =>
  asked.length === 0 || asked.some(({ certificates }) => certificates.some((one) => one.fingerprint === fingerprint))

/** Names of servers in a row: `a and b`. */
function Servers({ names: [first = '', ...rest] }: { names: readonly string[] }): ReactNode {
  const last = rest.at(-1)
  if (last === undefined) return <bdi>{first}</bdi>
  return (
    <Sentence
      message="{servers} and {last}"
      values={{ servers: <Servers names={[first, ...rest.slice(0, -1)]} />, last: <bdi>{last}</bdi> }}
    />
  )
}

/** Who has asked, one sentence. */
function AskedBy({ asked }: Pick<ShownNetwork, 'asked'>) {
  if (asked.length === 0) return t('No server has asked for one since Muster started.')
  return (
    <Sentence
      message="{servers} asked for a certificate of this computer."
      values={{ servers: <Servers names={asked.map(({ server }) => server)} /> }}
    />
  )
}

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

function Choices(props: { shown: ShownNetwork; value: string; onChange: (value: string) => void }) {
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

/** The choice as it stands in a form, and what keeps it. */
function useChoice(shown: ShownNetwork, onKept?: () => void) {
  const { id } = useConnection()
  const client = useQueryClient()
  const kept = shown.clientCertificate?.fingerprint ?? none
  /** Null while it is as it is kept, which another form may change. */
  const [chosen, setChosen] = useState<string | null>(null)
  const value = chosen ?? kept
  const present = useAct('network', 'present', {
    onSuccess: (after) => {
      client.setQueryData(callKey('network', 'settings', { connection: id }), after)
      setChosen(null)
      // Whatever failed for want of it is asked once more.
      void client.invalidateQueries({ predicate: ({ state }) => state.status === 'error' })
      onKept?.()
    },
  })
  return {
    value,
    present,
    changed: value !== kept,
    choose: (next: string) => {
      present.reset()
      setChosen(next)
    },
    keep: () => present.mutate({ connection: id, fingerprint: value === none ? null : value }),
  }
}

function Form({ shown }: { shown: ShownNetwork }) {
  const { value, choose, present, changed, keep } = useChoice(shown)
  return (
    <form
      aria-label={t('Client certificate')}
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <Stack gap={16}>
        <Choices shown={shown} value={value} onChange={choose} />
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
  const { id } = useConnection()
  const shown = useCall('network', 'settings', { connection: id }).data
  return (
    <Section title={t('Client certificate')} lead={shown ? <AskedBy asked={shown.asked} /> : null}>
      {shown ? <Content shown={shown} /> : null}
    </Section>
  )
}

function DialogForm({ shown, onClose }: { shown: ShownNetwork; onClose: () => void }) {
  const { value, choose, present, changed, keep } = useChoice(shown, onClose)
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
        <Choices shown={shown} value={value} onChange={choose} />
        {present.error ? (
          <Notice tone="bad" urgent title={failureOf(present.error).happened}>
            <FailureWords failure={failureOf(present.error)} />
          </Notice>
        ) : null}
        <Group justify="flex-end" gap={10}>
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button type="submit" disabled={!changed} loading={present.isPending}>
            {value === none ? t('Present none') : t('Present this certificate')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Asks which certificate of this computer is presented to the servers that have asked for one. */
export function ClientCertificateDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { id } = useConnection()
  const shown = useCall('network', 'settings', opened ? { connection: id } : null).data
  return (
    <Modal opened={opened} onClose={onClose} title={t('Choose a certificate')} size="lg">
      {shown ? <DialogForm shown={shown} onClose={onClose} /> : null}
    </Modal>
  )
}
