import type { FlatText } from './flatten.ts'

/** What a field of the Nintex document is called here. `secret` is anything else that must not be shown. */
export type FieldName =
  | 'authority'
  | 'clientId'
  | 'redirectUri'
  | 'scope'
  | 'baseUrl'
  | 'token'
  | 'clientSecret'
  | 'secret'

/** A place in the text that reads like a field with its value. */
export interface Candidate {
  readonly field: FieldName
  /** The value without quotes, line breaks and blanks around it; words of a list are parted by one blank. */
  readonly value: string
  /** Where the value stands in the flat text. */
  readonly start: number
  readonly end: number
  /** The name stood in quotes, as in JSON; otherwise it only began a line. */
  readonly quoted: boolean
  /** Inside a comment: not meant, but a secret all the same. */
  readonly commented: boolean
}

/** Names without letter case, blanks, `_` and `-`. */
const names: Readonly<Record<string, FieldName>> = {
  authority: 'authority',
  clientid: 'clientId',
  redirecturi: 'redirectUri',
  redirecturl: 'redirectUri',
  scope: 'scope',
  scopes: 'scope',
  baseurl: 'baseUrl',
  baseuri: 'baseUrl',
  token: 'token',
  scimtoken: 'token',
  pathtoken: 'token',
  clientsecret: 'clientSecret',
  secret: 'secret',
  password: 'secret',
  apikey: 'secret',
  accesstoken: 'secret',
  refreshtoken: 'secret',
  bearertoken: 'secret',
}

/** A name with its colon: `"clientId" :`, `client:authority =`, `Client ID:`. */
const field =
  /(?<![\w-])(["'])?(?:(?:client|scim)(?:[:.]|__))?(authority|client[ _-]?id|redirect[ _-]?ur[il]|scopes?|base[ _-]?ur[il]|(?:(?:scim|path|access|refresh|bearer)[ _-]?)?token|(?:client[ _-]?)?secret|password|api[ _-]?key)(["'])?[ \n]{0,40}[:=][ \n]{0,40}/gi
/** The same, at one place only. */
const fieldHere = new RegExp(field.source, 'iy')

/** Longest value that is looked at, in characters; it keeps a hostile text from taking quadratic time. */
const longest = 4_000

/** Every place that reads like a field, in the order of the text. Takes time in proportion to the text. */
export function scan({ text }: FlatText): Candidate[] {
  const comments = commentsOf(text)
  const found: Candidate[] = []
  field.lastIndex = 0
  for (let match = field.exec(text); match; match = field.exec(text)) {
    const name = names[(match[2] ?? '').toLowerCase().replace(/[ _-]/g, '')]
    const quoted = match[1] !== undefined || match[3] !== undefined
    const value = name === undefined ? null : valueAt(text, field.lastIndex, name)
    if (name === undefined || value === null) continue
    const bare = !quoted && (!beginsLine(text, match.index) || (name !== 'scope' && value.value.includes(' ')))
    // Looking goes on inside the value: one whose end got lost must not hide a secret that follows.
    if (bare) continue
    while ((comments[0]?.[1] ?? text.length) <= match.index) comments.shift()
    const commented = (comments[0]?.[0] ?? text.length) <= match.index
    found.push({ field: name, ...value, quoted, commented })
  }
  return found
}

/** Only blanks, a bullet or a brace in front of it on its line. */
function beginsLine(text: string, index: number): boolean {
  return /(?:^|\n)[ {,*/-]*$/.test(text.slice(Math.max(0, index - 40), index))
}

type Value = Pick<Candidate, 'value' | 'start' | 'end'>

function valueAt(text: string, from: number, name: FieldName): Value | null {
  fieldHere.lastIndex = from
  if (fieldHere.test(text)) return { value: '', start: from, end: from }
  const first = text[from]
  if (first === '{') return null
  if (first === '[') return listAt(text, from)
  if (first === '"' || first === "'") return quotedAt(text, from + 1, first, name)
  const value = tidy(text, from, find(text, from, name === 'scope' ? /[}\n"]/ : /[,;}\n"]/))
  return /^(?:null|undefined)$/i.test(value.value) ? { ...value, value: '' } : value
}

/** A value in quotes; one whose closing quote got lost ends with its line, or where the next quote opens. */
function quotedAt(text: string, from: number, quote: string, name: FieldName): Value {
  const newline = find(text, from, /\n/)
  const close = find(text, from, quote === '"' ? /"/ : /'/)
  if (close <= newline) return tidy(text, from, close)
  const inner = text.slice(from, close)
  const wrapped =
    inner.split('\n').length <= 4 &&
    !/["'{}]/.test(inner) &&
    /^[ \n]*(?:[,}\]"']|$)/.test(text.slice(close + 1, close + 40))
  if (!wrapped) return tidy(text, from, newline)
  // Wrapped by a mail program: a list keeps its words apart, anything else was one word.
  return { ...tidy(text, from, close), value: inner.replace(/ *\n */g, name === 'scope' ? ' ' : '').trim() }
}

function listAt(text: string, from: number): Value {
  const close = find(text, from, /\]/)
  const end = text[close] === ']' ? close : find(text, from, /\n/)
  const words = text.slice(from + 1, end).split(/[\s,"']+/)
  return { ...tidy(text, from + 1, end), value: words.filter(Boolean).join(' ') }
}

/** Where a pattern is found next; as far as a value may reach when it is not. */
function find(text: string, from: number, pattern: RegExp): number {
  const stretch = text.slice(from, from + longest)
  const index = stretch.search(pattern)
  return from + (index === -1 ? stretch.length : index)
}

/** The value between two places, without blanks and without a comma that does not belong to it. */
function tidy(text: string, from: number, to: number): Value {
  const raw = text.slice(from, to)
  const start = from + raw.length - raw.trimStart().length
  const value = raw.trim().replace(/[\s,;]+$/, '')
  return { value, start, end: start + value.length }
}

/** Stretches of `//` and block comments outside of quotes. A `//` inside an address is none. */
function commentsOf(text: string): [from: number, to: number][] {
  const token = /"[^"\n]*"|(?<=^|[\s,{}[\]"])\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g
  return [...text.matchAll(token)]
    .filter(([match]) => match.startsWith('/'))
    .map((match) => [match.index, match.index + match[0].length])
}
