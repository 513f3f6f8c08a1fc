import type { FoundRun, RunSummary } from '../../shared/model/run.ts'
import { type Format, formatFor } from '../../shared/words/locale-format.ts'
import { afterWords, kindsWords, outcomesWords, runStatusWord, runTitle } from '../../shared/words/run-words.ts'
import { spokenLocale } from '../../shared/words/text.ts'
import type { Plans } from '../store/plans.ts'
import { createSlices } from '../store/slices.ts'
import { fold, termsOf } from './fold.ts'

/** What searching runs needs. */
interface SearchParts {
  readonly plans: Plans
}

/** Changes looked through in one go. */
const stretch = 5000

/**
 * Finds runs in slices, in the order in which they are given. A word that stands in what the Runs screen says of a run is
 * found by that; all the others have to stand together in the name and sign-in name of somebody in it.
 */
export async function searchRuns(
  search: string,
  runs: readonly RunSummary[],
  { plans }: SearchParts,
): Promise<FoundRun[]> {
  const slices = createSlices()
  const terms = termsOf(search)
  const format = formatFor(spokenLocale())
  const found: FoundRun[] = []
  for (const run of runs) {
    const words = wordsOf(run, format)
    const rest = terms.filter((term) => !words.includes(term))
    // A run found by its own words may also have somebody of that name in it.
    const about = rest.length > 0 ? rest : terms
    let hits = 0
    const last = about.length === 0 ? 0 : plans.lastId(run.id)
    for (let after = 0; after < last; after += stretch) {
      hits += plans.countHolding(run.id, about, after, after + stretch)
      if (slices.due()) await slices.rest()
    }
    if (rest.length === 0 || hits > 0) found.push({ run: run.id, hits, within: hits > 0 ? about.join(' ') : '' })
    if (slices.due()) await slices.rest()
  }
  return found
}

/** What the Runs screen says of a run, folded; dates also as 2026-11-25. */
function wordsOf(run: RunSummary, format: Format): string {
  const { id, by, startedAt, status, kinds } = run
  return fold(
    [
      id,
      by,
      format.dateTime(startedAt),
      new Date(startedAt).toISOString().slice(0, 10),
      runStatusWord[status],
      runTitle(run, format),
      kindsWords(kinds, false, format),
      outcomesWords(run, format),
      afterWords(run),
    ].join('\n'),
  )
}
