import { piecesOf } from '../../../shared/words/text.ts'

/** What {@link html} takes between its literal parts. Null, undefined and false leave nothing. */
export type Inset = string | number | Markup | readonly Markup[] | null | undefined | false

/**
 * HTML that is safe by construction: its tags and attributes were written in this program, its values are escaped. There is
 * no way to make one of a text that came from elsewhere.
 */
export class Markup {
  readonly #text: string

  private constructor(text: string) {
    this.#text = text
  }

  /** See {@link html}. */
  static of(literals: TemplateStringsArray, ...insets: readonly Inset[]): Markup {
    return new Markup(literals.reduce((text, literal, n) => `${text}${insetText(insets[n - 1])}${literal}`))
  }

  toString(): string {
    return this.#text
  }
}

/**
 * A template tag: html`<b>${name}</b>`. Every value is escaped for text and for attributes in double quotes, the only two
 * places where one may stand.
 */
export const html = Markup.of

/** A sentence with markup in it, as one text in the admin's language. `message` is written out where it is used. */
export function htmlOf(
  message: string,
  values: Readonly<Record<string, string | number | Date | Markup | ((inner: Markup) => Markup)>>,
): Markup {
  const ready = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'function' ? (inner: (string | Markup)[]) => value(joined(inner)) : value,
    ]),
  )
  return joined(piecesOf<Markup>(message, ready))
}

const joined = (pieces: readonly (string | Markup)[]): Markup => html`${pieces.map((piece) => html`${piece}`)}`

function insetText(value: Inset): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Markup) return value.toString()
  return Array.isArray(value) ? value.join('') : escaped(String(value))
}

/** Escapes what could end a text or an attribute, and takes out what no HTML document may hold. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, '\uFFFD')
    .replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
