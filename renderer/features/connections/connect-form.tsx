import { Button, Stack } from '@mantine/core'
import { IconLogin2 } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { SettingsDraft } from '../../../shared/model/connection.ts'
import { t } from '../../../shared/words/text.ts'
import { failureOf } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Notice } from '../../components/notice.tsx'
import { SignInWait } from '../session/sign-in-wait.tsx'
import { colourFor } from './colours.ts'
import { NamingFields } from './naming-fields.tsx'
import type { Naming, useConnect } from './use-connect.ts'
import classes from './welcome-screen.module.css'

function Outcome({ connect }: { connect: ReturnType<typeof useConnect> }) {
  const { session, error } = connect
  if (error) return <ErrorPanel failure={failureOf(error)} />
  if (session?.status === 'signing-in') return <SignInWait state={session} />
  if (!session?.failure) return null
  if (session.failure.code === 'signin-cancelled')
    return (
      <Notice tone="info" title={session.failure.happened}>
        {session.failure.todo}
      </Notice>
    )
  return <ErrorPanel failure={session.failure} />
}

const explanation = (draft: SettingsDraft, name: string): string => {
  if (!draft.complete) return t('Signing in becomes possible when no field is missing.')
  if (name.trim() === '') return t('Give this connection a name first.')
  if (draft.grant === 'client-credentials')
    return t('Muster signs in with the client secret. No browser opens, and nobody has to agree again after 30 days.')
  return t('Your browser opens. Sign in there and agree; you come back here by yourself.')
}

/** Name of the connection and the button that makes it and signs in. */
export function ConnectForm(props: {
  draft: SettingsDraft
  /** The text was changed and is being read: this draft is about to be replaced. */
  reading: boolean
  /** The settings are the sample tenant's. */
  sample: boolean
  connect: ReturnType<typeof useConnect>
}) {
  const { draft, connect } = props
  const [naming, setNaming] = useState<Naming>(() => {
    const [name, environment] = props.sample
      ? [t('Sample tenant'), t('Test##environment')]
      : [draft.suggestedName, t('Production')]
    return { name, environment, colour: colourFor(environment) }
  })
  const [suggested, setSuggested] = useState(draft.suggestedName)
  useEffect(() => {
    setSuggested(draft.suggestedName)
    // A name the admin has changed is theirs.
    setNaming((before) => (before.name === suggested ? { ...before, name: draft.suggestedName } : before))
  }, [draft.suggestedName, suggested])
  const waiting = connect.session?.status === 'signing-in'
  const outcome = useRef<HTMLDivElement>(null)
  const news = connect.error ?? connect.session
  useEffect(() => {
    // In a low window what has just happened would be below its edge.
    if (news) outcome.current?.scrollIntoView({ block: 'nearest' })
  }, [news])
  const ready = draft.complete && !props.reading && naming.name.trim() !== '' && !connect.busy
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) connect.connect(draft, { ...naming, name: naming.name.trim() })
      }}
    >
      <Stack gap={16}>
        <NamingFields value={naming} onChange={setNaming} disabled={connect.busy} />
        <div ref={outcome} className={classes.outcome}>
          <Outcome connect={connect} />
        </div>
        {waiting ? null : (
          <div>
            <Button
              type="submit"
              fullWidth
              size="md"
              disabled={!ready && !connect.busy}
              loading={connect.busy}
              leftSection={<IconLogin2 size={18} stroke={1.75} aria-hidden />}
            >
              {t('Sign in')}
            </Button>
            <p className={classes.after}>{explanation(draft, naming.name)}</p>
          </div>
        )}
      </Stack>
    </form>
  )
}
