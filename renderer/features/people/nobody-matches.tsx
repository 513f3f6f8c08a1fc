import { Button, Stack, Text } from '@mantine/core'
import type { EmptiedBy, PeopleRule } from '../../../shared/model/person-query.ts'
import { personStateWord } from '../../../shared/words/list-words.ts'
import { t } from '../../../shared/words/text.ts'
import { useCall } from '../../api.ts'
import { filterWords, sinceWords } from './filter-words.ts'
import { everybody } from './people-view.ts'

/** A part of a rule as its chip says it, and the rule without it. */
function dropped(rule: PeopleRule, part: EmptiedBy['part']): { said: string; rest: Partial<PeopleRule> } {
  const { search, state, since, filters = [] } = rule
  if (part === 'search') return { said: search.trim(), rest: { search: '' } }
  if (part === 'state') return { said: state === null ? '' : personStateWord[state], rest: { state: null } }
  if (part === 'since') return { said: since ? sinceWords(since) : '', rest: { since: null } }
  const filter = filters[part]
  return { said: filter ? filterWords(filter) : '', rest: { filters: filters.toSpliced(part, 1) } }
}

/** How many there would be without a part of a rule, and what the button is called that drops it. */
function droppingWords(part: EmptiedBy['part'], said: string, count: number): { without: string; drop: string } {
  if (part === 'search')
    return {
      without: t('Without the search “{said}” there {count, plural, one {is # person} other {are # people}}.', {
        said,
        count,
      }),
      drop: t('Drop the search “{said}”', { said }),
    }
  return {
    without: t('Without “{said}” there {count, plural, one {is # person} other {are # people}}.', { said, count }),
    drop: t('Drop “{said}”', { said }),
  }
}

/** Says that nobody fits, which condition is to blame, and offers to drop it. */
export function NobodyMatches(props: {
  connection: string
  rule: PeopleRule
  onChange: (rule: Partial<PeopleRule>) => void
}) {
  const { connection, rule, onChange } = props
  const ways = useCall('people', 'emptiedBy', { connection, rule }).data ?? []
  return (
    <Stack gap={6} align="center" role="status">
      <Text fz="sm" c="dimmed" ta="center">
        {t('Nobody matches all of this.')}
      </Text>
      {ways.slice(0, 3).map(({ part, people }) => {
        const { said, rest } = dropped(rule, part)
        const { without, drop } = droppingWords(part, said, people)
        return (
          <Text key={part} fz="sm" ta="center">
            {without}{' '}
            <Button variant="subtle" onClick={() => onChange(rest)}>
              {drop}
            </Button>
          </Text>
        )
      })}
      <Button variant="subtle" onClick={() => onChange(everybody)}>
        {t('Show everybody')}
      </Button>
    </Stack>
  )
}
