import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../shared/words/text.ts'
import { callKey, failureOf, useAct, useCall } from '../../api.ts'
import { FailureWords } from '../../components/error-panel.tsx'
import { Notice } from '../../components/notice.tsx'
import { seal } from '../../seal.ts'
import { useConnection } from '../connections/current-connection.tsx'

function SignInForm({ proxy, onClose }: { proxy: string; onClose: () => void }) {
  const { id } = useConnection()
  const client = useQueryClient()
  const info = useCall('app', 'info', undefined).data
  const [user, setUser] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useAct('network', 'signIn', {
    onSuccess: (shown) => {
      client.setQueryData(callKey('network', 'settings', { connection: id }), shown)
      // Whatever failed for want of it is asked once more.
      void client.invalidateQueries({ predicate: ({ state }) => state.status === 'error' })
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
        {signIn.error ? (
          <Notice tone="bad" urgent title={failureOf(signIn.error).happened}>
            <FailureWords failure={failureOf(signIn.error)} />
          </Notice>
        ) : null}
        <Group justify="flex-end" gap={10}>
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button type="submit" disabled={!ready} loading={signIn.isPending}>
            {t('Sign in to the proxy')}
          </Button>
        </Group>
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
