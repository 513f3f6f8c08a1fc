import { Group, NumberInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../shared/words/text.ts'
import { useCall } from '../../api.ts'
import { useFormat } from '../../format.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { ManagedNote, usePolicy } from '../policy/policy.tsx'
import { SaveRow } from './save-row.tsx'
import { Section } from './section.tsx'
import { useUpdate } from './use-update.ts'

/** How many deactivations and deletions a plan may hold before the admin has to type their number. */
export function SafetySection() {
  const connection = useConnection()
  const { id, safety } = connection
  const [number, setNumber] = useState<number | string>(safety.number)
  const [percent, setPercent] = useState<number | string>(safety.percent)
  const update = useUpdate(connection)
  const policy = usePolicy()
  const managed = connection.managed.includes('safety')
  const format = useFormat()
  const active = useCall('accounts', 'state', { connection: id }).data
  const filled = typeof number === 'number' && typeof percent === 'number'
  const changed = number !== safety.number || percent !== safety.percent
  const sets = (set: (value: number | string) => void) => (value: number | string) => {
    update.edited()
    set(value)
  }
  const share =
    filled && active && active.readAt !== null
      ? t(
          '{percent} of the {active, plural, one {# active account} other {# active accounts}} read last is {number, number}.',
          {
            percent: format.percent(percent / 100),
            active: active.active,
            number: Math.floor((active.active * percent) / 100),
          },
        )
      : ''
  return (
    <Section
      title={t('Safety limits')}
      lead={t(
        'A push that deactivates or deletes more accounts than either limit has to be confirmed by typing their number, so that a wrong list can’t take many people’s accounts away at once.',
      )}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (filled) update.save({ safety: { number, percent } })
        }}
      >
        <Stack gap={16}>
          <Group gap={20} align="flex-start">
            <NumberInput
              label={t('Accounts')}
              description={t('As a number')}
              w={180}
              min={0}
              max={1_000_000}
              allowDecimal={false}
              disabled={managed}
              value={number}
              onChange={sets(setNumber)}
              error={number === '' ? t('Enter a number.') : null}
            />
            <NumberInput
              label={t('Share of active accounts')}
              description={t('In percent')}
              w={220}
              min={0}
              max={100}
              decimalScale={1}
              suffix=" %"
              disabled={managed}
              value={percent}
              onChange={sets(setPercent)}
              error={percent === '' ? t('Enter a percentage.') : null}
            />
          </Group>
          {share ? <Text fz="sm">{share}</Text> : null}
          {managed && policy ? (
            <ManagedNote file={policy.file} />
          ) : (
            <SaveRow update={update} ready={changed && filled} />
          )}
        </Stack>
      </form>
    </Section>
  )
}
