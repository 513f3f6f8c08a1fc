import type { GroupProblem } from '../model/group.ts'
import { t } from './text.ts'

/** Why a group's members are not planned, or stay, and the way out. */
export function groupProblemWords({ code, people }: GroupProblem): string {
  switch (code) {
    case 'two-groups':
      return t('K2 has two groups of this name. Rename or delete one of them in K2, then read the groups again.')
    case 'groups-incomplete':
      return t(
        'K2 shows only part of its groups and can’t be asked for one by name, so nobody can tell whether it exists.',
      )
    case 'groups-unread':
      return t('K2’s groups could not be read. See Settings, Groups.')
    case 'no-patch':
      return t(
        'The service does not take PATCH, and replacing the whole group could drop members that it does not show.',
      )
    case 'group-stays':
      return t('The run made this group. It stays, without the people whom the run put into it.')
    case 'members-unsure':
      return t(
        '{people, plural, one {# person stays} other {# people stay}} in it: K2 does not show all its members, so they may have been in it before.',
        { people },
      )
  }
}

/** A group with how many people its problem is about: `Sales (3 people)`. */
export function groupProblemName({ code, group, people }: GroupProblem): string {
  if (code === 'group-stays' || code === 'members-unsure') return group
  return t('{group} ({people, plural, one {# person} other {# people}})', { group, people })
}

/** How many groups have a problem. */
export const groupProblemsTitle = (problems: readonly GroupProblem[]): string =>
  t('{count, plural, one {# group is} other {# groups are}} not brought about in full', { count: problems.length })
