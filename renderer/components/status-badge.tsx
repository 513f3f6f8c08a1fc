import {
  type Icon,
  IconBan,
  IconCircleCheck,
  IconClock,
  IconEqual,
  IconHelp,
  IconKey,
  IconLoader2,
  IconPencil,
  IconPlayerPause,
  IconPlayerStop,
  IconPlus,
  IconUserCheck,
  IconUserOff,
  IconUserPause,
  IconWifiOff,
} from '@tabler/icons-react'
import type { PersonState } from '../../shared/model/person.ts'
import type { RunStatus } from '../../shared/model/run.ts'
import { activeWord, personStateWord } from '../../shared/words/list-words.ts'
import { runStatusWord } from '../../shared/words/run-words.ts'
import { Badge, type BadgeTone } from './badge.tsx'

interface Look {
  readonly tone: BadgeTone
  readonly icon: Icon
}

const personLooks: Record<PersonState, Look> = {
  'not-in-k2': { tone: 'teal', icon: IconPlus },
  differs: { tone: 'yellow', icon: IconPencil },
  'in-sync': { tone: 'gray', icon: IconEqual },
  inactive: { tone: 'violet', icon: IconUserOff },
  blocked: { tone: 'red', icon: IconBan },
  'left-out': { tone: 'gray', icon: IconUserPause },
  unknown: { tone: 'gray', icon: IconHelp },
}

const runLooks: Record<RunStatus, Look> = {
  running: { tone: 'indigo', icon: IconLoader2 },
  paused: { tone: 'orange', icon: IconPlayerPause },
  'waiting-for-sign-in': { tone: 'red', icon: IconKey },
  'waiting-for-network': { tone: 'orange', icon: IconWifiOff },
  stopping: { tone: 'orange', icon: IconClock },
  stopped: { tone: 'gray', icon: IconPlayerStop },
  done: { tone: 'teal', icon: IconCircleCheck },
}

/** Where a person stands towards K2; how many attributes differ is part of it. */
export function PersonBadge({ state, differences }: { state: PersonState; differences: number }) {
  const { tone, icon } = personLooks[state]
  const word = personStateWord[state]
  return (
    <Badge tone={tone} icon={icon}>
      {state === 'differs' && differences > 0 ? `${word} · ${differences}` : word}
    </Badge>
  )
}

/** What a run is doing. */
export function RunBadge({ status }: { status: RunStatus }) {
  const { tone, icon } = runLooks[status]
  return (
    <Badge tone={tone} icon={icon}>
      {runStatusWord[status]}
    </Badge>
  )
}

/** Whether an account may sign in. */
export function ActiveBadge({ active }: { active: boolean }) {
  return (
    <Badge tone={active ? 'gray' : 'violet'} icon={active ? IconUserCheck : IconUserOff}>
      {activeWord(active)}
    </Badge>
  )
}
