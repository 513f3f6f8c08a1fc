import { Button, Stack, Text } from '@mantine/core'
import type { EmptiedBy, PeopleRule } from '../../../shared/model/person-query.ts'
import { personStateWord } from '../../../shared/words/list-words.ts'
import { useCall } from '../../api.ts'
import { useFormat } from '../../format.tsx'
import { filterWords } from './filter-words.ts'
import { everybody } from './people-view.ts'

/** What a part of a rule is called, and the rule without it. */
function dropped(rule: PeopleRule, part: EmptiedBy['part']): { words: string; rest: Partial<PeopleRule> } {
  const { search, state, since, filters = [] } = rule
  if (part === 'search') return { words: `the search “${search.trim()}”`, rest: { search: '' } }
  if (part === 'state') return { words: `“${state === null ? '' : personStateWord[state]}”`, rest: { state: null } }
  if (part === 'since')
    return { words: `“${since === 'new' ? 'New' : 'Changed'} since last time”`, rest: { since: null } }
  const filter = filters[part]
  return { words: `“${filter ? filterWords(filter) : ''}”`, rest: { filters: filters.toSpliced(part, 1) } }
}

/** Says that nobody fits, which condition is to blame, and offers to drop it. */
export function NobodyMatches(props: {
  connection: string
  rule: PeopleRule
  onChange: (rule: Partial<PeopleRule>) => void
}) {
  const { connection, rule, onChange } = props
  const { count } = useFormat()
  const ways = useCall('people', 'emptiedBy', { connection, rule }).data ?? []
  return (
    <Stack gap={6} align="center" role="status">
      <Text fz="sm" c="dimmed" ta="center">
        Nobody matches all of this.
      </Text>
      {ways.slice(0, 3).map(({ part, people }) => {
        const { words, rest } = dropped(rule, part)
        return (
          <Text key={part} fz="sm" ta="center">
            Without {words} there {people === 1 ? 'is' : 'are'} {count(people, 'person', 'people')}.{' '}
            <Button variant="subtle" onClick={() => onChange(rest)}>
              Drop {words}
            </Button>
          </Text>
        )
      })}
      <Button variant="subtle" onClick={() => onChange(everybody)}>
        Show everybody
      </Button>
    </Stack>
  )
}
