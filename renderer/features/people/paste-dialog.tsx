import { Button, Checkbox, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../shared/words/text.ts'
import { failureOf, type Output, useAct } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Notice } from '../../components/notice.tsx'
import { ScrollBox } from '../../components/scroll-box.tsx'
import classes from './people.module.css'

type Found = Output<'people', 'find'>

function NotFound({ lines }: { lines: readonly string[] }) {
  const shown = [...new Set(lines)].slice(0, 500)
  return (
    <Notice
      tone="warning"
      title={t('{count, plural, one {# entry} other {# entries}} not found', { count: lines.length })}
    >
      <ScrollBox label={t('Not found')} most={180}>
        <List fz="sm">
          {shown.map((line) => (
            <List.Item key={line}>
              <bdi>{line}</bdi>
            </List.Item>
          ))}
        </List>
        {lines.length > 500 ? (
          <Text fz="sm">{t('and {count, number} more', { count: lines.length - 500 })}</Text>
        ) : null}
      </ScrollBox>
    </Notice>
  )
}

function Ambiguous(props: {
  entries: Found['ambiguous']
  chosen: ReadonlySet<number>
  onChoose: (id: number, on: boolean) => void
}) {
  return (
    <Notice
      tone="warning"
      title={t('{count, plural, one {# entry fits} other {# entries fit}} more than one person', {
        count: props.entries.length,
      })}
    >
      <ScrollBox label={t('More than one person')} most={180}>
        {props.entries.map(({ text, people }) => (
          <fieldset key={text} className={classes.choice}>
            <legend>
              <bdi>{text}</bdi>
            </legend>
            {people.map(({ id, name, userName, department }) => (
              <Checkbox
                key={id}
                size="sm"
                className={classes.option ?? ''}
                label={[name, userName, department].filter(Boolean).join(' · ')}
                checked={props.chosen.has(id)}
                onChange={(event) => props.onChoose(id, event.currentTarget.checked)}
              />
            ))}
          </fieldset>
        ))}
      </ScrollBox>
    </Notice>
  )
}

/** Selects people by a list from elsewhere; what was found and what was not are told apart before anything is selected. */
export function PasteDialog(props: {
  connection: string
  onSelect: (ids: readonly number[]) => void
  onClose: () => void
}) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const find = useAct('people', 'find', { onSuccess: () => setChosen(new Set()) })
  const found = find.data
  const ids = found ? [...new Set([...found.found, ...chosen])] : []
  const choose = (id: number, on: boolean) =>
    setChosen((before) => {
      const next = new Set(before)
      if (on) next.add(id)
      else next.delete(id)
      return next
    })
  return (
    <Modal opened onClose={props.onClose} size="lg" title={t('Paste a list')}>
      <Stack gap="md">
        <Textarea
          label={t('Names, addresses, sign-in names or identifiers')}
          description={t('One a line, or separated by semicolons or commas.')}
          autosize
          minRows={6}
          maxRows={12}
          data-autofocus
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            if (find.data || find.error) find.reset()
          }}
        />
        {find.error ? <ErrorPanel failure={failureOf(find.error)} /> : null}
        {found ? (
          <Text fz="sm" fw={600} role="status">
            {t('{count, plural, one {# person} other {# people}} found', { count: found.found.length })}
          </Text>
        ) : null}
        {found && found.ambiguous.length > 0 ? (
          <Ambiguous entries={found.ambiguous} chosen={chosen} onChoose={choose} />
        ) : null}
        {found && found.notFound.length > 0 ? <NotFound lines={found.notFound} /> : null}
        <Group justify="flex-end" gap={10}>
          <Button variant="default" onClick={props.onClose}>
            {t('Cancel')}
          </Button>
          {found ? (
            <Button disabled={ids.length === 0} onClick={() => props.onSelect(ids)}>
              {t('Select {count, plural, one {# person} other {# people}}', { count: ids.length })}
            </Button>
          ) : (
            <Button
              disabled={text.trim() === ''}
              loading={find.isPending}
              onClick={() => find.mutate({ connection: props.connection, text })}
            >
              {t('Find people')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}
