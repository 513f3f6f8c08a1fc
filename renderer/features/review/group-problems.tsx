import type { GroupProblem } from '../../../shared/model/group.ts'
import { groupProblemName, groupProblemsTitle, groupProblemWords } from '../../../shared/words/group-words.ts'
import { t } from '../../../shared/words/text.ts'
import { Notice } from '../../components/notice.tsx'
import words from '../../components/words.module.css'
import classes from './review.module.css'

/** Groups that are listed. */
const listed = 20

/** Groups whose members the plan leaves alone, each with the reason. */
export function GroupProblems({ problems }: { problems: readonly GroupProblem[] }) {
  if (problems.length === 0) return null
  return (
    <Notice tone="warning" title={groupProblemsTitle(problems)}>
      <ul className={classes.warned}>
        {problems.slice(0, listed).map((problem) => (
          <li key={`${problem.code} ${problem.group}`}>
            <bdi className={words.strong}>{groupProblemName(problem)}</bdi>: {groupProblemWords(problem)}
          </li>
        ))}
        {problems.length > listed ? (
          <li>{t('and {count, number} more', { count: problems.length - listed })}</li>
        ) : null}
      </ul>
    </Notice>
  )
}
