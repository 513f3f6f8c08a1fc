import { Select } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { AppInfo } from '../../../shared/model/app.ts'
import { type LanguageChoice, languageChoices } from '../../../shared/words/language.ts'
import { t } from '../../../shared/words/text.ts'
import { callKey, failureOf, useAct } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Section } from './section.tsx'

/** The language that Muster speaks. Each is called by its own name, so that everybody finds theirs. */
export function LanguageSection({ info }: { info: AppInfo }) {
  const client = useQueryClient()
  const change = useAct('app', 'setLanguage', {
    onSuccess: (_nothing, { language }) =>
      client.setQueryData<AppInfo>(callKey('app', 'info'), (before) => (before ? { ...before, language } : before)),
  })
  const names: Record<LanguageChoice, string> = { system: t('As the system'), en: 'English', de: 'Deutsch' }
  return (
    <Section title={t('Language')} lead={t('Of the window, of reports and of notifications.')}>
      <Select
        label={t('Language')}
        maw={320}
        allowDeselect={false}
        data={languageChoices.map((value) => ({ value, label: names[value] }))}
        value={info.language}
        onChange={(language) => language !== null && change.mutate({ language })}
      />
      {change.error ? <ErrorPanel failure={failureOf(change.error)} /> : null}
    </Section>
  )
}
