/** One value of a distinguished name: `cn=Jane Doe`. */
export interface DnValue {
  /** In lower case. */
  readonly type: string
  readonly value: string
}

/** Takes a distinguished name (RFC 4514) apart, the entry itself first; a part may have several values (`cn=Jane+uid=jd`). */
export function partsOf(dn: string): DnValue[][] {
  return split(dn, /[,;]/).map((part) =>
    split(part, /\+/).map((text) => {
      const at = text.indexOf('=')
      const type = text.slice(0, Math.max(0, at)).replace(/[\s\\",;+]/g, '')
      return { type: type.toLowerCase(), value: unescaped(text.slice(at + 1).trim()) }
    }),
  )
}

/** Cuts at separators that are neither escaped nor inside quotes. */
function split(text: string, separator: RegExp): string[] {
  const parts: string[] = []
  let quoted = false
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    if (letter === '\\') at++
    else if (letter === '"') quoted = !quoted
    else if (!quoted && separator.test(letter)) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, text.slice(start)]
}

/** The value itself: without quotes and escapes. */
const unescaped = (value: string): string => withoutEscapes(/^"(.*)"$/s.exec(value)?.[1] ?? value)

/** A text without the escapes of RFC 4514 section 2.4. Escaped bytes are UTF-8 and come in a row (`\C3\A9`). */
export function withoutEscapes(text: string): string {
  return text.replace(/(?:\\[0-9a-f]{2})+|\\(.)/gis, (all, single?: string) =>
    single === undefined ? Buffer.from(all.replaceAll('\\', ''), 'hex').toString('utf8') : single,
  )
}

/** A distinguished name in a form in which two spellings of the same name are equal; spaces around a value do not count (RFC 4518). */
export function comparableDn(dn: string): string {
  // Nearly every DN is written the plain way, and a hundred thousand of them are compared.
  if (!/[\\"+;]|\s[,=]|[,=]\s/.test(dn)) return dn.toLowerCase()
  const written = ({ type, value }: DnValue) =>
    `${type}=${value
      .trim()
      .toLowerCase()
      .replace(/[\\,;+"]/g, '\\$&')}`
  return partsOf(dn)
    .map((part) => part.map(written).sort().join('+'))
    .join(',')
}

/** What an entry is called: the value of the first part of its distinguished name; the whole text where it is none. */
export const nameOfDn = (dn: string): string => partsOf(dn)[0]?.[0]?.value || dn

/** Whether an entry lies at or below another. */
export const isBelow = (dn: string, base: string): boolean =>
  base === '' || `,${comparableDn(dn)}`.endsWith(`,${comparableDn(base)}`)
