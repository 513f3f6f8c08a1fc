import { posix } from 'node:path'
import { Marked, type Tokens } from 'marked'
import { escaped } from '../../provisioning/reports/markup.ts'
import { createAnchors } from './anchors.ts'

/** A document as what a browser shows. Paths are told from docs/, with `/` between folders. */
export interface RenderedDocument {
  /** Its first heading, in HTML. */
  readonly title: string
  /** What its body is, in HTML. */
  readonly body: string
  /** Its headings of the second level. */
  readonly sections: readonly Contents[]
  /** The documents that it leads to. */
  readonly leadsTo: readonly string[]
  /** The pictures that it shows, the dark one of each included. */
  readonly pictures: readonly string[]
}

/** A line of a list of contents; without an address it is the title of the lines after it. */
export interface Contents {
  /** HTML. */
  readonly text: string
  readonly href: string | null
}

const isOutside = (href: string): boolean => /^[a-z][a-z+.-]*:/i.test(href)

/** Where the page of a document is: an index is what a browser looks for in a folder. */
export const pageOf = (document: string): string =>
  document.replace(/(^|\/)README\.md$/, '$1index.md').replace(/\.md$/, '.html')

/** From one page or picture to another, as an address. */
export const addressFrom = (page: string, to: string): string => posix.relative(posix.dirname(page), to)

/**
 * Renders one document. Links to other documents lead to their pages, pictures are shown in the theme of the browser.
 * @throws Error where the document holds HTML of its own: none of it would be looked at by anything.
 */
export function renderDocument(document: string, text: string): RenderedDocument {
  const anchorOf = createAnchors()
  const [sections, leadsTo, pictures] = [[] as Contents[], new Set<string>(), new Set<string>()]
  const at = (href: string) => posix.join(posix.dirname(document), decodeURIComponent(href))
  let title = ''

  const marked = new Marked({
    renderer: {
      heading({ depth, text, tokens }) {
        const [id, inner] = [anchorOf(text), this.parser.parseInline(tokens)]
        if (depth === 1) title ||= inner
        if (depth === 2) sections.push({ text: inner, href: `#${id}` })
        return `<h${depth} id="${id}">${inner}</h${depth}>\n`
      },
      link({ href, tokens }) {
        const inner = this.parser.parseInline(tokens)
        if (isOutside(href)) return `<a href="${escaped(href)}" rel="noreferrer">${inner}</a>`
        const [path = '', anchor] = href.split('#')
        if (path !== '') leadsTo.add(at(path))
        const page = path === '' ? '' : addressFrom(document, pageOf(at(path)))
        return `<a href="${escaped(anchor === undefined ? page : `${page}#${anchor}`)}">${inner}</a>`
      },
      image({ href, text }) {
        const dark = href.replace(/-light\.png$/, '-dark.png')
        for (const picture of [href, dark]) pictures.add(at(picture))
        const inDark = `<source media="(prefers-color-scheme: dark)" srcset="${escaped(dark)}">`
        return `<picture>${inDark}<img src="${escaped(href)}" alt="${escaped(text)}"></picture>`
      },
      html({ raw }: Tokens.HTML | Tokens.Tag) {
        if (/^\s*<!--(?:(?!-->)[\s\S])*-->\s*$/.test(raw)) return ''
        throw new Error(`docs/${document} holds HTML, which its page does not take over: ${raw.trim()}`)
      },
    },
  })
  const body = marked.parse(text, { async: false })
  return { title, body, sections, leadsTo: [...leadsTo], pictures: [...pictures] }
}

/** The contents that an index lists in a table: a bold cell is the title of those after it, a link a line. */
export function contentsOf(index: string, text: string, page: string): readonly Contents[] {
  const table = new Marked().lexer(text).find((token): token is Tokens.Table => token.type === 'table')
  return (table?.rows ?? []).flatMap(([cell]): Contents[] => {
    const [token] = cell?.tokens ?? []
    if (token?.type === 'strong') return [{ text: escaped(token.text), href: null }]
    if (token?.type !== 'link') return []
    const to = pageOf(posix.join(posix.dirname(index), token.href))
    return [{ text: escaped(token.text), href: addressFrom(page, to) }]
  })
}
