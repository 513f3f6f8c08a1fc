import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine } from '../../../electron/provisioning/reports/csv.ts'
import { shows } from '../../support/threats.ts'

/** What a cell begins with once everything that a spreadsheet program skips is gone. */
const beginsFormula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u

/** Texts made of what has a meaning in a table. */
const hostile = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠ \t\r\n;,"\'|a\u00A0\u200B\uFEFF\u0000\uD800') }),
  fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
)

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  ' =1',
  '\t=1',
  '\r=1',
  '\u00A0=1',
  '\u200B=1',
  '\uFEFF=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  ' ＝1',
  '-',
  '\tx',
  '\rx',
])('%j is made a text', (dangerous) => {
  const [[cell] = []] = parse(csvLine([dangerous]), { relax_column_count: true }) as string[][]
  expect(cell?.[0]).toBe("'")
  expect(cell?.replaceAll("'", '')).toBe(dangerous)
})

test('a number of our own stays one, nothing stays empty, and a text keeps commas, quotes and line breaks', () => {
  expect(csvLine([-5, null, undefined, true, 'a"b,c\nd'])).toBe('-5,,,true,"a""b,c\nd"\r\n')
})

test(shows('reports', 'whatever the texts, there are as many cells as were given, and none begins a formula'), () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 2, maxLength: 6 }), (texts) => {
      const rows = parse(csvLine(texts), { record_delimiter: '\r\n' }) as string[][]
      expect(rows).toHaveLength(1)
      expect(rows[0]).toHaveLength(texts.length)
      for (const cell of rows[0] ?? []) expect(cell).not.toMatch(beginsFormula)
    }),
  )
})

test('nor does one begin where a spreadsheet program takes semicolons or tabs for the separator', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const cells = csvLine([text]).split(/[;\t\r\n]/)
      for (const cell of cells) expect(cell.replace(/^"/, '')).not.toMatch(/^[^\S\t\r\n]*[=+\-@＝＋－＠]/u)
    }),
  )
})
