import { IntlMessageFormat } from 'intl-messageformat'

/** Translations, by the English text that stands in the code. */
export type Catalogue = Readonly<Record<string, string>>

/** What is put into a text: `{name}`, `{count, number}`, `{count, plural, …}`. */
export type Values = Readonly<Record<string, string | number | Date>>

/** A text that is looked up later, with {@link textOf}: for tables that are made when a module is loaded. See {@link msg}. */
export interface Message {
  readonly message: string
}

/** A text that stands in the code as it is: one that is put together could not be in a catalogue. */
type Literal<T extends string> = T & (string extends T ? never : unknown)

let spoken: { readonly locale: string; readonly catalogue: Catalogue } = { locale: 'en', catalogue: {} }
const formats = new Map<string, IntlMessageFormat>()
let early: string | null = null
let chosen = false

/**
 * Chooses the language of this process, for the first time before anything is said: a BCP 47 tag, by which numbers in texts are written, and the
 * translations into its language; none for English.
 */
export function speak(locale: string, catalogue: Catalogue): void {
  spoken = { locale, catalogue }
  chosen = true
  formats.clear()
}

/** The BCP 47 tag of what this process speaks: how its numbers and dates are written, and by which it sorts. */
export const spokenLocale = (): string => spoken.locale

/** A text that was looked up before the language was chosen, when a module was loaded, and so stays English; null for none. */
export const saidTooEarly = (): string | null => early

/** What may stand behind a text that means different things in different places: `Read##past`. It is never shown. */
const context = /##.*$/s

function translated(message: string): string {
  if (!chosen) early ??= message
  return spoken.catalogue[message] ?? message.replace(context, '')
}

/**
 * A text in the admin's language. With values it is an ICU message: `t('{count, plural, one {# change} other {# changes}}', { count })`;
 * without, it stands as it is. docs/translating.md says how texts are written.
 */
export function t<T extends string>(message: Literal<T>, values?: Values): string {
  return said(message, values)
}

/** The text of a {@link Message} in the admin's language. */
export const textOf = ({ message }: Message, values?: Values): string => said(message, values)

/** Marks a text that {@link textOf} looks up when it is shown. */
export const msg = <T extends string>(message: Literal<T>): Message => ({ message })

/** A table of texts, and tables in it. */
interface Words {
  readonly [name: string]: string | Words
}

/** A table of texts that are looked up when they are read: written, typed and used like the plain object that is given. */
export function texts<const W extends Words>(
  table: W,
): { readonly [K in keyof W]: W[K] extends string ? string : W[K] } {
  const looked = {}
  for (const [name, entry] of Object.entries(table)) {
    const inner = typeof entry === 'string' ? null : texts(entry)
    Object.defineProperty(looked, name, {
      enumerable: true,
      get: () => (typeof entry === 'string' ? said(entry) : inner),
    })
  }
  return looked as { readonly [K in keyof W]: W[K] extends string ? string : W[K] }
}

function said(message: string, values?: Values): string {
  return values === undefined ? translated(message) : String(formatOf(message).format(values))
}

/**
 * A text in pieces, for what is put into it or around a part of it and is no text itself: `Go to <link>Settings</link>.` with a
 * function for `link`, which is given the pieces inside.
 */
export function piecesOf<Piece>(
  message: string,
  values: Readonly<Record<string, string | number | Date | Piece | ((inner: Piece[]) => Piece)>>,
): (string | Piece)[] {
  const pieces: string | Piece | (string | Piece)[] = formatOf(message).format<Piece>(values as Record<string, Piece>)
  return Array.isArray(pieces) ? pieces : [pieces]
}

function formatOf(message: string): IntlMessageFormat {
  const known = formats.get(message)
  if (known) return known
  const made = new IntlMessageFormat(translated(message), spoken.locale)
  formats.set(message, made)
  return made
}
