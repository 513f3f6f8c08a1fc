import { Button, Group, Text } from '@mantine/core'
import { IconBuilding, IconLock } from '@tabler/icons-react'
import type { ShownPolicy } from '../../../shared/model/policy.ts'
import { connectionWords } from '../../../shared/words/connection-words.ts'
import { t } from '../../../shared/words/text.ts'
import { useCall } from '../../api.ts'
import { Notice } from '../../components/notice.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { Facts, Section } from '../settings/section.tsx'

/** What an administrator has decided for this computer; undefined until main has said. */
export const usePolicy = (): ShownPolicy | undefined => useCall('app', 'policy', undefined).data

/** On every page, where the policy can't be used and everything is locked for it. */
export function PolicyNotice() {
  const policy = usePolicy()
  if (policy?.state !== 'locked') return null
  return (
    <Notice
      tone="bad"
      urgent
      icon={<IconLock size={18} stroke={1.75} aria-hidden />}
      title={t('The policy can’t be used')}
    >
      {policy.problem}{' '}
      <Sentence
        message="Until it is put right, nothing can be pushed and every limit is at its strictest. It is in {file}; Muster reads it when it starts."
        values={{ file: <bdi>{policy.file}</bdi> }}
      />
    </Notice>
  )
}

/** Says beside a setting that it is not the admin's to change. */
export function ManagedNote({ file }: { file: string }) {
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <IconLock size={16} stroke={1.75} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
      <Text fz="sm">
        <Sentence message="Decided by the policy of this computer, in {file}." values={{ file: <bdi>{file}</bdi> }} />
      </Text>
    </Group>
  )
}

function factsOf(policy: ShownPolicy): [string, string][] {
  const { file, readOnly, safety, updates, connections, checked } = policy
  const facts: [string, string][] = [[t('File'), file]]
  facts.push([t('Only administrators can write it'), checked ? t('Checked') : t('Not checked on this platform')])
  facts.push([t('Read-only'), readOnly ? t('Every connection') : t('As each connection says')])
  facts.push([
    t('Safety limits'),
    safety
      ? t('{number} accounts, {percent} % of the active ones; locked', {
          number: safety.number,
          percent: safety.percent,
        })
      : t('Yours to set'),
  ])
  facts.push([t('Updates'), updates ? t('Allowed') : t('Off')])
  if (connections.length > 0) {
    const named = connections.map(({ name, readOnly: locked }) => (locked ? t('{name} (read-only)', { name }) : name))
    facts.push([t('Prepared connections'), named.join(', ')])
  }
  return facts
}

/** What is managed, and by which file. */
export function PolicySection() {
  const policy = usePolicy()
  if (!policy) return null
  const leads = {
    none: t('Nothing is managed. An administrator of this computer can decide settings for everybody in {file}.', {
      file: policy.file,
    }),
    'in-force': t(
      'An administrator of this computer has decided these for everybody. Muster reads them when it starts.',
    ),
    locked: `${policy.problem} ${t('The strictest settings hold until it is put right.')}`,
  }
  return (
    <Section title={t('Policy')} lead={leads[policy.state]}>
      {policy.state === 'none' ? null : <Facts facts={factsOf(policy)} />}
    </Section>
  )
}

/** The connections that the policy prepares: their settings are filled in but for the token. */
export function PreparedConnections({ onChoose }: { onChoose: (preset: number) => void }) {
  const policy = usePolicy()
  if (!policy || policy.connections.length === 0) return null
  return (
    <div>
      <Text fz="sm" mb={8}>
        {t('Prepared by your administrator; the SCIM token is still to be entered.')}
      </Text>
      <Group gap={10} mb={16}>
        {policy.connections.map(({ name, environment }, index) => (
          <Button
            key={`${name} ${environment}`}
            variant="default"
            leftSection={<IconBuilding size={16} stroke={1.75} aria-hidden />}
            onClick={() => onChoose(index)}
          >
            {connectionWords({ name, environment })}
          </Button>
        ))}
      </Group>
    </div>
  )
}
