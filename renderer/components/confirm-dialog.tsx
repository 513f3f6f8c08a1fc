/*
 * Signature:
 *   <ConfirmDialog opened title="Sign out of Contoso" confirm="Sign out" danger busy typed="Contoso" failure={…}
 *     onConfirm={(typed) => …} onClose={…}>what it does</ConfirmDialog>
 *   typed: the text that has to be typed before the button works; null or left out asks for none.
 */
import { Modal, Stack, Text, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Failure } from '../../shared/errors.ts'
import { t } from '../../shared/words/text.ts'
import { DialogEnd } from './dialog-end.tsx'

/** See the top of the file. */
export interface ConfirmDialogProps {
  readonly opened: boolean
  readonly title: string
  readonly confirm: string
  readonly danger?: boolean
  readonly busy?: boolean
  readonly typed?: string | null
  /** Label of the field; the text to type is part of it. */
  readonly typedLabel?: string
  readonly failure?: Failure | null
  readonly onConfirm: (typed: string | null) => void
  readonly onClose: () => void
  readonly children: ReactNode
}

function Body(props: ConfirmDialogProps) {
  const { typed = null, busy = false, danger = false, failure = null } = props
  const [text, setText] = useState('')
  const ready = typed === null || text.trim() === typed
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !busy) props.onConfirm(typed === null ? null : text.trim())
      }}
    >
      <Stack gap="md">
        <Text component="div" fz="sm">
          {props.children}
        </Text>
        {typed === null ? null : (
          <TextInput
            label={props.typedLabel ?? t('Type {typed} to confirm', { typed })}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
          />
        )}
        <DialogEnd
          confirm={props.confirm}
          danger={danger}
          ready={ready}
          busy={busy}
          failure={failure}
          cancelFirst={typed === null}
          onCancel={props.onClose}
        />
      </Stack>
    </form>
  )
}

/** Asks before something that can't be taken back. Esc and Cancel leave everything as it is. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} size="md">
      <Body {...props} />
    </Modal>
  )
}
