import { Button, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { t } from '../../../shared/words/text.ts'
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
  const goOn = async () => {
    if (!ready) return
    // The address holds the code, so nothing of it crosses IPC in the clear.
    comeBack.mutate({ connection, address: await seal(address, sealingKey) })
  }
  // No form of its own: on the Welcome screen it stands inside one.
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    void goOn()
  }
  const failure = comeBack.error?.failure
  return (
    <TextInput
      className={classes.address ?? ''}
      classNames={{ error: classes.wrong ?? '' }}
      label={t('Address the browser ended at')}
      description={t('It holds the answer, even where the page can’t be shown.')}
      autoComplete="off"
      spellCheck={false}
      value={address}
      error={failure ? [failure.happened, failure.detail, failure.todo].filter(Boolean).join(' ') : null}
      // Beside the field itself, whatever is said above and below it.
      inputContainer={(field) => (
        <div className={classes.paste}>
          {field}
          <Button variant="default" disabled={!ready} loading={comeBack.isPending} onClick={() => void goOn()}>
            {t('Go on')}
          </Button>
        </div>
      )}
      onKeyDown={onEnter}
      onChange={(event) => {
        comeBack.reset()
        setAddress(event.currentTarget.value)
      }}
    />
  )
}
