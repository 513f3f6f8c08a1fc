import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { contentsOf, pageOf, renderDocument } from '../../../electron/installer/guides/document.ts'
import { writeGuides } from '../../../electron/installer/guides/write-guides.ts'
import { filesBelow } from '../../support/files-below.ts'
import { guidePages, project, read } from './pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-guides-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
writeGuides(project, folder)
const written = filesBelow(folder)
const pages = written.filter((path) => path.endsWith('.html'))
const htmlOf = (page: string) => readFileSync(join(folder, page), 'utf8')
const targetsOf = (html: string) =>
  Array.from(html.matchAll(/\b(?:href|src|srcset)="([^"]*)"/g), ([, target]) => target ?? '')

describe('the guides as pages for a browser', () => {
  test('are every page of the user guide, the administrator’s, and what these lead to', () => {
    const expected = [
      'docs/guide/README.md',
      ...guidePages,
      'docs/admin-guide.md',
      'docs/exports.md',
      'docs/releasing.md',
    ]
    expect(pages).toEqual(expected.map((document) => pageOf(document.replace('docs/', ''))).sort())
  })

  test.each(pages)('%s leads nowhere that is not among them', (page) => {
    const base = new URL(page, 'file:///')
    const broken = targetsOf(htmlOf(page))
      .filter((target) => !target.startsWith('https:'))
      .filter((target) => {
        const { pathname, hash } = new URL(target, base)
        const path = decodeURIComponent(pathname.slice(1))
        if (!written.includes(path)) return true
        return hash !== '' && !htmlOf(path).includes(` id="${decodeURIComponent(hash.slice(1))}"`)
      })
    expect(broken).toEqual([])
  })

  test('hold no more files than they show', () => {
    const shown = new Set(
      pages.flatMap((page) =>
        targetsOf(htmlOf(page)).map((target) => new URL(target, new URL(page, 'file:///')).pathname),
      ),
    )
    expect(written.filter((path) => !path.endsWith('.html') && !shown.has(`/${path}`))).toEqual([])
  })

  test.each(pages)('%s has a policy that lets no script run, and its contents', (page) => {
    const html = htmlOf(page)
    const policy = /<meta http-equiv="content-security-policy" content="([^"]+)">/.exec(html)?.[1] ?? ''
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src file:;/)
    expect(html).not.toMatch(/<script|<iframe|<form|\son\w+=|style="/)
    expect(html).toMatch(/<title>.+ · Muster<\/title>/)
    expect(html).toMatch(/<nav class="contents"[^>]*><ul>\n<li/)
  })

  test('list the user guide beside each of its pages, the page itself marked', () => {
    const text = read('docs/guide/README.md')
    const lines = contentsOf('guide/README.md', text, 'guide/undo.html').filter(({ href }) => href !== null)
    expect(lines.map(({ href }) => `guide/${href}`).sort()).toEqual(
      guidePages.map((path) => pageOf(path.replace('docs/', ''))).sort(),
    )
    expect(htmlOf('guide/undo.html')).toContain('<a href="undo.html" aria-current="page">')
  })
})

describe('a document', () => {
  test('has its links led to pages, its pictures in both themes, and its headings as anchors', () => {
    const text =
      '# One & two\n\n## Same\n\n## Same\n\n[next](../exports.md#same-1) ![p](../pictures/a-light.png) `<b>`\n'
    expect(renderDocument('guide/leavers.md', text)).toMatchObject({
      title: 'One &amp; two',
      sections: [
        { text: 'Same', href: '#same' },
        { text: 'Same', href: '#same-1' },
      ],
      leadsTo: ['exports.md'],
      pictures: ['pictures/a-light.png', 'pictures/a-dark.png'],
      body: expect.stringMatching(
        /<a href="..\/exports.html#same-1">next<\/a>[\s\S]*srcset="..\/pictures\/a-dark.png"[\s\S]*&lt;b&gt;/,
      ),
    })
  })

  test('with HTML of its own is refused, but for comments', () => {
    expect(renderDocument('exports.md', '# A\n\n<!-- made: begin -->\n\ntext\n').body).not.toContain('made')
    for (const text of ['<script>1</script>', 'a <img src="x">', '<!-- a --><b>c</b>'])
      expect(() => renderDocument('exports.md', text)).toThrow('docs/exports.md holds HTML')
  })
})
