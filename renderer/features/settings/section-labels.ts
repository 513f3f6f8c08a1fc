import { texts } from '../../../shared/words/text.ts'
import type { SettingsSection } from '../../navigation.tsx'

/** What the sections of the settings are called. */
export const sectionLabels: Readonly<Record<SettingsSection, string>> = texts({
  connection: 'Connection',
  supports: 'What the service supports',
  source: 'Source',
  mapping: 'Mapping',
  groups: 'Groups',
  safety: 'Safety limits',
  keychain: 'Keychain',
  updates: 'Updates',
  diagnostics: 'Diagnostics',
  about: 'About',
})
