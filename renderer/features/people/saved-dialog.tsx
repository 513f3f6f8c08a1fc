import { ActionIcon, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconCheck, IconPencil, IconRefresh, IconTrash, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PeopleRule } from '../../../shared/model/person-query.ts'
import type { SavedSelection } from '../../../shared/model/saved-selection.ts'
import { t } from '../../../shared/words/text.ts'
import { call, failureOf, invalidate, useAct, useCall } from '../../api.ts'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { ScrollBox } from '../../components/scroll-box.tsx'
import { tell, tellFailure } from '../../components/tell.tsx'
import { ruleWords } from './filter-words.ts'
import classes from './saved.module.css'

const icon = { size: 15, stroke: 1.75, 'aria-hidden': true } as const

/** What a saved selection is, in one line. */
function selectionWords({ rule, found, gone }: SavedSelection): string {
  const finds = t('{count, plural, one {# person} other {# people}} now', { count: found })
  if (rule !== null) {
    return [t('Rule: {rule}', { rule: ruleWords(rule).join(' · ') || t('Everybody') }), finds].join(' · ')
  }
  const lost =
    gone > 0 ? [t('{count, plural, one {# person} other {# people}} gone from the source', { count: gone })] : []
  return [t('List'), finds, ...lost].join(' · ')
}

function Rename(props: {
  selection: SavedSelection
  busy: boolean
  onName: (name: string) => void
  onEnd: () => void
}) {
  const [name, setName] = useState(props.selection.name)
  return (
    <form
      className={classes.rename}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') props.onName(name)
      }}
    >
      <TextInput
        size="xs"
        aria-label={t('New name of {name}', { name: props.selection.name })}
        maxLength={80}
        autoFocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ActionIcon type="submit" aria-label={t('Keep the new name')} loading={props.busy} disabled={name.trim() === ''}>
        <IconCheck {...icon} />
      </ActionIcon>
      <ActionIcon aria-label={t('Keep the old name')} onClick={props.onEnd}>
        <IconX {...icon} />
      </ActionIcon>
    </form>
  )
}

/** The saved selections, to be renamed, updated to what is picked now, or deleted. */
export function SavedDialog(props: {
  connection: string
  canUpdate: boolean
  onUpdate: (selection: SavedSelection) => void
  onClose: () => void
}) {
  const { connection } = props
  const client = useQueryClient()
  const [renaming, setRenaming] = useState<number | null>(null)
  const [deleting, setDeleting] = useState<SavedSelection | null>(null)
  const list = useCall('selections', 'list', { connection })
  const onSuccess = async () => {
    await invalidate(client, 'selections', 'list', connection)
    setRenaming(null)
    setDeleting(null)
  }
  const update = useAct('selections', 'update', { onSuccess })
  const remove = useAct('selections', 'remove', { onSuccess })
  /** Says that one is gone. A rule can be saved again as it was; a list holds people whom the window does not know. */
  const removed = ({ name, rule }: SavedSelection) => {
    const again = (found: PeopleRule) =>
      call('selections', 'save', { connection, name, content: { kind: 'rule', rule: found } }).then(
        () => invalidate(client, 'selections', 'list', connection),
        tellFailure,
      )
    tell(t('“{name}” is deleted', { name }), rule === null ? undefined : () => void again(rule))
  }
  const error = list.error ?? update.error
  return (
    <Modal opened onClose={props.onClose} size={640} title={t('Saved selections')}>
      <Stack gap="md">
        {error ? <ErrorPanel failure={failureOf(error)} /> : null}
        {list.data?.length === 0 ? <Text fz="sm">{t('No selection is saved any more.')}</Text> : null}
        <ScrollBox label={t('Saved selections')} most={420}>
          <ul className={classes.list}>
            {list.data?.map((selection) => (
              <li key={selection.id} className={classes.item}>
                <div className={classes.words}>
                  {renaming === selection.id ? (
                    <Rename
                      selection={selection}
                      busy={update.isPending}
                      onName={(name) => update.mutate({ connection, selection: selection.id, name })}
                      onEnd={() => setRenaming(null)}
                    />
                  ) : (
                    <Text fz="sm" fw={600}>
                      <bdi>{selection.name}</bdi>
                    </Text>
                  )}
                  <Text fz="xs" c="dimmed">
                    {selectionWords(selection)}
                  </Text>
                </div>
                <Group gap={2} wrap="nowrap">
                  <ActionIcon
                    aria-label={t('Rename {name}', { name: selection.name })}
                    onClick={() => {
                      update.reset()
                      setRenaming(selection.id)
                    }}
                  >
                    <IconPencil {...icon} />
                  </ActionIcon>
                  <ActionIcon
                    aria-label={t('Update {name} to what is picked now', { name: selection.name })}
                    title={t('Update to what is picked now')}
                    disabled={!props.canUpdate}
                    onClick={() => props.onUpdate(selection)}
                  >
                    <IconRefresh {...icon} />
                  </ActionIcon>
                  <ActionIcon
                    aria-label={t('Delete {name}', { name: selection.name })}
                    onClick={() => setDeleting(selection)}
                  >
                    <IconTrash {...icon} />
                  </ActionIcon>
                </Group>
              </li>
            ))}
          </ul>
        </ScrollBox>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t('Close')}
          </Button>
        </Group>
      </Stack>
      {deleting ? (
        <ConfirmDialog
          opened
          title={t('Delete “{name}”', { name: deleting.name })}
          confirm={t('Delete selection')}
          danger
          busy={remove.isPending}
          failure={remove.error ? failureOf(remove.error) : null}
          onConfirm={() =>
            remove.mutate({ connection, selection: deleting.id }, { onSuccess: () => removed(deleting) })
          }
          onClose={() => setDeleting(null)}
        >
          {t('The saved selection is deleted. People, accounts and what is ticked stay as they are.')}
        </ConfirmDialog>
      ) : null}
    </Modal>
  )
}
