import { Button, Group, NativeSelect, Popover, Stack, TextInput } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { unitAttribute } from '../../../shared/model/attribute-name.ts'
import { type Comparison, comparisons, type Filterable, type PeopleFilter } from '../../../shared/model/person-query.ts'
import { attributeTitle } from '../../../shared/words/attribute-words.ts'
import { t } from '../../../shared/words/text.ts'
import { failureOf, useCall } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { comparisonWords, needsValue } from './filter-words.ts'
import { ValueList } from './value-list.tsx'

interface FilterFormProps {
  readonly connection: string
  readonly onAdd: (filter: PeopleFilter) => void
}

/** What stands in the choice for group and unit; no attribute is called so. */
const [group, unit] = ['by-group', 'by-unit'] as const

function AttributeCondition({ connection, attribute, onAdd }: FilterFormProps & { attribute: string }) {
  const [is, setIs] = useState<Comparison>('is')
  const [value, setValue] = useState('')
  const add = (wanted: string) => onAdd({ by: 'attribute', attribute, is, value: wanted })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add(value.trim())
  }
  return (
    <Stack component="form" gap={8} onSubmit={submit}>
      <NativeSelect
        size="xs"
        label={t('Condition')}
        data={comparisons.map((each) => ({ value: each, label: comparisonWords[each] }))}
        value={is}
        onChange={(event) => {
          const chosen = comparisons.find((each) => each === event.currentTarget.value)
          if (chosen) setIs(chosen)
        }}
      />
      {is === 'is' || is === 'is-not' ? (
        <ValueList
          connection={connection}
          of={{ by: 'attribute', attribute }}
          label={t('Search values')}
          onChoose={add}
        />
      ) : (
        <>
          {needsValue(is) ? (
            <TextInput
              size="xs"
              label={t('Text')}
              maxLength={200}
              data-autofocus
              value={value}
              onChange={(event) => setValue(event.currentTarget.value)}
            />
          ) : null}
          <Group justify="flex-end">
            <Button type="submit" disabled={needsValue(is) && value.trim() === ''}>
              {t('Add filter')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  )
}

function GroupCondition({ connection, onAdd }: FilterFormProps) {
  const [member, setMember] = useState(true)
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('Condition')}
        data={[
          { value: 'yes', label: t('is a member of') },
          { value: 'no', label: t('is not a member of') },
        ]}
        value={member ? 'yes' : 'no'}
        onChange={(event) => setMember(event.currentTarget.value === 'yes')}
      />
      <ValueList
        connection={connection}
        of={{ by: 'group' }}
        label={t('Search groups')}
        onChoose={(value) => onAdd({ by: 'group', group: value, member })}
      />
    </>
  )
}

function FilterForm({ filterable, ...form }: FilterFormProps & { filterable: Filterable }) {
  const { attributes, groups, units } = filterable
  const [by, setBy] = useState(groups > 0 ? group : units > 0 ? unit : (attributes[0]?.name ?? ''))
  const named = attributes
    .filter(({ name }) => name !== unitAttribute || units === 0)
    .map(({ name }) => ({ value: name, label: attributeTitle(name) }))
  return (
    <Stack gap={8}>
      <NativeSelect
        size="xs"
        label={t('Filter by')}
        data={[
          ...(groups > 0
            ? [{ value: group, label: t('Group ({count, plural, one {# group} other {# groups}})', { count: groups }) }]
            : []),
          ...(units > 0
            ? [
                {
                  value: unit,
                  label: t('Organisational unit ({count, plural, one {# unit} other {# units}})', { count: units }),
                },
              ]
            : []),
          { group: t('Attributes'), items: named },
        ]}
        value={by}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      {by === group ? <GroupCondition {...form} /> : null}
      {by === unit ? (
        <ValueList
          connection={form.connection}
          of={{ by: 'unit' }}
          label={t('Search units')}
          onChoose={(value) => form.onAdd({ by: 'unit', unit: value })}
        />
      ) : null}
      {by === group || by === unit ? null : <AttributeCondition key={by} attribute={by} {...form} />}
    </Stack>
  )
}

/** Adds a condition on people: by group, by organisational unit, or by any attribute that somebody has. */
export function FilterButton({ connection, disabled, onAdd }: FilterFormProps & { disabled: boolean }) {
  const [opened, setOpened] = useState(false)
  // It opens when there is something to choose from: then the focus can go there.
  const { data: filterable, error } = useCall('people', 'filterable', opened ? { connection } : null)
  return (
    <Popover
      opened={opened && (filterable !== undefined || error !== null)}
      onChange={setOpened}
      position="bottom-start"
      width={300}
      trapFocus
      returnFocus
      shadow="md"
      radius="md"
    >
      <Popover.Target>
        <Button
          variant="default"
          disabled={disabled}
          leftSection={<IconFilter size={15} stroke={1.75} aria-hidden />}
          loading={opened && filterable === undefined && error === null}
          onClick={() => setOpened(!opened)}
        >
          {t('Filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('Filter')}>
        {error ? <ErrorPanel failure={failureOf(error)} /> : null}
        {filterable ? (
          <FilterForm
            connection={connection}
            filterable={filterable}
            onAdd={(filter) => {
              onAdd(filter)
              setOpened(false)
            }}
          />
        ) : null}
      </Popover.Dropdown>
    </Popover>
  )
}
