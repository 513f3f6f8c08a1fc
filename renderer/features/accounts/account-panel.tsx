import { Skeleton, Text, Title } from '@mantine/core'
import { t } from '../../../shared/words/text.ts'
import { failureOf, useCall } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Facts } from '../../components/facts.tsx'
import { JsonView } from '../../components/json-view.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { useLate } from '../../components/skeletons.tsx'
import { ActiveBadge } from '../../components/status-badge.tsx'
import words from '../../components/words.module.css'

/** One account: whose it is, and its whole resource as the service sent it. */
export function AccountPanel({ connection, id }: { connection: string; id: string }) {
  const asked = useCall('accounts', 'get', { connection, id }, { placeholderData: (previous) => previous })
  const late = useLate(asked.isPending)
  if (asked.error) return <ErrorPanel failure={failureOf(asked.error)} retry={() => void asked.refetch()} />
  if (!asked.data) return late ? <Skeleton h={18} w="60%" role="status" aria-label={t('Reading the account')} /> : null
  const { row, resource } = asked.data
  return (
    <>
      <Title order={2} className={words.title}>
        <bdi>{row.name || row.userName}</bdi>
      </Title>
      <Text fz="xs" c="dimmed" mb={8}>
        {row.person ? (
          <Sentence message="Belongs to {person}" values={{ person: <bdi>{row.person.name}</bdi> }} />
        ) : (
          t('No person of the source matches this account')
        )}
      </Text>
      <ActiveBadge active={row.active} />
      <div className={words.section}>
        <Facts
          facts={[
            { name: t('Sign-in name'), value: row.userName },
            { name: t('E-mail'), value: row.email ?? t('None') },
            { name: t('Identifier'), value: row.externalId ?? t('None') },
            { name: t('Account'), value: row.id },
          ]}
        />
      </div>
      <div className={words.section}>
        <h3 className={words.heading}>{t('As K2 sent it')}</h3>
        <JsonView label={t('The account as SCIM JSON')} text={JSON.stringify(resource, null, 2)} most={420} />
      </div>
    </>
  )
}
