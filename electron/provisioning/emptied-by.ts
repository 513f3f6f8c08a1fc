import type { EmptiedBy, PeopleRule } from '../../shared/model/person-query.ts'
import { createSlices } from '../store/slices.ts'
import type { View } from './overview.ts'
import type { PeopleQueries } from './people-query.ts'

/** The rule without each of its parts in turn. */
function* withoutEach(rule: PeopleRule): Generator<{ part: EmptiedBy['part']; rest: PeopleRule }> {
  if (rule.search.trim() !== '') yield { part: 'search', rest: { ...rule, search: '' } }
  if (rule.state !== null) yield { part: 'state', rest: { ...rule, state: null } }
  if (rule.since) yield { part: 'since', rest: { ...rule, since: null } }
  const { filters = [] } = rule
  for (const part of filters.keys()) yield { part, rest: { ...rule, filters: filters.toSpliced(part, 1) } }
}

/** Which parts of a rule that finds nobody would, dropped alone, leave somebody, and how many: the most first. */
export async function emptiedBy(view: View, rule: PeopleRule, queries: Pick<PeopleQueries, 'among'>) {
  const slices = createSlices()
  const found: EmptiedBy[] = []
  for (const { part, rest } of withoutEach(rule)) {
    const { length: people } = await queries.among(view, rest)
    if (people > 0) found.push({ part, people })
    if (slices.due()) await slices.rest()
  }
  return found.sort((one, other) => other.people - one.people)
}
