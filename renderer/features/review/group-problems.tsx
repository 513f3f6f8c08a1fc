import type { GroupProblem } from '../../../shared/model/group.ts'
import { Notice } from '../../components/notice.tsx'
import words from '../../components/words.module.css'
import { type Format, useFormat } from '../../format.tsx'
import classes from './review.module.css'

/** Groups that are listed. */
const listed = 20

/** Why a group's members are not planned, or stay, and the way out. */
function problemWords({ code, people }: GroupProblem, { count }: Format): string {
  switch (code) {
    case 'two-groups':
      return 'K2 has two groups of this name. Rename or delete one of them in K2, then read the groups again.'
    case 'groups-incomplete':
      return 'K2 shows only part of its groups and can’t be asked for one by name, so nobody can tell whether it exists.'
    case 'groups-unread':
      return 'K2’s groups could not be read. See Settings, Groups.'
    case 'no-patch':
      return 'The service does not take PATCH, and replacing the whole group could drop members that it does not show.'
    case 'group-stays':
      return 'The run made this group. It stays, without the people whom the run put into it.'
    case 'members-unsure':
      return `${count(people, 'person stays', 'people stay')} in it: K2 does not show all its members, so they may have been in it before.`
  }
}

const people = ({ code, people: count }: GroupProblem, format: Format): string =>
  code === 'group-stays' || code === 'members-unsure' ? '' : ` (${format.count(count, 'person', 'people')})`

/** Groups whose members the plan leaves alone, each with the reason. */
export function GroupProblems({ problems }: { problems: readonly GroupProblem[] }) {
  const format = useFormat()
  if (problems.length === 0) return null
  return (
    <Notice
      tone="warning"
      title={`${format.count(problems.length, 'group is', 'groups are')} not brought about in full`}
    >
      <ul className={classes.warned}>
        {problems.slice(0, listed).map((problem) => (
          <li key={`${problem.code} ${problem.group}`}>
            <bdi className={words.strong}>{problem.group}</bdi>
            {people(problem, format)}: {problemWords(problem, format)}
          </li>
        ))}
        {problems.length > listed ? <li>and {format.number(problems.length - listed)} more</li> : null}
      </ul>
    </Notice>
  )
}
