import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, normalize, parse } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createAnchors } from '../../../electron/installer/guides/anchors.ts'
import { documents, files, project, read, textsOf, tokensOf } from './pages.ts'

/** What a document leads to: its links and pictures, and the addresses in its HTML. */
const targetsOf = (document: string): string[] =>
  tokensOf(document).flatMap((token) => {
    if (token.type === 'link' || token.type === 'image') return [String(token.href)]
    if (token.type !== 'html') return []
    return Array.from(token.raw.matchAll(/\b(?:src|srcset|href)="([^"]+)"/g), ([, target]) => target ?? '')
  })

const isExternal = (target: string): boolean => /^[a-z][a-z+.-]*:/i.test(target)

/** The anchors of a document's headings. */
const anchorsOf = (document: string): string[] => textsOf(document, 'heading').map(createAnchors())

describe.each(documents)('%s', (document) => {
  const targets = targetsOf(document)

  test('leads nowhere in the project that does not exist', () => {
    const broken = targets
      .filter((target) => !isExternal(target))
      .filter((target) => {
        const [path = '', anchor] = target.split('#')
        const file = path === '' ? document : normalize(join(dirname(document), decodeURIComponent(path)))
        if (!existsSync(join(project, file))) return true
        return anchor !== undefined && !anchorsOf(file.replaceAll('\\', '/')).includes(anchor)
      })
    expect(broken).toEqual([])
  })

  // Whether a page out there still exists can't be asked without a network.
  test('leads out of the project by https, to addresses that are in order', () => {
    const odd = targets
      .filter(isExternal)
      .filter((target) => URL.parse(target)?.protocol !== 'https:' || /\s/.test(target))
    expect(odd).toEqual([])
  })
})

test('what a newcomer looks for is there', () => {
  const expected = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/architecture.md']
  expect(documents).toEqual(expect.arrayContaining(expected))
  expect(existsSync(join(project, 'LICENSE'))).toBe(true)
})

test('README.md shows every picture, in both themes', () => {
  const shown = new Set(targetsOf('README.md'))
  const pictures = readdirSync(join(project, 'docs/pictures'))
  expect(pictures.filter((name) => !shown.has(`docs/pictures/${name}`))).toEqual([])
  const screens = new Set(pictures.map((name) => parse(name).name.replace(/-(light|dark)$/, '')))
  expect(pictures).toHaveLength(screens.size * 2)
  expect(screens.size).toBeGreaterThan(20)
})

test.each([
  ['docs/guide', 'docs/guide/README.md'],
  ['docs/decisions', 'docs/decisions/README.md'],
  ['docs', 'README.md'],
])('every page of %s is in the index that leads there, %s', (folder, index) => {
  const pages = readdirSync(join(project, folder)).filter((name) => name.endsWith('.md') && name !== 'README.md')
  const listed = new Set(targetsOf(index).map((target) => normalize(join(dirname(index), target.split('#')[0] ?? ''))))
  expect(pages.filter((name) => !listed.has(normalize(join(folder, name))))).toEqual([])
})

test('no document names a file of the project that is gone', () => {
  const pattern = /`((?:shared|electron|renderer|tests|docs)\/[\w./-]+\.(?:tsx?|mjs|md|ya?ml|json|txt))`/g
  const named = documents.flatMap((document) =>
    Array.from(read(document).matchAll(pattern), ([, path]) => [document, path ?? ''] as const),
  )
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter(([, path]) => !existsSync(join(project, path)))).toEqual([])
})

test('no comment in the code names a page that is not there', () => {
  const named = files('{electron,renderer,shared,tests}/**/*.{ts,tsx,mjs,css}').flatMap((path) =>
    Array.from(
      read(path).matchAll(/(?<![\w/.${}-])((?:docs\/)?[\w-]+\.md)\b/g),
      ([, page]) => [path, page ?? ''] as const,
    ),
  )
  expect(named.length).toBeGreaterThan(10)
  const isThere = (page: string) => [page, `docs/${page}`].some((path) => existsSync(join(project, path)))
  expect(named.filter(([, page]) => !isThere(page))).toEqual([])
})
