import type { Problem } from '../../shared/model/source.ts'
import { t } from '../../shared/words/text.ts'

/** The problems of one reading. All are counted; so that a hopeless file stays readable, only the first are listed. */
export interface Problems {
  add(problem: Problem): void
  /** In the order of lines, those of the whole file last. */
  list(): Problem[]
}

/** How many are listed. */
const mostListed = 10_000

/** An empty list. */
export function createProblems(): Problems {
  const listed: Problem[] = []
  let more = 0
  return {
    add: (problem) => {
      if (listed.length < mostListed) listed.push(problem)
      else more++
    },
    list: () => {
      const end = Number.POSITIVE_INFINITY
      const sorted = [...listed].sort((a, b) => (a.line ?? end) - (b.line ?? end))
      if (more > 0) {
        const reason = t('{more, plural, one {# more problem is} other {# more problems are}} not listed.', { more })
        sorted.push({ line: null, column: null, severity: 'warning', reason, effect: t('Correct those listed first.') })
      }
      return sorted
    },
  }
}
