import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PeopleRule } from '../../../shared/model/person-query.ts'
import type { SavedSelection, SelectionContent } from '../../../shared/model/saved-selection.ts'
import { t } from '../../../shared/words/text.ts'
import { call, failureOf, invalidate } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { ruleWords } from './filter-words.ts'

/** What there is to save. */
export interface ToSave {
  readonly rule: PeopleRule
  /** How many the rule finds now. */
  readonly found: number
  readonly ticked: ReadonlySet<number>
  /** Everybody whom the rule finds is ticked, and nobody else. */
  readonly all: boolean
}

/** Saves what is picked, as a rule or as a list; which of the two is said, and can be chosen. */
export function SaveDialog(props: {
  connection: string
  toSave: ToSave
  /** The selection whose content is to be replaced; null to save a new one. */
  update: SavedSelection | null
  onSaved: (saved: SavedSelection) => void
  onClose: () => void
}) {
  const { connection, toSave, update } = props
  const { rule, found, ticked, all } = toSave
  const client = useQueryClient()
  const [name, setName] = useState(update?.name ?? '')
  const [kind, setKind] = useState<SelectionContent['kind']>(all || ticked.size === 0 ? 'rule' : 'list')
  const parts = ruleWords(rule)
  const save = useMutation<SavedSelection>({
    mutationFn: () => {
      const content: SelectionContent = kind === 'rule' ? { kind, rule } : { kind, people: [...ticked] }
      return update
        ? call('selections', 'update', { connection, selection: update.id, name, content })
        : call('selections', 'save', { connection, name, content })
    },
    onSuccess: async (saved) => {
      await invalidate(client, 'selections', 'list', connection)
      props.onSaved(saved)
    },
  })
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="md"
      title={update ? t('Update “{name}”', { name: update.name }) : t('Save this selection')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '' && !save.isPending) save.mutate()
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('Name')}
            maxLength={80}
            data-autofocus
            autoComplete="off"
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value)
              if (save.isError) save.reset()
            }}
          />
          <Radio.Group
            label={t('What is saved')}
            value={kind}
            onChange={(value) => setKind(value === 'list' ? 'list' : 'rule')}
          >
            <Stack gap={10} mt={8}>
              <Radio
                value="rule"
                label={t('A rule: whoever matches each time it is used')}
                description={t('{rule}. Now {count, plural, one {# person} other {# people}}.', {
                  rule: parts.join(' · ') || t('Everybody'),
                  count: found,
                })}
              />
              <Radio
                value="list"
                disabled={ticked.size === 0}
                label={t('A list: exactly the people who are ticked')}
                description={
                  ticked.size === 0
                    ? t('Nobody is ticked.')
                    : t('{count, plural, one {# person} other {# people}}. It stays the same.', { count: ticked.size })
                }
              />
            </Stack>
          </Radio.Group>
          {save.error ? <ErrorPanel failure={failureOf(save.error)} /> : null}
          <Text fz="xs" c="dimmed">
            {t('Using a saved selection only ticks people. Nothing is pushed by it.')}
          </Text>
          <Group justify="flex-end" gap={10}>
            <Button variant="default" onClick={props.onClose}>
              {t('Cancel')}
            </Button>
            <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>
              {update ? t('Update selection') : t('Save selection')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
