import { Button } from '@mantine/core'
import { IconCheck, IconHelp, IconRadar, IconRefresh, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import type { Capabilities, Override } from '../../../shared/model/capabilities.ts'
import { t, texts } from '../../../shared/words/text.ts'
import { callKey, failureOf, invalidate, useAct, useCall } from '../../api.ts'
import { Badge } from '../../components/badge.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { LinesSkeleton } from '../../components/skeletons.tsx'
import { type Format, useFormat } from '../../format.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { AttributesSection } from './attributes-section.tsx'
import { CapabilityControl } from './capability-control.tsx'
import { capabilityReasons, capabilityWords } from './capability-words.ts'
import classes from './section.module.css'
import { FactTable, Section } from './section.tsx'

const answers = {
  yes: { tone: 'teal', icon: IconCheck },
  no: { tone: 'gray', icon: IconX },
  unknown: { tone: 'orange', icon: IconHelp },
} as const

const answerWord = texts({ yes: 'Yes', no: 'No', unknown: 'Unknown' })

function rowsOf(capabilities: Capabilities, format: Format, onSet: (override: Override) => void) {
  const keys = Object.keys(capabilityWords) as (keyof typeof capabilityWords)[]
  // The two limits say something only where there is a bulk request.
  const shown = keys.filter((key) => !key.startsWith('bulk') || key === 'bulk' || capabilities.bulk.value === 'yes')
  return shown.map((key) => {
    const { value, from, byHand } = capabilities[key]
    const learnt = byHand?.learnt ?? value
    const badge = typeof learnt === 'number' ? null : { ...answers[learnt], words: answerWord[learnt] }
    return {
      key,
      cells: [
        <div key="ability">
          {capabilityWords[key]}
          <div className={classes.from}>
            {capabilityReasons[key]} {from}
          </div>
        </div>,
        badge ? (
          <Badge key="learnt" tone={badge.tone} icon={badge.icon}>
            {badge.words}
          </Badge>
        ) : (
          format.number(Number(learnt))
        ),
        <CapabilityControl key="use" what={key} capabilities={capabilities} onSet={onSet} />,
      ],
    }
  })
}

/** What this service can do, how Muster knows, a way to look again, and one to say otherwise. */
export function SupportsSection() {
  const { id } = useConnection()
  const client = useQueryClient()
  const format = useFormat()
  const kept = useCall('accounts', 'capabilities', { connection: id })
  const onSuccess = (capabilities: Capabilities) => {
    client.setQueryData(callKey('accounts', 'capabilities', { connection: id }), capabilities)
    void invalidate(client, 'accounts', 'unplanned', id)
  }
  const learn = useAct('accounts', 'learn', { onSuccess })
  const override = useAct('accounts', 'override', { onSuccess })
  const error = learn.error ?? override.error ?? kept.error
  const again = (
    <Button
      variant="default"
      loading={learn.isPending}
      leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
      onClick={() => learn.mutate({ connection: id })}
    >
      {kept.data ? t('Learn again') : t('Learn now')}
    </Button>
  )
  return (
    <>
      <Section
        title={t('What the service supports')}
        lead={
          kept.data
            ? t(
                'Learnt {ago}, on {at}, by reading only. Set an answer by hand where Muster has it wrong; everything follows it at once.',
                { ago: format.ago(kept.data.learntAt), at: format.dateTime(kept.data.learntAt) },
              )
            : t('Muster finds out by reading only, and adapts to it.')
        }
        actions={kept.data ? again : null}
      >
        {error ? <ErrorPanel failure={failureOf(error)} /> : null}
        {kept.isPending ? <LinesSkeleton label={t('Reading what is known')} lines={6} /> : null}
        {kept.data ? (
          <FactTable
            label={t('What the service supports')}
            heads={[t('Ability, and how Muster knows'), t('Learnt'), t('Muster uses')]}
            rows={rowsOf(kept.data, format, (value) => override.mutate({ connection: id, override: value }))}
          />
        ) : null}
        {kept.data === null ? (
          <EmptyState
            icon={<IconRadar size={22} stroke={1.75} />}
            title={t('Nothing learnt yet')}
            text={t('Muster asks the service once you are signed in.')}
            actions={again}
          />
        ) : null}
      </Section>
      {kept.data ? <AttributesSection capabilities={kept.data} /> : null}
    </>
  )
}
