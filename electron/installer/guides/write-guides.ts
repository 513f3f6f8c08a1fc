import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { contentsOf, pageOf, type RenderedDocument, renderDocument } from './document.ts'
import { guides, renderPage } from './page.ts'

/** What becomes a page, in the order in which it was come upon: the guides, and whatever they lead to. */
function readGuides(project: string): ReadonlyMap<string, RenderedDocument> {
  const found = new Map<string, RenderedDocument>()
  const waiting: string[] = guides.map(({ document }) => document)
  for (const document of waiting) {
    if (found.has(document)) continue
    const rendered = renderDocument(document, readFileSync(join(project, 'docs', document), 'utf8'))
    found.set(document, rendered)
    waiting.push(...rendered.leadsTo)
  }
  return found
}

/** Writes the guides as pages for a browser into a folder, which holds nothing else afterwards. */
export function writeGuides(project: string, folder: string): void {
  const style = readFileSync(join(project, 'electron/installer/guides/guides.css'), 'utf8')
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string }
  const [{ document: index }] = guides
  const indexText = readFileSync(join(project, 'docs', index), 'utf8')
  rmSync(folder, { recursive: true, force: true })
  for (const [document, { title, body, sections, pictures }] of readGuides(project)) {
    const page = pageOf(document)
    const contents = page.startsWith('guide/') ? contentsOf(index, indexText, page) : sections
    mkdirSync(dirname(join(folder, page)), { recursive: true })
    writeFileSync(join(folder, page), renderPage({ page, title, body, contents, version, style }))
    for (const picture of pictures) cpSync(join(project, 'docs', picture), join(folder, picture))
  }
  cpSync(join(project, 'renderer/icon.svg'), join(folder, 'icon.svg'))
}
