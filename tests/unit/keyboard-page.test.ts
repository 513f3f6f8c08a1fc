import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keyWords, type Shortcut, shortcuts } from '../../shared/words/key-words.ts'

const path = join(import.meta.dirname, '../../docs/guide/working-fast.md')
const [begin, end] = [
  '<!-- made from shared/words/key-words.ts: begin -->\n\n',
  '<!-- made from shared/words/key-words.ts: end -->',
]

const keysIn = ({ keys }: Shortcut, platform: 'linux' | 'darwin'): string =>
  keys.map((each) => `\`${keyWords(each, platform)}\``).join(' or ')

/** A table as the formatter writes it, its columns as wide as their longest cell. */
function table(head: readonly string[], rows: readonly string[][]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`
  const rule = widths.map((width) => '-'.repeat(width))
  return [line(head), line(rule), ...rows.map(line), '', ''].join('\n')
}

/** The shortcuts as tables, one for each place where they work. */
function tables(): string {
  const onMac = shortcuts('darwin').flatMap(({ all }) => all)
  return shortcuts('linux')
    .map(({ title, all }) => {
      const rows = all.map((one) => {
        const mac = onMac.find((other) => other.title === one.title)
        return [one.title, keysIn(one, 'linux'), mac ? keysIn(mac, 'darwin') : '']
      })
      return table([title, 'Windows, Linux', 'macOS'], rows)
    })
    .join('')
}

/** `npx vitest run --project unit tests/unit/keyboard-page.test.ts -u` writes that part anew. */
test('docs/guide/working-fast.md lists the keys that the window hears', async () => {
  const [before = '', rest = ''] = readFileSync(path, 'utf8').split(begin)
  const after = rest.slice(rest.indexOf(end))
  await expect(`${before}${begin}${tables()}${after}`).toMatchFileSnapshot(path)
})
