import type { App } from 'electron'
import { type Language, type LanguageChoice, languageOf } from '../shared/words/language.ts'

/**
 * The language of this start: of `--lang` where that is given, else as chosen, else the system's. Chromium follows, so that its
 * own texts are in the same one; before the app is ready.
 */
export function chooseLanguage(
  app: Pick<App, 'commandLine' | 'getPreferredSystemLanguages'>,
  choice: LanguageChoice,
): Language {
  const given = app.commandLine.getSwitchValue('lang')
  if (given) return languageOf(given)
  if (choice === 'system') return languageOf(app.getPreferredSystemLanguages()[0] ?? '')
  app.commandLine.appendSwitch('lang', choice)
  return choice
}
