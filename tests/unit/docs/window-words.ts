import { files, read } from './pages.ts'

/** The sources whose texts the admin sees, without their comments and with blanks as blanks. */
const sources: readonly string[] = files('{renderer,shared,electron}/**/*.{ts,tsx,json}').map((path) =>
  read(path)
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll('&quot;', '"')
    .replaceAll("\\'", "'")
    .replaceAll(/\s+/g, ' '),
)

/** Between two words of a text: a blank, or the end of one piece of it and the beginning of the next. */
const gap = '[\\s\'"`{}()]+'
/** A number or a name that is put in, or the ellipsis itself. */
const anything = '.{0,90}?'

/**
 * Whether a text stands in the window: whole, as a text of its own. An ellipsis in it stands for a number or a name that is put
 * in there, or for itself.
 */
export function isInTheWindow(text: string): boolean {
  const parts = text.split('…').flatMap((part) => (part.trim() === '' ? [] : [part.trim().split(/\s+/)]))
  const begin = text.startsWith('…') ? '' : '[\'"`>}] ?'
  const end = text.endsWith('…') ? '' : ' ?[\'"`<{}$]'
  const inner = parts.map((words) => words.map(RegExp.escape).join(gap))
  const whole = new RegExp(begin + inner.join(`(?:${gap})?${anything}(?:${gap})?`) + end, 'u')
  // Most sources have not even the words, and those are found much faster.
  return sources.some((source) => parts.flat().every((word) => source.includes(word)) && whole.test(source))
}
