import { Code, Radio, Stack, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import type { Connection } from '../../../shared/model/connection.ts'
import { t, texts } from '../../../shared/words/text.ts'
import { Sentence } from '../../components/sentence.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { SaveRow } from './save-row.tsx'
import { Section } from './section.tsx'
import { useUpdate } from './use-update.ts'

type Path = Connection['scim']['path']

const pathWords: Record<Path, string> = texts({
  '/tokens/{token}/scim/v2': 'The layout of Nintex’s reference and sample',
  '/tokens/{token}': 'The short layout',
})

/** How the service builds its addresses: one of the two layouts that K2 is known to use. */
export function LayoutForm() {
  const connection = useConnection()
  const [path, setPath] = useState(connection.scim.path)
  const [lowerCase, setLowerCase] = useState(connection.scim.lowerCase)
  const resource = lowerCase ? 'users' : 'Users'
  const update = useUpdate(connection)
  const changed = path !== connection.scim.path || lowerCase !== connection.scim.lowerCase
  return (
    <Section
      title={t('Addresses of the SCIM service')}
      lead={t('Change this only when K2 answers that it has no such address.')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          update.save({ path, lowerCase })
        }}
      >
        <Stack gap={14}>
          <Radio.Group
            label={t('Path')}
            value={path}
            onChange={(value) => {
              update.edited()
              setPath(value as Path)
            }}
          >
            <Stack gap={10} mt={8}>
              {Object.entries(pathWords).map(([value, words]) => (
                <Radio key={value} value={value} label={words} description={<Code>{value}</Code>} />
              ))}
            </Stack>
          </Radio.Group>
          <Switch
            label={t('Lower-case resource names')}
            description={t('users and groups instead of Users and Groups')}
            checked={lowerCase}
            onChange={(event) => {
              update.edited()
              setLowerCase(event.currentTarget.checked)
            }}
          />
          <Text fz="xs" c="dimmed">
            <Sentence
              message="Accounts are at {address}"
              values={{
                address: (
                  <Code>
                    {connection.scim.baseUrl}
                    {path.replace('{token}', '••••')}/{resource}
                  </Code>
                ),
              }}
            />
          </Text>
          <SaveRow update={update} ready={changed} />
        </Stack>
      </form>
    </Section>
  )
}
