import { Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../shared/words/text.ts'
import { failureOf, useAct, useCall } from '../../api.ts'
import { DialogEnd } from '../../components/dialog-end.tsx'
import { seal } from '../../seal.ts'
import { useConnection } from '../connections/current-connection.tsx'
import { useShowNetwork } from './use-network.ts'

function SignInForm({ proxy, onClose }: { proxy: string; onClose: () => void }) {
  const { id } = useConnection()
  const { showAndRetry } = useShowNetwork()
  const info = useCall('app', 'info', undefined).data
  const [user, setUser] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useAct('network', 'signIn', {
    onSuccess: (shown) => {
      showAndRetry(shown)
      onClose()
    },
  })
  const ready = user.trim() !== '' && password !== '' && info !== undefined
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault()
        if (!ready) return
        const sealed = await seal(password, info.sealingKey)
        signIn.mutate({ connection: id, signIn: { proxy, user: user.trim(), password: sealed } })
      }}
    >
      <Stack gap="md">
        <Text fz="sm">
          {t(
            'The proxy {proxy} lets nothing pass until it knows you. Name and password go straight to the keychain, and to this proxy only.',
            { proxy },
          )}
        </Text>
        <TextInput
          label={t('Name')}
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          value={user}
          onChange={(event) => setUser(event.currentTarget.value)}
        />
        <TextInput
          label={t('Password')}
          type="password"
          autoComplete="off"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <DialogEnd
          confirm={t('Sign in to the proxy')}
          ready={ready}
          busy={signIn.isPending}
          failure={signIn.error ? failureOf(signIn.error) : null}
          onCancel={onClose}
        />
      </Stack>
    </form>
  )
}

/** Asks for a sign-in to a proxy, `host:port`; closed while that is null. */
export function ProxySignIn({ proxy, onClose }: { proxy: string | null; onClose: () => void }) {
  return (
    <Modal opened={proxy !== null} onClose={onClose} title={t('Sign in to the proxy')} size="md">
      {proxy === null ? null : <SignInForm proxy={proxy} onClose={onClose} />}
    </Modal>
  )
}
