import type { App } from 'electron'
import { speakAs, startSpeaking } from '../shared/catalogue/speak-as.ts'
import { type Language, type LanguageChoice, languageOf, regionalFormat } from '../shared/words/language.ts'
import type { Emit } from './ipc/emit.ts'

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
  if (choice === 'system') return ofTheSystem(app)
  app.commandLine.appendSwitch('lang', choice)
  return choice
}

const ofTheSystem = (app: Pick<App, 'getPreferredSystemLanguages'>): Language =>
  languageOf(app.getPreferredSystemLanguages()[0] ?? '')

/** Lets main speak its first language, with the numbers and dates of the system's region. Gives the BCP 47 tag of both. */
export const speakChosen = (app: Pick<App, 'getSystemLocale'>, language: Language): Promise<string> =>
  startSpeaking(regionalFormat(language, app.getSystemLocale()))

/**
 * Changes the language while Muster runs: what main says from now on, its menu, and the window. Chromium's own texts (its
 * edit menu, say) follow at the next start.
 */
export const changeLanguage =
  (
    app: Pick<App, 'getPreferredSystemLanguages' | 'getSystemLocale'>,
    { emit, menu }: { readonly emit: Emit; readonly menu: () => void },
  ) =>
  async (choice: LanguageChoice): Promise<void> => {
    const language = choice === 'system' ? ofTheSystem(app) : choice
    const locale = await speakAs(regionalFormat(language, app.getSystemLocale()))
    menu()
    emit('app.language', locale)
  }
