import { type Icon, IconEqual, IconPencil, IconPlus, IconTrash, IconUserCheck, IconUserOff } from '@tabler/icons-react'
import type { ChangeKind } from '../../shared/model/change.ts'
import { changeWords } from '../../shared/words/change-words.ts'
import { Badge, type BadgeTone } from './badge.tsx'

/** How each kind of change looks (look.md, “Meaning of colour”). */
export const changeLooks: Record<ChangeKind, { tone: BadgeTone; icon: Icon }> = {
  create: { tone: 'teal', icon: IconPlus },
  update: { tone: 'yellow', icon: IconPencil },
  reactivate: { tone: 'blue', icon: IconUserCheck },
  deactivate: { tone: 'violet', icon: IconUserOff },
  delete: { tone: 'red', icon: IconTrash },
  none: { tone: 'gray', icon: IconEqual },
}

/** What a change does to an account. */
export function ChangeBadge({ kind }: { kind: ChangeKind }) {
  const { tone, icon } = changeLooks[kind]
  return (
    <Badge tone={tone} icon={icon}>
      {changeWords[kind].word}
    </Badge>
  )
}
