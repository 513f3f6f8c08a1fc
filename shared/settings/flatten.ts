/** A text made plain for reading, with the way back to where each character came from. */
export interface FlatText {
  /** Straight quotes, plain spaces and dashes, `\n` line ends; no quoting marks, no escapes, no invisible characters. */
  readonly text: string
  /** For each UTF-16 unit of `text` its first position in the original, and one more entry: the original's end. */
  readonly at: readonly number[]
}

/** What mail programs, word processors and web pages put where a plain character was; the first that fits counts. */
const plain: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟″＂«»]/, '"'],
  [/[‘’‚‛′‹›]/, "'"],
  [/[\p{Pd}\u2212]/u, '-'],
  [/[\p{Zs}\t]/u, ' '],
  [/[\n\r\u0085\p{Zl}\p{Zp}]/u, '\n'],
  [/：/, ':'],
  [/，/, ','],
  // Byte order mark, zero-width characters, soft hyphens, marks of writing direction, control characters.
  [/[\p{Cf}\p{Cc}]/u, ''],
]

/** Several characters that stand for one: line ends, HTML, and a document that was itself put into a JSON string. */
const runs =
  /(?<line>\r\n|\\r\\n|\\n|\\r)|&(?<entity>quot|#34|#39|apos|amp|lt|gt|nbsp);|\\u(?<unit>[0-9a-f]{4})|\\(?<escaped>["'\\/])|\\t/iy

const entities: Readonly<Record<string, string>> = {
  quot: '"',
  '#34': '"',
  '#39': "'",
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
}

/** `> > ` in front of a line that was quoted in a mail. */
const quoting = /[ \t\u00a0]*(?:>[ \t\u00a0]?)+/y

/** Makes a text plain; see {@link FlatText}. Never throws, and takes time in proportion to the text. */
export function flatten(original: string): FlatText {
  const parts: string[] = []
  const at: number[] = []
  let lineStart = true
  for (let index = 0; index < original.length; ) {
    const marks = lineStart ? matchAt(quoting, original, index) : null
    lineStart = false
    if (marks) {
      index += marks[0].length
      continue
    }
    const run = matchAt(runs, original, index)
    const made = run ? ofRun(run) : (original[index] ?? '')
    const flat = plainOf(made)
    for (const unit of flat) {
      parts.push(unit)
      at.push(index)
    }
    lineStart = flat === '\n'
    index += run ? run[0].length : 1
  }
  at.push(original.length)
  return { text: parts.join(''), at }
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}

function ofRun({ groups = {} }: RegExpExecArray): string {
  if (groups.line !== undefined) return '\n'
  if (groups.entity !== undefined) return entities[groups.entity.toLowerCase()] ?? ''
  if (groups.unit !== undefined) return String.fromCharCode(Number.parseInt(groups.unit, 16))
  return groups.escaped ?? ' '
}

function plainOf(character: string): string {
  if (/^[\w{}[\]"':,./ -]$/.test(character)) return character
  return plain.find(([pattern]) => pattern.test(character))?.[1] ?? character
}
