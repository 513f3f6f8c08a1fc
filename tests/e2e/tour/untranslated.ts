import { type IntlMessageFormat as Format, IntlMessageFormat } from 'intl-messageformat'
import { german } from '../../../shared/catalogue/de/index.ts'
import { allTexts } from '../../support/texts.ts'

type Part = ReturnType<Format['getAst']>[number]

/** What a message can read like, as the source of a pattern; what is put in is anything. Counts the letters that stand in it. */
function patternOf(parts: readonly Part[], counted: { letters: number }): string {
  return parts
    .map((part) => {
      if (part.type === 0) {
        counted.letters += part.value.replaceAll(/\P{L}/gu, '').length
        return RegExp.escape(part.value)
      }
      if (part.type === 8) return patternOf(part.children, counted)
      if (part.type === 7) return '[\\d.,]+'
      if (part.type === 5 || part.type === 6)
        return `(?:${Object.values(part.options)
          .map(({ value }) => patternOf(value, counted))
          .join('|')})`
      return '.+?'
    })
    .join('')
}

/** English that stands on screen the same in no German text: whole words as they are, messages as what they can read like. */
function english(): { readonly plain: string[]; readonly patterns: string[] } {
  const texts = allTexts().flatMap((file) => file.texts)
  const messages = new Set(texts.filter(({ values }) => values !== null).map(({ message }) => message))
  const [plain, patterns]: [string[], string[]] = [[], []]
  for (const [message, translation] of Object.entries(german)) {
    const shown = message.replace(/##.*$/s, '')
    if (shown === translation) continue
    plain.push(shown)
    // Without values a text is no message: it stands as it is.
    if (!messages.has(message)) continue
    const counted = { letters: 0 }
    const pattern = patternOf(new IntlMessageFormat(message, 'en').getAst(), counted)
    // What is mostly put in reads like anything.
    if (counted.letters > 11) patterns.push(`^${pattern}$`)
  }
  const spoken = new Set(Object.values(german))
  return { plain: plain.filter((text) => !spoken.has(text)), patterns }
}

/**
 * Runs in the page and gives the texts that still stand there in English: those of the catalogue, and any other in which two
 * small words of English stand that German has not. What is a value of somebody's (`bdi`, but not that of a column's title) is
 * not Muster's, and a notice in passing was told before the language changed.
 */
function findEnglish({ plain, patterns }: ReturnType<typeof english>): string[] {
  const [whole, alike] = [new Set(plain), patterns.map((pattern) => new RegExp(pattern, 'u'))]
  const notOurs = ':not([data-title]) > bdi, code, pre, textarea, script, style, .mantine-Notifications-root'
  const found = new Set<string>()
  const look = (text: string | null | undefined) => {
    const words = text?.trim() ?? ''
    const small = new Set(words.match(/\b(?:the|and|with|which|this|that|of|is|are|you|your|by|were|has|have|not)\b/g))
    if (words !== '' && (whole.has(words) || small.size > 1 || alike.some((one) => one.test(words))))
      found.add(`“${words}” is still English`)
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (parent && !parent.closest(notOurs)) look(node.textContent)
  }
  for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      if (!element.closest(notOurs)) look(element.getAttribute(name))
  return [...found]
}

/** The text of {@link findEnglish} with what it looks for, to be evaluated in a window of any host. */
export const englishScript = `(${findEnglish})(${JSON.stringify(english())})`
