import { Code, Radio, Stack, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import type { Connection } from '../../../shared/model/connection.ts'
import { useConnection } from '../connections/current-connection.tsx'
import { SaveRow } from './save-row.tsx'
import { Section } from './section.tsx'
import { useUpdate } from './use-update.ts'

type Path = Connection['scim']['path']

const pathWords: Record<Path, string> = {
  '/tokens/{token}/scim/v2': 'The layout of Nintex’s reference and sample',
  '/tokens/{token}': 'The short layout',
}

/** How the service builds its addresses: one of the two layouts that K2 is known to use. */
export function LayoutForm() {
  const connection = useConnection()
  const [path, setPath] = useState(connection.scim.path)
  const [lowerCase, setLowerCase] = useState(connection.scim.lowerCase)
  const update = useUpdate(connection)
  const changed = path !== connection.scim.path || lowerCase !== connection.scim.lowerCase
  return (
    <Section title="Addresses of the SCIM service" lead="Change this only when K2 answers that it has no such address.">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          update.save({ path, lowerCase })
        }}
      >
        <Stack gap={14}>
          <Radio.Group
            label="Path"
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
            label="Lower-case resource names"
            description="users and groups instead of Users and Groups"
            checked={lowerCase}
            onChange={(event) => {
              update.edited()
              setLowerCase(event.currentTarget.checked)
            }}
          />
          <Text fz="xs" c="dimmed">
            Accounts are at{' '}
            <Code>
              {connection.scim.baseUrl}
              {path.replace('{token}', '••••')}/{lowerCase ? 'users' : 'Users'}
            </Code>
          </Text>
          <SaveRow update={update} ready={changed} />
        </Stack>
      </form>
    </Section>
  )
}
