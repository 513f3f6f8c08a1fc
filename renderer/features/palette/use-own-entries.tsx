import { Kbd } from '@mantine/core'
import { IconArrowRight, IconBolt, IconPlugConnected, IconSettings } from '@tabler/icons-react'
import { type CommandId, keysOf, type Platform, titleOf } from '../../../shared/commands.ts'
import { keyWords } from '../../../shared/words/key-words.ts'
import { t } from '../../../shared/words/text.ts'
import { useCommands } from '../../commands/commands.tsx'
import { settingsSections, useNavigation } from '../../navigation.tsx'
import { useConnections } from '../connections/current-connection.tsx'
import { useSession } from '../session/session.ts'
import { sectionLabels } from '../settings/section-labels.ts'
import { type Entry, type EntryGroup, fitsTitle } from './entry.ts'

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** The commands that the palette offers as actions, in this order. */
const actions = [
  'review-selection',
  'read-people',
  'read-accounts',
  'paste-list',
  'open-people',
  'export',
  'copy-csv',
  'select-all',
  'test-connection',
  'sign-in',
  'sign-out',
  'add-connection',
  'import-settings',
  'getting-started',
  'keyboard-help',
  'user-guide',
  'admin-guide',
  'report-problem',
] as const satisfies readonly CommandId[]
const places = ['go-people', 'go-accounts', 'go-runs'] as const satisfies readonly CommandId[]

/**
 * What the palette offers without asking main: actions, places, connections. Without a search only what can be done now;
 * with one also what can't, and why. @param reasons why each command can't be done now, as it was when the palette opened.
 */
export function useOwnEntries(
  search: string,
  platform: Platform,
  reasons: Readonly<Record<CommandId, string | null>>,
): EntryGroup[] {
  const { run } = useCommands()
  const { go, restart } = useNavigation()
  const { list, current, choose } = useConnections()
  const signedIn = useSession(current?.id ?? null)?.status === 'signed-in'

  const ofCommand = (id: CommandId, shown: Entry['icon']): Entry => {
    const [keys] = keysOf(id, platform)
    const title = id === 'sign-in' && signedIn ? t('Sign in again') : titleOf(id)
    return {
      id,
      title,
      icon: shown,
      end: keys === undefined ? null : <Kbd size="xs">{keyWords(keys, platform)}</Kbd>,
      whyNot: reasons[id],
      act: () => run(id),
    }
  }
  const sections: readonly Entry[] = settingsSections.map((section) => ({
    id: `settings ${section}`,
    title: t('Settings: {section}', { section: sectionLabels[section] }),
    icon: <IconSettings {...icon} />,
    act: () => go({ at: 'settings', section }),
  }))
  const connections: readonly Entry[] = list
    .filter(({ id }) => id !== current?.id)
    .map(({ id, name, environment }) => ({
      id: `connection ${id}`,
      title: name,
      detail: environment,
      icon: <IconPlugConnected {...icon} />,
      act: () => {
        choose(id)
        restart({ at: 'people' })
      },
    }))
  const groups: readonly EntryGroup[] = [
    { title: t('Actions'), entries: actions.map((id) => ofCommand(id, <IconBolt {...icon} />)) },
    {
      title: t('Go to'),
      entries: [
        ...places.map((id) => ofCommand(id, <IconArrowRight {...icon} />)),
        ...(current === null ? [] : sections),
      ],
    },
    { title: t('Connections'), entries: connections },
  ]
  const isOffered = ({ title, whyNot = null }: Entry) => (search === '' ? whyNot === null : fitsTitle(title, search))
  return groups.map(({ title, entries }) => ({ title, entries: entries.filter(isOffered) }))
}
