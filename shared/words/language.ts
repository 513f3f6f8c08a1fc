import { z } from 'zod'

/** The languages Muster speaks, as BCP 47 tags; the first one wherever no other fits. */
export const languages = ['en', 'de'] as const
/** See {@link languages}. */
export type Language = (typeof languages)[number]

/** What the admin can choose: the system's language, or one of Muster's. */
export const languageChoices = ['system', ...languages] as const
/** See {@link languageChoices}. */
export const languageChoiceSchema = z.enum(languageChoices)
/** See {@link languageChoices}. */
export type LanguageChoice = z.infer<typeof languageChoiceSchema>

/** The language of Muster's that a BCP 47 tag asks for. */
export const languageOf = (tag: string): Language => languages.find((one) => one === tag.split(/[-_]/)[0]) ?? 'en'

/**
 * How numbers and dates are written around texts of a language: the system's own regional format where it is of that language,
 * else the language as it is written in the system's region (`en-DE`), so that a date never mixes two languages.
 */
export function regionalFormat(language: Language, system: string): string {
  if (languageOf(system) === language && system.startsWith(language)) return system
  const region = regionOf(system)
  return region ? `${language}-${region}` : language
}

function regionOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).region
  } catch {
    return undefined
  }
}
