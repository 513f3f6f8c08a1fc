import { Tabs } from '@mantine/core'
import { type ComponentType, useEffect, useState } from 'react'
import { Page } from '../../components/page.tsx'
import { type SettingsSection, settingsSections } from '../../navigation.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { MappingSection } from '../mapping/mapping-section.tsx'
import { AboutSection } from './about-section.tsx'
import { ConnectionSection } from './connection-section.tsx'
import { DiagnosticsSection } from './diagnostics-section.tsx'
import { GroupsSection } from './groups-section.tsx'
import { KeychainSection } from './keychain-section.tsx'
import { SafetySection } from './safety-section.tsx'
import classes from './settings-screen.module.css'
import { SourceSection } from './source-section.tsx'
import { SupportsSection } from './supports-section.tsx'
import { UpdatesSection } from './updates-section.tsx'

const sections: Record<SettingsSection, { label: string; Content: ComponentType }> = {
  connection: { label: 'Connection', Content: ConnectionSection },
  supports: { label: 'What the service supports', Content: SupportsSection },
  source: { label: 'Source', Content: SourceSection },
  mapping: { label: 'Mapping', Content: MappingSection },
  groups: { label: 'Groups', Content: GroupsSection },
  safety: { label: 'Safety limits', Content: SafetySection },
  keychain: { label: 'Keychain', Content: KeychainSection },
  updates: { label: 'Updates', Content: UpdatesSection },
  diagnostics: { label: 'Diagnostics', Content: DiagnosticsSection },
  about: { label: 'About', Content: AboutSection },
}

/** Everything that can be set or known about a connection, a section at a time. */
export function SettingsScreen({ section }: { section: SettingsSection }) {
  const connection = useConnection()
  const [shown, setShown] = useState<SettingsSection>(section)
  useEffect(() => setShown(section), [section])
  const { Content } = sections[shown]
  return (
    <Page title="Settings" facts={[connection.name, connection.environment].filter(Boolean).join(' · ')}>
      <Tabs
        className={classes.layout ?? ''}
        classNames={{ tabLabel: classes.tabLabel ?? '' }}
        orientation="vertical"
        variant="none"
        value={shown}
        onChange={(value) => {
          const next = settingsSections.find((each) => each === value)
          if (next) setShown(next)
        }}
      >
        <Tabs.List className={classes.tabs ?? ''} aria-label="Sections of the settings">
          {settingsSections.map((each) => (
            <Tabs.Tab key={each} value={each} className={classes.tab ?? ''}>
              {sections[each].label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={shown} className={classes.panel ?? ''}>
          <Content />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
