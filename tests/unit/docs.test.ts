import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, parse } from 'node:path'
import { describe, expect, test } from 'vitest'

const project = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(project, path), 'utf8')
const documents = globSync('{*.md,docs/**/*.md,tests/**/*.md}', { cwd: project })
  .map((path) => path.replaceAll('\\', '/'))
  .sort()
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts)

/** What a document leads to within the project: links, pictures, and the addresses in its HTML. */
function targets(text: string): string[] {
  const inText = Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, target]) => target ?? '')
  const inHtml = Array.from(text.matchAll(/\b(?:src|srcset|href)="([^"]+)"/g), ([, target]) => target ?? '')
  return [...inText, ...inHtml].filter((target) => !/^[a-z]+:/i.test(target))
}

/** Anchors that GitHub gives the headings of a document. */
const anchorsOf = (text: string): string[] =>
  Array.from(text.matchAll(/^#+ (.+)$/gm), ([, title]) =>
    (title ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

describe('the documents', () => {
  test('are the ones a newcomer looks for', () => {
    const expected = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/architecture.md']
    expect(documents).toEqual(expect.arrayContaining(expected))
  })

  test.each(documents)('%s leads nowhere that does not exist', (document) => {
    const broken = targets(read(document)).filter((target) => {
      const [path = '', anchor] = target.split('#')
      const file = path === '' ? document : normalize(join(dirname(document), path))
      if (!existsSync(join(project, file))) return true
      return anchor !== undefined && !anchorsOf(read(file)).includes(anchor)
    })
    expect(broken).toEqual([])
  })

  test.each(documents)('%s names no npm command that does not exist', (document) => {
    const named = Array.from(
      read(document).matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/g),
      ([, name]) => name ?? '',
    )
    expect(named.filter((name) => !scripts.includes(name))).toEqual([])
  })

  test('README.md tells what every npm command does', () => {
    const text = read('README.md')
    const short = new Set(['start', 'test'])
    const words = (name: string) => (short.has(name) ? `npm ${name}` : `npm run ${name}`)
    expect(scripts.filter((name) => !text.includes(`\`${words(name)}\``))).toEqual([])
  })

  test('README.md shows every picture, in both themes', () => {
    const text = read('README.md')
    const pictures = readdirSync(join(project, 'docs/pictures'))
    expect(pictures.filter((name) => !text.includes(`docs/pictures/${name}`))).toEqual([])
    const screens = new Set(pictures.map((name) => parse(name).name.replace(/-(light|dark)$/, '')))
    expect(pictures).toHaveLength(screens.size * 2)
    expect(screens.size).toBeGreaterThan(20)
  })

  test('name no file of the project that is gone', () => {
    const pattern = /`((?:shared|electron|renderer|tests|docs)\/[\w./-]+\.(?:tsx?|mjs|md|ya?ml|json))`/g
    const named = documents.flatMap((document) =>
      Array.from(read(document).matchAll(pattern), ([, path]) => [document, path ?? ''] as const),
    )
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter(([, path]) => !existsSync(join(project, path)))).toEqual([])
  })
})
