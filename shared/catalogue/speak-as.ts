import { languageOf } from '../words/language.ts'
import { saidTooEarly, speak } from '../words/text.ts'

/**
 * Lets this process speak its first language, as {@link speakAs} does.
 * @throws Error when a text was looked up already: a mistake in the code, see docs/translating.md.
 */
export function startSpeaking(locale: string): Promise<string> {
  const early = saidTooEarly()
  if (early !== null) throw new Error(`“${early}” was looked up before the language was chosen.`)
  return speakAs(locale)
}

/** Lets this process speak the language of a BCP 47 tag; a catalogue is loaded only where it is needed. Gives the tag. */
export async function speakAs(locale: string): Promise<string> {
  if (languageOf(locale) === 'de') speak(locale, (await import('./de/index.ts')).german)
  else speak(locale, {})
  return locale
}
