import { Avatar, Menu, UnstyledButton } from '@mantine/core'
import { IconCopy, IconLogin2, IconLogout, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { SessionState } from '../../../shared/model/session.ts'
import { t } from '../../../shared/words/text.ts'
import { useCommand } from '../../commands/commands.tsx'
import { Later } from '../../components/later.tsx'
import compact from '../../frame.module.css'
import { useNow } from '../../now.ts'
import { useSession, useSessionActs } from './session.ts'
import classes from './session-card.module.css'
import { SignOutDialog } from './sign-out-dialog.tsx'
import { initials, type StateWords, stateWords } from './state-words.ts'

function Face({ state, words }: { state: SessionState; words: StateWords }) {
  return (
    <>
      <span className={classes.who}>
        <Avatar size={28} radius="xl" color="indigo" aria-hidden>
          {state.admin ? initials(state.admin.name) : null}
        </Avatar>
        <span className={`${classes.words} ${compact.label}`}>
          <span className={classes.name}>{words.title}</span>
          {words.state ? (
            <span className={classes.state} data-tone={words.tone}>
              {words.state}
            </span>
          ) : null}
        </span>
      </span>
      {words.share === null ? null : (
        <span className={classes.bar} style={{ display: 'block' }}>
          <span
            className={classes.left}
            data-tone={words.tone}
            style={{ display: 'block', width: `${Math.round(words.share * 100)}%` }}
          />
        </span>
      )}
    </>
  )
}

/** Bottom of the rail: who is signed in and how long that lasts. Signed out or expired, it is the button that signs in. */
export function SessionCard({ connection }: { connection: string }) {
  const state = useSession(connection)
  const acts = useSessionActs()
  const now = useNow(60_000)
  const [leaving, setLeaving] = useState(false)
  useCommand('sign-in', () => acts.signIn(connection))
  useCommand('sign-out', () => setLeaving(true))
  if (!state) return null
  const words = stateWords(state, now)
  if (state.status === 'expired' || state.status === 'signed-out')
    return (
      <UnstyledButton className={classes.card} onClick={() => acts.signIn(connection)} aria-label={words.spoken}>
        <Face state={state} words={words} />
      </UnstyledButton>
    )
  const waiting = state.status === 'signing-in'
  return (
    <>
      <Menu position="top-start" width={214} withinPortal>
        <Menu.Target>
          <UnstyledButton className={classes.card} aria-label={words.spoken}>
            <Face state={state} words={words} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {waiting ? (
            <>
              {state.deadline === null ? null : (
                <Menu.Item
                  leftSection={<IconCopy size={16} stroke={1.75} />}
                  onClick={() => acts.copyAddress(connection)}
                >
                  {t('Copy address')}
                </Menu.Item>
              )}
              <Menu.Item leftSection={<IconX size={16} stroke={1.75} />} onClick={() => acts.cancel(connection)}>
                {t('Cancel sign-in')}
              </Menu.Item>
            </>
          ) : (
            <>
              {state.admin?.email ? <Menu.Label>{state.admin.email}</Menu.Label> : null}
              <Menu.Item leftSection={<IconLogin2 size={16} stroke={1.75} />} onClick={() => acts.signIn(connection)}>
                {t('Sign in again')}
              </Menu.Item>
              <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} />} onClick={() => setLeaving(true)}>
                {t('Sign out')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Later>
        <SignOutDialog connection={connection} opened={leaving} onClose={() => setLeaving(false)} />
      </Later>
    </>
  )
}
