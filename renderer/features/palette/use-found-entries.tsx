import { IconDatabase, IconHistory, IconList, IconUser } from '@tabler/icons-react'
import { runTitle } from '../../../shared/words/run-words.ts'
import { t } from '../../../shared/words/text.ts'
import { useCall } from '../../api.ts'
import { ActiveBadge, PersonBadge } from '../../components/status-badge.tsx'
import { useFormat } from '../../format.tsx'
import { type Screen, useNavigation } from '../../navigation.tsx'
import { alterAccountsView, keptAccountsView } from '../accounts/accounts-view.ts'
import { alterPeopleView, everybody, keptPeopleView } from '../people/people-view.ts'
import type { Entry, EntryGroup } from './entry.ts'

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const
/** How many of each kind are shown; one more entry leads to all of them. */
const most = 5

/** What main finds of people, accounts and runs. @param search what to look for; null asks nothing. */
export function useFoundEntries(connection: string | null, search: string | null) {
  const { screen, go } = useNavigation()
  const format = useFormat()
  const asked = connection === null || search === null ? null : { connection, offset: 0, limit: most }
  const people = useCall(
    'people',
    'query',
    asked && { ...asked, query: { ...everybody, search: search ?? '', sort: { by: 'name', descending: false } } },
  )
  const accounts = useCall(
    'accounts',
    'query',
    asked && { ...asked, query: { search: search ?? '', show: 'all', sort: { by: 'userName', descending: false } } },
  )
  const found = useCall('runs', 'search', asked && { connection: asked.connection, search: search ?? '' })
  const runs = useCall('runs', 'list', asked && { connection: asked.connection }).data

  const goTo = (to: Screen) => {
    if (screen.at !== to.at || to.at === 'run') go(to)
  }
  const toPerson = (id: number) => {
    if (connection === null) return
    alterPeopleView(connection, { current: id })
    goTo({ at: 'people' })
  }
  const toAccount = (id: string) => {
    if (connection === null) return
    alterAccountsView(connection, { current: id })
    goTo({ at: 'accounts' })
  }
  const allOf = (title: string, total: number, act: () => void): Entry[] =>
    total > most ? [{ id: `all ${title}`, title, icon: <IconList {...icon} />, act }] : []
  const allPeople = () => {
    if (connection === null || search === null) return
    const { query } = keptPeopleView(connection)
    alterPeopleView(connection, { query: { ...everybody, search, sort: query.sort } })
    goTo({ at: 'people' })
  }
  const allAccounts = () => {
    if (connection === null || search === null) return
    const { query } = keptAccountsView(connection)
    alterAccountsView(connection, { query: { ...query, search, show: 'all' } })
    goTo({ at: 'accounts' })
  }

  const totals = { people: people.data?.total ?? 0, accounts: accounts.data?.total ?? 0 }
  const groups: readonly EntryGroup[] = [
    {
      title: t('People'),
      entries: [
        ...(people.data?.rows ?? []).map(({ id, name, userName, state, differences }) => ({
          id: `person ${id}`,
          title: name,
          detail: userName ?? t('No sign-in name'),
          icon: <IconUser {...icon} />,
          end: <PersonBadge state={state} differences={differences} />,
          act: () => toPerson(id),
        })),
        ...allOf(t('Show all {total, number} people that match', { total: totals.people }), totals.people, allPeople),
      ],
    },
    {
      title: t('K2 accounts'),
      entries: [
        ...(accounts.data?.rows ?? []).map(({ id, name, userName, active }) => ({
          id: `account ${id}`,
          title: userName,
          detail: name,
          icon: <IconDatabase {...icon} />,
          end: <ActiveBadge active={active} />,
          act: () => toAccount(id),
        })),
        ...allOf(
          t('Show all {total, number} accounts that match', { total: totals.accounts }),
          totals.accounts,
          allAccounts,
        ),
      ],
    },
    {
      title: t('Runs'),
      entries: (found.data ?? []).slice(0, most).flatMap(({ run: id, within }) => {
        const run = runs?.find((each) => each.id === id)
        if (!run) return []
        return {
          id: `run ${id}`,
          title: runTitle(run, format),
          detail: [format.dateTime(run.startedAt), t('by {name}', { name: run.by })].join(' · '),
          icon: <IconHistory {...icon} />,
          act: () => goTo({ at: 'run', run: id, search: within }),
        }
      }),
    },
  ]
  return { groups, searching: people.isFetching || accounts.isFetching || found.isFetching }
}
