import { Checkbox, Stack, Switch, Table, Text, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { GroupRules, GroupsState } from '../../../shared/model/group.ts'
import { sameJson } from '../../../shared/scim/diffs.ts'
import { t } from '../../../shared/words/text.ts'
import type { CallError } from '../../api.ts'
import { Notice } from '../../components/notice.tsx'
import { useFormat } from '../../format.tsx'
import { choicesOf, type GroupChoice, k2GroupsByName, lacksName, rulesOf } from './group-choice.ts'
import { SaveRow } from './save-row.tsx'
import classes from './section.module.css'
import { Heads } from './section.tsx'

/** Rows shown at once; the search finds the others. */
const shown = 100

/** What K2 has of that name. */
function k2Words(state: GroupsState, found: GroupsState['k2']): string {
  const [group] = found
  if (state.readAt === null) return t('Not read yet')
  if (group === undefined) return state.complete ? t('Not there: the push makes it') : t('Not listed')
  if (found.length > 1) return t('Two of this name: not planned')
  return group.complete
    ? t('{count, plural, one {# member} other {# members}}', { count: group.members })
    : t('{count, plural, one {# member} other {# members}} shown, maybe more', { count: group.members })
}

function GroupRow(props: {
  state: GroupsState
  choice: GroupChoice
  /** The groups of K2 that it leads to. */
  found: GroupsState['k2']
  onChange: (choice: GroupChoice) => void
}) {
  const { state, choice, found, onChange } = props
  const format = useFormat()
  const { from, people, chosen, to } = choice
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Checkbox
          label={<bdi>{from}</bdi>}
          checked={chosen}
          onChange={(event) => onChange({ ...choice, chosen: event.currentTarget.checked })}
        />
      </Table.Th>
      <Table.Td>{people === 0 ? t('No longer in the source') : format.number(people)}</Table.Td>
      <Table.Td>
        <TextInput
          size="xs"
          aria-label={t('Group of K2 for {group}', { group: from })}
          value={to}
          disabled={!chosen}
          error={lacksName(choice) ? t('Enter the name of the group in K2.') : null}
          onChange={(event) => onChange({ ...choice, to: event.currentTarget.value })}
        />
      </Table.Td>
      <Table.Td>{chosen ? k2Words(state, found) : ''}</Table.Td>
    </Table.Tr>
  )
}

/** The groups of the source, each with a tick and the group of K2 it leads to. */
export function GroupsForm(props: {
  state: GroupsState
  facts: string
  saving: boolean
  saved: boolean
  error: CallError | null
  onEdit: () => void
  onSave: (rules: GroupRules) => void
}) {
  const { state, onEdit } = props
  const [choices, setChoices] = useState(() => choicesOf(state))
  const [removes, setRemoves] = useState(state.rules.removes)
  const [search, setSearch] = useState('')
  const k2Groups = useMemo(() => k2GroupsByName(state), [state])
  const rules: GroupRules = { rules: rulesOf(choices), removes }
  const changed = !sameJson(rules, state.rules)
  const ready = changed && !choices.some(lacksName)
  const wanted = search.trim().toLowerCase()
  const found = choices.filter(({ from, to }) => wanted === '' || `${from}\n${to}`.toLowerCase().includes(wanted))
  if (state.source === null && choices.length === 0) {
    return (
      <Notice tone="info" title={t('The source does not tell of groups')}>
        {t('A file tells of them in a column named groups or memberOf, a directory by its own groups.')}
      </Notice>
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) props.onSave(rules)
      }}
    >
      <Stack gap={14}>
        <Switch
          label={t('Take people out of a group once the source no longer has them in it')}
          description={t('Off, Muster only adds. Review warns before anybody leaves a group.')}
          checked={removes}
          onChange={(event) => {
            onEdit()
            setRemoves(event.currentTarget.checked)
          }}
        />
        {choices.length > 10 ? (
          <TextInput
            label={t('Find a group')}
            w={280}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        ) : null}
        <Table className={`${classes.table ?? ''} ${classes.inForm ?? ''}`} aria-label={t('Groups of the source')}>
          <Heads heads={[t('Group of the source'), t('People'), t('Group of K2'), t('There now')]} />
          <Table.Tbody>
            {found.slice(0, shown).map((choice) => (
              <GroupRow
                key={choice.from}
                state={state}
                choice={choice}
                found={k2Groups(choice.to)}
                onChange={(next) => {
                  onEdit()
                  setChoices(choices.map((each) => (each.from === next.from ? next : each)))
                }}
              />
            ))}
          </Table.Tbody>
        </Table>
        {found.length > shown ? (
          <Text fz="xs" c="dimmed">
            {t('and {count, number} more: find them by name', { count: found.length - shown })}
          </Text>
        ) : null}
        <SaveRow update={props} ready={ready} label={t('Save groups')} otherwise={props.facts} />
      </Stack>
    </form>
  )
}
