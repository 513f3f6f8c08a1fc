import { documents, scripts, textsOf, tokensOf } from './pages.ts'

/** A command as a document writes it, without what comes before and after it on its line. */
export interface Command {
  readonly document: string
  readonly text: string
  /** The script of package.json that it runs, and what it hands to that; null where it runs none. */
  readonly script: { readonly name: string; readonly options: readonly string[] } | null
}

/** A command begins a line of a block, or follows `&&`; a word before it may say where it runs. */
const form = /^(?:xvfb-run )?((?:npm|npx|node) [^#]+)/

function scriptOf(text: string): Command['script'] {
  if (!text.startsWith('npm ') || text === 'npm ci') return null
  const [, name = text, rest = ''] = /^npm (?:run (?:--silent )?)?([a-z][\w:-]*)(?: -- (.+))?$/.exec(text) ?? []
  // `[--only id,…]` is an option that may be left out.
  const options = rest.split(' ').map((word) => word.replace(/^\[|\]$/g, ''))
  return { name, options: options.filter((word) => word !== '') }
}

/** Every command in the code of a document, in a block or within a line. */
function commandsOf(document: string): Command[] {
  const blocks = tokensOf(document).flatMap((token) => (token.type === 'code' ? [String(token.text)] : []))
  return [...blocks, ...textsOf(document, 'codespan')]
    .flatMap((code) => code.split(/\n|&&/))
    .flatMap((part) => form.exec(part.trim())?.[1]?.trim() ?? [])
    .map((text) => ({ document, text, script: scriptOf(text) }))
}

/** Every command that a document tells somebody to run. */
export const commands: readonly Command[] = documents.flatMap(commandsOf)

/** The file that a script of package.json starts, where it does nothing else; null for any other script. */
export const fileOf = (script: string): string | null => /^node (\S+\.ts)$/.exec(scripts[script] ?? '')?.[1] ?? null
