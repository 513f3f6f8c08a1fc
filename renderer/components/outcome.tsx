import { type Icon, IconCheck, IconClock, IconLoader2, IconMinus, IconRefreshAlert, IconX } from '@tabler/icons-react'
import type { Outcome } from '../../shared/model/run.ts'
import { outcomeWord } from '../../shared/words/change-words.ts'
import { t } from '../../shared/words/text.ts'
import { type BadgeTone, Mark } from './badge.tsx'

const looks: Record<Outcome, { tone: BadgeTone; icon: Icon }> = {
  waiting: { tone: 'gray', icon: IconClock },
  'under-way': { tone: 'indigo', icon: IconLoader2 },
  done: { tone: 'teal', icon: IconCheck },
  failed: { tone: 'red', icon: IconX },
  stale: { tone: 'orange', icon: IconRefreshAlert },
  'not-sent': { tone: 'gray', icon: IconMinus },
}

/** What became of a change, as a mark in a row. `retrying`: it was asked to wait and tries again by itself. */
export function OutcomeMark({ outcome, retrying = false }: { outcome: Outcome; retrying?: boolean }) {
  if (retrying && outcome === 'under-way') return <Mark tone="yellow" icon={IconClock} label={t('Tries again')} />
  const { tone, icon } = looks[outcome]
  return <Mark tone={tone} icon={icon} label={outcomeWord[outcome]} />
}
