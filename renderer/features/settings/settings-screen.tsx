import { Tabs } from '@mantine/core'
import { type ComponentType, useState } from 'react'
import { connectionWords } from '../../../shared/words/connection-words.ts'
import { t } from '../../../shared/words/text.ts'
import { Page } from '../../components/page.tsx'
import { type SettingsSection, settingsSections, useNavigation } from '../../navigation.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { MappingSection } from '../mapping/mapping-section.tsx'
import { AboutSection } from './about-section.tsx'
import { ConnectionSection } from './connection-section.tsx'
import { DiagnosticsSection } from './diagnostics-section.tsx'
import { GroupsSection } from './groups-section.tsx'
import { KeychainSection } from './keychain-section.tsx'
import { SafetySection } from './safety-section.tsx'
import { sectionLabels } from './section-labels.ts'
import classes from './settings-screen.module.css'
import { SourceSection } from './source-section.tsx'
import { SupportsSection } from './supports-section.tsx'
import { UpdatesSection } from './updates-section.tsx'

const contents: Record<SettingsSection, ComponentType> = {
  connection: ConnectionSection,
  supports: SupportsSection,
  source: SourceSection,
  mapping: MappingSection,
  groups: GroupsSection,
  safety: SafetySection,
  keychain: KeychainSection,
  updates: UpdatesSection,
  diagnostics: DiagnosticsSection,
  about: AboutSection,
}

/** Everything that can be set or known about a connection, a section at a time. */
export function SettingsScreen({ section }: { section: SettingsSection }) {
  const connection = useConnection()
  const { moves } = useNavigation()
  // A tab counts until the admin comes here anew, perhaps for the section that was shown before it.
  const [chosen, setChosen] = useState({ section, moves })
  const shown = chosen.moves === moves ? chosen.section : section
  const Content = contents[shown]
  return (
    <Page title={t('Settings')} facts={connectionWords(connection)}>
      <Tabs
        className={classes.layout ?? ''}
        classNames={{ tabLabel: classes.tabLabel ?? '' }}
        orientation="vertical"
        variant="none"
        value={shown}
        onChange={(value) => {
          const next = settingsSections.find((each) => each === value)
          if (next) setChosen({ section: next, moves })
        }}
      >
        <Tabs.List className={classes.tabs ?? ''} aria-label={t('Sections of the settings')}>
          {settingsSections.map((each) => (
            <Tabs.Tab key={each} value={each} className={classes.tab ?? ''}>
              {sectionLabels[each]}
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
