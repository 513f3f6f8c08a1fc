import { afterEach, describe, expect, it } from 'vitest'
import { changeLanguage, chooseLanguage } from '../../../electron/language.ts'
import { speakAs } from '../../../shared/catalogue/speak-as.ts'
import { languageOf, regionalFormat } from '../../../shared/words/language.ts'
import { spokenLocale, t } from '../../../shared/words/text.ts'

/** What Electron tells of a system, with the switches that were given and set. */
function system(languages: string[], given = '') {
  const set: string[] = []
  const commandLine = {
    getSwitchValue: () => given,
    appendSwitch: (name: string, value?: string) => void set.push(`${name}=${value}`),
  }
  return {
    set,
    app: {
      commandLine: commandLine as unknown as Electron.CommandLine,
      getPreferredSystemLanguages: () => languages,
      getSystemLocale: () => languages[0] ?? '',
    },
  }
}

describe('the language of a start', () => {
  it('is the one that is given, before what is chosen and the system’s', () => {
    const { app, set } = system(['en-US'], 'de-AT')
    expect(chooseLanguage(app, 'en')).toBe('de')
    expect(set).toEqual([])
  })

  it('is the one that is chosen, which Chromium is told too', () => {
    const { app, set } = system(['en-US'])
    expect(chooseLanguage(app, 'de')).toBe('de')
    expect(set).toEqual(['lang=de'])
  })

  it.each([
    [['de-CH', 'en'], 'de'],
    [['fr-FR', 'de'], 'en'],
    [[], 'en'],
  ])('follows the system: %o', (languages, expected) => {
    expect(chooseLanguage(system(languages).app, 'system')).toBe(expected)
  })
})

describe('the language that is spoken', () => {
  afterEach(() => speakAs('en'))

  it('changes while Muster runs: texts, the menu, and the window is told', async () => {
    const told: unknown[] = []
    const { app } = system(['en-GB'])
    const change = changeLanguage(app, {
      emit: (event, payload) => void told.push([event, payload]),
      menu: () => void told.push(`menu ${t('Settings')}`),
    })
    await change('de')
    expect(spokenLocale()).toBe('de-GB')
    await change('system')
    expect(told).toEqual(['menu Einstellungen', ['app.language', 'de-GB'], 'menu Settings', ['app.language', 'en-GB']])
  })
})

describe('a BCP 47 tag', () => {
  it.each([
    ['de', 'de'],
    ['de_DE', 'de'],
    ['den', 'en'],
    ['', 'en'],
  ])('%o asks for %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language)
  })

  it.each([
    ['de', 'de-AT', 'de-AT'],
    ['en', 'de-DE', 'en-DE'],
    ['de', 'en', 'de'],
    ['en', 'C', 'en'],
    ['en', '', 'en'],
  ] as const)('texts in %s on a system of %o are written as in %s', (language, tag, expected) => {
    expect(regionalFormat(language, tag)).toBe(expected)
  })
})
