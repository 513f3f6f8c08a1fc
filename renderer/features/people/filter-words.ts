import type { Comparison, PeopleFilter, PeopleRule } from '../../../shared/model/person-query.ts'
import { attributeTitle } from '../../../shared/words/attribute-words.ts'
import { personStateWord } from '../../../shared/words/list-words.ts'

/** What each comparison is called where a condition is put together. */
export const comparisonWords: Record<Comparison, string> = {
  is: 'is',
  'is-not': 'is not',
  contains: 'contains',
  'starts-with': 'starts with',
  empty: 'is empty',
  'not-empty': 'is not empty',
}

/** Whether a comparison holds the attribute against a value at all. */
export const needsValue = (is: Comparison): boolean => is !== 'empty' && is !== 'not-empty'

/** A value as the admin reads it. */
export function filterValueWords(attribute: string, value: string): string {
  if (attribute !== 'active') return value
  return value === 'true' ? 'Yes' : 'No'
}

/** A condition as a chip says it: `Department is Sales`. */
export function filterWords(filter: PeopleFilter): string {
  switch (filter.by) {
    case 'group':
      return `${filter.member ? 'Member' : 'Not a member'} of ${filter.group}`
    case 'unit':
      return `In unit ${filter.unit}`
    case 'attribute': {
      const { attribute, is, value } = filter
      const words = `${attributeTitle(attribute)} ${comparisonWords[is]}`
      return needsValue(is) ? `${words} ${filterValueWords(attribute, value)}` : words
    }
  }
}

/** The parts of a rule, a few words each; none where it is about everybody. */
export function ruleWords({ search, state, since, filters = [] }: PeopleRule): string[] {
  return [
    ...(state === null ? [] : [personStateWord[state]]),
    ...(since ? [since === 'new' ? 'New since last time' : 'Changed since last time'] : []),
    ...filters.map(filterWords),
    ...(search.trim() === '' ? [] : [`Search “${search.trim()}”`]),
  ]
}
