import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { marked, type Token } from 'marked'

/** The project's folder; every path here is told from it. */
export const project = join(import.meta.dirname, '../../..')

/** The text of a file of the project. */
export const read = (path: string): string => readFileSync(join(project, path), 'utf8')

/** Files of the project that a pattern finds, in order, with `/` between folders. */
export const files = (pattern: string): string[] =>
  globSync(pattern, { cwd: project })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()

/** Every document. */
export const documents: readonly string[] = files('{*.md,docs/**/*.md,tests/**/*.md}')

/** The pages of the user guide, one a task; the index is none of them. */
export const guidePages: readonly string[] = files('docs/guide/*.md').filter((path) => !path.endsWith('/README.md'))

/** Everything in a text, whatever it stands in: what is within a table or a list too. */
function tokensIn(text: string): readonly Token[] {
  const tokens: Token[] = []
  // Nothing is waited for: what is done with a token is done at once.
  void marked.walkTokens(marked.lexer(text), (token) => void tokens.push(token))
  return tokens
}

/** Everything in a document. */
export const tokensOf = (document: string): readonly Token[] => tokensIn(read(document))

/** What texts are asked for: those of headings, of what stands in `code`, of what is _stressed_. */
type Kind = 'heading' | 'codespan' | 'em'

const textsIn = (text: string, kind: Kind): string[] =>
  tokensIn(text).flatMap((token) => (token.type === kind && 'text' in token ? [String(token.text)] : []))

/** The texts of one kind in a document. */
export const textsOf = (document: string, kind: Kind): string[] => textsIn(read(document), kind)

/** What the steps of a page of the guide name in the window, once each. */
export function stepWords(page: string): string[] {
  const [, steps = ''] = /^## Steps\n([\s\S]*?)^## What you see$/m.exec(read(page)) ?? []
  return [...new Set(textsIn(steps, 'em'))]
}

/** The scripts that package.json knows, by name. */
export const scripts: Readonly<Record<string, string>> = JSON.parse(read('package.json')).scripts
