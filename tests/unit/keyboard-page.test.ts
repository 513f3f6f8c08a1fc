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

/** A table as the formatter writes it: every column as wide as its widest cell. */
function table([titles, ...rows]: readonly (readonly string[])[]): string {
  const all = [titles ?? [], ...rows]
  const widths = (titles ?? []).map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | ')} |\n`
  const rule = line(widths.map((width) => '-'.repeat(width)))
  return [line(titles ?? []), rule, ...rows.map(line), '\n'].join('')
}

/** The shortcuts as tables, one for each place where they work. */
function tables(): string {
  const onMac = shortcuts('darwin').flatMap(({ all }) => all)
  return shortcuts('linux')
    .map(({ title, all }) =>
      table([
        [title, 'Windows, Linux', 'macOS'],
        ...all.map((one) => {
          const mac = onMac.find((other) => other.title === one.title)
          return [one.title, keysIn(one, 'linux'), mac ? keysIn(mac, 'darwin') : '']
        }),
      ]),
    )
    .join('')
}

/** `npx vitest run --project unit tests/unit/keyboard-page.test.ts -u` writes that part anew. */
test('docs/guide/working-fast.md lists the keys that the window hears', async () => {
  const [before = '', rest = ''] = readFileSync(path, 'utf8').split(begin)
  const after = rest.slice(rest.indexOf(end))
  await expect(`${before}${begin}${tables()}${after}`).toMatchFileSnapshot(path)
})
