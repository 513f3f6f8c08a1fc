import type { Comparison, PeopleFilter, PeopleRule } from '../../../shared/model/person-query.ts'
import { attributeTitle } from '../../../shared/words/attribute-words.ts'
import { personStateWord } from '../../../shared/words/list-words.ts'
import { t, texts } from '../../../shared/words/text.ts'

/** What each comparison is called where a condition is put together. */
export const comparisonWords: Record<Comparison, string> = texts({
  is: 'is',
  'is-not': 'is not',
  contains: 'contains',
  'starts-with': 'starts with',
  empty: 'is empty',
  'not-empty': 'is not empty',
})

/** Whether a comparison holds the attribute against a value at all. */
export const needsValue = (is: Comparison): boolean => is !== 'empty' && is !== 'not-empty'

/** A value as the admin reads it. */
export function filterValueWords(attribute: string, value: string): string {
  if (attribute !== 'active') return value
  return value === 'true' ? t('Yes') : t('No')
}

/** A comparison with an attribute as a sentence says it. */
function comparedWords(is: Comparison, attribute: string, value: string): string {
  switch (is) {
    case 'is':
      return t('{attribute} is {value}', { attribute, value })
    case 'is-not':
      return t('{attribute} is not {value}', { attribute, value })
    case 'contains':
      return t('{attribute} contains {value}', { attribute, value })
    case 'starts-with':
      return t('{attribute} starts with {value}', { attribute, value })
    case 'empty':
      return t('{attribute} is empty', { attribute })
    case 'not-empty':
      return t('{attribute} is not empty', { attribute })
  }
}

/** A condition as a chip says it: `Department is Sales`. */
export function filterWords(filter: PeopleFilter): string {
  switch (filter.by) {
    case 'group':
      return filter.member
        ? t('Member of {group}', { group: filter.group })
        : t('Not a member of {group}', { group: filter.group })
    case 'unit':
      return t('In unit {unit}', { unit: filter.unit })
    case 'attribute': {
      const { attribute, is, value } = filter
      return comparedWords(is, attributeTitle(attribute), filterValueWords(attribute, value))
    }
  }
}

/** What is asked of somebody against the reading before the last. */
export const sinceWords = (since: NonNullable<PeopleRule['since']>): string =>
  since === 'new' ? t('New since last time') : t('Changed since last time')

/** The parts of a rule, a few words each; none where it is about everybody. */
export function ruleWords({ search, state, since, filters = [] }: PeopleRule): string[] {
  return [
    ...(state === null ? [] : [personStateWord[state]]),
    ...(since ? [sinceWords(since)] : []),
    ...filters.map(filterWords),
    ...(search.trim() === '' ? [] : [t('Search “{search}”', { search: search.trim() })]),
  ]
}
