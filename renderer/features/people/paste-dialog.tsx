import { Button, Checkbox, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { failureOf, type Output, useAct } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Notice } from '../../components/notice.tsx'
import { ScrollBox } from '../../components/scroll-box.tsx'
import { useFormat } from '../../format.tsx'
import classes from './people.module.css'

type Found = Output<'people', 'find'>

function NotFound({ lines }: { lines: readonly string[] }) {
  const { count } = useFormat()
  const shown = [...new Set(lines)].slice(0, 500)
  return (
    <Notice tone="warning" title={`${count(lines.length, 'entry', 'entries')} not found`}>
      <ScrollBox label="Not found" most={180}>
        <List fz="sm">
          {shown.map((line) => (
            <List.Item key={line}>
              <bdi>{line}</bdi>
            </List.Item>
          ))}
        </List>
        {lines.length > 500 ? <Text fz="sm">and {count(lines.length - 500, 'more', 'more')}</Text> : null}
      </ScrollBox>
    </Notice>
  )
}

function Ambiguous(props: {
  entries: Found['ambiguous']
  chosen: ReadonlySet<number>
  onChoose: (id: number, on: boolean) => void
}) {
  const { count } = useFormat()
  return (
    <Notice tone="warning" title={`${count(props.entries.length, 'entry fits', 'entries fit')} more than one person`}>
      <ScrollBox label="More than one person" most={180}>
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
  const { count } = useFormat()
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
    <Modal opened onClose={props.onClose} size="lg" title="Paste a list">
      <Stack gap="md">
        <Textarea
          label="Names, addresses, sign-in names or identifiers"
          description="One a line, or separated by semicolons or commas."
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
            {count(found.found.length, 'person', 'people')} found
          </Text>
        ) : null}
        {found && found.ambiguous.length > 0 ? (
          <Ambiguous entries={found.ambiguous} chosen={chosen} onChoose={choose} />
        ) : null}
        {found && found.notFound.length > 0 ? <NotFound lines={found.notFound} /> : null}
        <Group justify="flex-end" gap={10}>
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          {found ? (
            <Button disabled={ids.length === 0} onClick={() => props.onSelect(ids)}>
              Select {count(ids.length, 'person', 'people')}
            </Button>
          ) : (
            <Button
              disabled={text.trim() === ''}
              loading={find.isPending}
              onClick={() => find.mutate({ connection: props.connection, text })}
            >
              Find people
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}
