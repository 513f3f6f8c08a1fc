import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useCall } from '../../api.ts'
import { seal } from '../../seal.ts'
import { useSessionActs } from './session.ts'
import classes from './session-notices.module.css'

/** For a browser that can't reach this computer: takes the address it ended at, which main holds against the sign-in that waits. */
export function PasteBack({ connection }: { connection: string }) {
  const sealingKey = useCall('app', 'info', undefined).data?.sealingKey
  const { comeBack } = useSessionActs()
  const [address, setAddress] = useState('')
  const ready = sealingKey !== undefined && address.trim() !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    // The address holds the code, so nothing of it crosses IPC in the clear.
    comeBack.mutate({ connection, address: await seal(address, sealingKey) })
  }
  const failure = comeBack.error?.failure
  return (
    <form className={classes.paste} onSubmit={(event) => void submit(event)}>
      <TextInput
        className={classes.address ?? ''}
        label="Address the browser ended at"
        description="The page there can’t be shown, but its address holds the answer. Copy it whole."
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        value={address}
        error={failure ? [failure.happened, failure.detail, failure.todo].filter(Boolean).join(' ') : null}
        onChange={(event) => {
          comeBack.reset()
          setAddress(event.currentTarget.value)
        }}
      />
      <Button type="submit" variant="default" disabled={!ready} loading={comeBack.isPending}>
        Go on
      </Button>
    </form>
  )
}
