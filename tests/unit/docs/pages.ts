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

/** Everything in a document, whatever it stands in: what is within a table or a list too. */
export function tokensOf(document: string): readonly Token[] {
  const tokens: Token[] = []
  // Nothing is waited for: what is done with a token is done at once.
  void marked.walkTokens(marked.lexer(read(document)), (token) => void tokens.push(token))
  return tokens
}

/** The texts of one kind in a document: of its headings, of what stands in `code`, of what is _stressed_. */
export const textsOf = (document: string, kind: 'heading' | 'codespan' | 'em'): string[] =>
  tokensOf(document).flatMap((token) => (token.type === kind && 'text' in token ? [String(token.text)] : []))

/** The scripts that package.json knows, by name. */
export const scripts: Readonly<Record<string, string>> = JSON.parse(read('package.json')).scripts
