import { Button, Group, NumberInput, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  type NetworkInput,
  type ProxySettings,
  proxyProblem,
  type ShownNetwork,
} from '../../../shared/model/network.ts'
import { sameJson } from '../../../shared/scim/diffs.ts'
import { t, texts } from '../../../shared/words/text.ts'
import { useAct } from '../../api.ts'
import { CertificateFileButton } from '../../components/certificate-file.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { SaveRow } from '../settings/save-row.tsx'
import { Section } from '../settings/section.tsx'
import { useNetwork, useShowNetwork } from './use-network.ts'

const modes: Record<ProxySettings['mode'], string> = texts({
  system: 'As this computer says, PAC files included',
  none: 'No proxy',
  fixed: 'This proxy',
  pac: 'A PAC file',
})

/** What the fields can be filled with. */
const examples = { proxy: 'proxy.contoso.com', pac: 'https://proxy.contoso.com/proxy.pac' }

/** What each choice starts with. */
const blank: Record<ProxySettings['mode'], ProxySettings> = {
  system: { mode: 'system' },
  none: { mode: 'none' },
  fixed: { mode: 'fixed', host: '', port: 8080 },
  pac: { mode: 'pac', url: '' },
}

function ProxyFields({ proxy, onChange }: { proxy: ProxySettings; onChange: (proxy: ProxySettings) => void }) {
  if (proxy.mode === 'fixed')
    return (
      <Group gap={16} align="flex-start">
        <TextInput
          label={t('Proxy')}
          description={t('Its name or address')}
          placeholder={examples.proxy}
          w={300}
          spellCheck={false}
          value={proxy.host}
          error={proxy.host === '' ? null : proxyProblem(proxy)}
          onChange={(event) => onChange({ ...proxy, host: event.currentTarget.value.trim() })}
        />
        <NumberInput
          label={t('Port of the proxy')}
          description={t('Usually 8080')}
          w={140}
          min={1}
          max={65_535}
          allowDecimal={false}
          thousandSeparator=""
          hideControls
          value={proxy.port}
          onChange={(value) => onChange({ ...proxy, port: typeof value === 'number' ? value : 8080 })}
        />
      </Group>
    )
  if (proxy.mode !== 'pac') return null
  return (
    <TextInput
      label={t('Address of the PAC file')}
      placeholder={examples.pac}
      spellCheck={false}
      value={proxy.url}
      error={proxy.url === '' ? null : proxyProblem(proxy)}
      onChange={(event) => onChange({ mode: 'pac', url: event.currentTarget.value.trim() })}
    />
  )
}

/** Who vouches for the servers of the connection beside those that this computer trusts. */
function AuthorityField(props: {
  name: string | null
  onChange: (authority: NetworkInput['authority'], name: string | null) => void
}) {
  const { name, onChange } = props
  return (
    <div>
      <Text fz="sm" fw={500}>
        {t('Certificate authorities')}
      </Text>
      <Group gap={10} mt={6}>
        <Text fz="sm">
          {name === null ? (
            t('Those that this computer trusts.')
          ) : (
            <Sentence
              message="Those that this computer trusts, and the one in {file}."
              values={{ file: <bdi>{name}</bdi> }}
            />
          )}
        </Text>
        <CertificateFileButton onChosen={(file) => onChange({ grant: file.grant }, file.name)}>
          {t('Add a certificate file')}
        </CertificateFileButton>
        {name === null ? null : (
          <Button variant="subtle" onClick={() => onChange('system', null)}>
            {t('Take it away')}
          </Button>
        )}
      </Group>
    </div>
  )
}

function SignInLine({ signIn }: Pick<ShownNetwork, 'signIn'>) {
  const { id } = useConnection()
  const { show } = useShowNetwork()
  const forget = useAct('network', 'signIn', { onSuccess: show })
  if (signIn === null) return null
  return (
    <Group gap={10}>
      <Text fz="sm">
        <Sentence
          message="Muster signs in to {proxy} as {user}."
          values={{ proxy: signIn.proxy, user: <bdi>{signIn.user}</bdi> }}
        />
      </Text>
      <Button
        variant="subtle"
        loading={forget.isPending}
        onClick={() => forget.mutate({ connection: id, signIn: null })}
      >
        {t('Forget this sign-in')}
      </Button>
    </Group>
  )
}

function Form({ shown }: { shown: ShownNetwork }) {
  const { id } = useConnection()
  const { show } = useShowNetwork()
  const [proxy, setProxy] = useState(shown.proxy)
  const [authority, setAuthority] = useState<{ input: NetworkInput['authority']; name: string | null }>({
    input: 'kept',
    name: shown.authority,
  })
  const change = useAct('network', 'change', {
    onSuccess: (after) => {
      show(after)
      setAuthority({ input: 'kept', name: after.authority })
    },
  })
  const changed =
    !sameJson(proxy, shown.proxy) ||
    (authority.input !== 'kept' && !(authority.input === 'system' && shown.authority === null))
  return (
    <form
      aria-label={t('Network')}
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ connection: id, proxy, authority: authority.input })
      }}
    >
      <Stack gap={16}>
        <Radio.Group
          label={t('Requests leave this computer through')}
          value={proxy.mode}
          onChange={(mode) => {
            change.reset()
            setProxy(mode === shown.proxy.mode ? shown.proxy : blank[mode as ProxySettings['mode']])
          }}
        >
          <Group gap="8px 26px" mt={8}>
            {Object.entries(modes).map(([mode, words]) => (
              <Radio key={mode} value={mode} label={words} />
            ))}
          </Group>
        </Radio.Group>
        <ProxyFields
          proxy={proxy}
          onChange={(next) => {
            change.reset()
            setProxy(next)
          }}
        />
        <SignInLine signIn={shown.signIn} />
        <AuthorityField
          name={authority.name}
          onChange={(input, name) => {
            change.reset()
            setAuthority({ input, name })
          }}
        />
        <SaveRow
          update={{ saving: change.isPending, saved: change.isSuccess, error: change.error }}
          ready={changed && proxyProblem(proxy) === null}
        />
      </Stack>
    </form>
  )
}

/** The proxy of a connection and whom it trusts. There is no way to trust everybody. */
export function NetworkForm() {
  const { id } = useConnection()
  const shown = useNetwork()
  return (
    <Section
      title={t('Network')}
      lead={t('For this connection alone: its sign-in, its SCIM service, and a SCIM service people come from.')}
    >
      {shown ? <Form key={id} shown={shown} /> : null}
    </Section>
  )
}
