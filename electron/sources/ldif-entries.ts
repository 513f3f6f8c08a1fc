import { isUtf8 } from 'node:buffer'
import { MusterError } from '../../shared/errors.ts'
import { t } from '../../shared/words/text.ts'
import { lineWords } from './line-words.ts'

/** An entry of a directory. */
export interface LdifEntry {
  /** Line of its `dn`, 1-based. */
  readonly line: number
  /** Values by attribute, as the file first spelt it; `dn` is among them. */
  readonly values: ReadonlyMap<string, string[]>
}

/** What takes entries. */
export interface LdifTaker {
  entry(entry: LdifEntry): void
  /** @param attribute the one whose value is odd; null when it is the line. */
  broken(line: number, attribute: string | null, reason: string, effect: string): void
}

/** Characters that one value may have over all its lines. */
const longestValue = 8 * 1024 * 1024

/** Puts the lines of an LDIF file (RFC 2849) together to entries. */
export class LdifEntries {
  readonly #taker: LdifTaker
  /** The line that may go on in the next one, and its number. */
  #folded: string | null = null
  #foldedLine = 0
  #values = new Map<string, string[]>()
  #line = 0
  /** How an attribute was spelt first, by its name in lower case. */
  readonly #spelt = new Map<string, string>([['dn', 'dn']])

  constructor(taker: LdifTaker) {
    this.#taker = taker
  }

  /** Takes a line. @throws MusterError `file-format` for a file of changes. */
  line(text: string, line: number): void {
    if (text.startsWith(' ') && this.#folded !== null) {
      if (this.#folded.length < longestValue) this.#folded += text.slice(1)
      return
    }
    this.#endLine()
    if (text === '') this.#endEntry()
    else {
      this.#folded = text
      this.#foldedLine = line
    }
  }

  /** Takes what is left when no more lines come. */
  end(): void {
    this.#endLine()
    this.#endEntry()
  }

  #endLine(): void {
    const text = this.#folded
    const line = this.#foldedLine
    this.#folded = null
    if (text === null || text.startsWith('#')) return
    const [, written = '', kind, value = ''] = /^([\w.-]+(?:;[^:]*)?):([:<]?) *(.*)$/s.exec(text) ?? []
    if (written === '') {
      this.#taker.broken(line, null, t('The line is no “attribute: value”.'), t('The line was left out.'))
      return
    }
    const name = this.#nameOf(written)
    if (name === null || (this.#values.size === 0 && name.toLowerCase() === 'version')) return
    if (name.toLowerCase() === 'changetype') {
      const detail = t('It is a list of changes to a directory (changetype: {type}), not of people.', {
        type: value.slice(0, 20),
      })
      throw new MusterError('file-format', { where: lineWords(line), detail })
    }
    if (kind === '<') {
      this.#taker.broken(
        line,
        name,
        t('The value is kept in another place.'),
        t('Muster does not fetch it; the value was left out.'),
      )
      return
    }
    if (this.#values.size === 0) this.#line = line
    const read = kind === ':' ? this.#decoded(name, value.trim(), line) : value
    const values = this.#values.get(name)
    if (values === undefined) this.#values.set(name, [read])
    else values.push(read)
  }

  /** An attribute without its options; null for a translation, which is not the value itself. */
  #nameOf(written: string): string | null {
    const [plain = '', ...options] = written.split(';')
    if (options.some((option) => /^lang-/i.test(option))) return null
    const spelt = this.#spelt.get(plain.toLowerCase())
    if (spelt === undefined) this.#spelt.set(plain.toLowerCase(), plain)
    return spelt ?? plain
  }

  #decoded(name: string, value: string, line: number): string {
    const bytes = Buffer.from(value, 'base64')
    if (value.length % 4 !== 0 || !/^[\w+/]*={0,2}$/.test(value)) {
      this.#taker.broken(line, name, t('The value is not valid base64.'), t('It is read as far as it goes.'))
    }
    return textOfBytes(name, bytes)
  }

  #endEntry(): void {
    const values = this.#values
    if (values.size === 0) return
    this.#values = new Map()
    if (values.has('dn')) this.#taker.entry({ line: this.#line, values })
    // What ldapsearch says about the search itself.
    else if (!values.has('result') && !values.has('ref')) {
      this.#taker.broken(this.#line, null, t('The entry has no dn.'), t('The entry was left out.'))
    }
  }
}

/** Bytes as text; what is none is written as csvde does, `X'1e4c…'`, and left out when it is a picture or the like. */
function textOfBytes(name: string, bytes: Buffer): string {
  const text = bytes.toString('utf8')
  const binary = /^(?:objectguid|objectsid)$/i.test(name) || !isUtf8(bytes) || text.includes('\0')
  if (!binary) return text
  return bytes.length <= 64 ? `X'${bytes.toString('hex')}'` : ''
}
