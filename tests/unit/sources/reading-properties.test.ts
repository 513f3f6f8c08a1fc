import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CsvScanner } from '../../../electron/sources/csv-scanner.ts'
import { createFirstSeen } from '../../../electron/store/first-seen.ts'
import { readFileWhole } from '../../support/read-file.ts'

const value = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\p{Cc}\ufffd]/gu, '').trim())
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`

it('gives back what was written, with the line it was written on', async () => {
  const row = fc.tuple(value, value, fc.nat({ max: 2 }))
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 30 }),
      fc.constantFrom(',', ';', '\t', '|'),
      async (rows, delimiter) => {
        let text = ['userName', 'title'].join(delimiter)
        let line = 1
        const expected = rows.map(([name, title, empty], index) => {
          const userName = `${index}${name}`
          text += `\r\n${'\r\n'.repeat(empty)}${cell(userName)}${delimiter}${cell(title)}`
          line += empty + 1
          return [line, userName.trim(), title === '' ? undefined : title]
        })
        const { people } = await readFileWhole(Buffer.from(text))
        expect(people.map(({ line: at, attributes }) => [at, attributes.userName, attributes.title])).toEqual(expected)
      },
    ),
    { numRuns: 300 },
  )
})

it('a broken row costs no other row', async () => {
  const broken = fc.constantFrom(
    'x@x.example,"open',
    'x@x.example,"a"b',
    'x@x.example,a"b',
    'x@x.example,"a "b" c"',
    'x@x.example',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(broken, fc.constant('')), { maxLength: 40 }), async (fates) => {
      const rows = fates.map((fate, index) => (fate === '' ? `good${index}@x.example,"x, y"` : fate))
      const { people, problems } = await readFileWhole(Buffer.from(['userName,title', 'first,x', ...rows].join('\n')))
      const good = fates.flatMap((fate, index) => (fate === '' ? [index + 3] : []))
      expect(people.map(({ line }) => line)).toEqual([2, ...good])
      expect(problems.map(({ line }) => line)).toEqual(fates.flatMap((fate, index) => (fate === '' ? [] : [index + 3])))
    }),
    { numRuns: 300 },
  )
})

it('remembers first lines like a Map does', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 3_000, size: 'max' }), (values) => {
      const seen = createFirstSeen((line) => values[line] ?? '')
      const map = new Map<string, number>()
      values.forEach((each, line) => {
        if (!map.has(each)) map.set(each, line)
        expect(seen.at(each, line)).toBe(map.get(each))
      })
      expect(seen.find('not among them')).toBeNull()
      for (const [each, line] of map) expect(seen.find(each)).toBe(line)
    }),
    { numRuns: 30 },
  )
})

it('reads rows as csv-parse does, wherever chunks are cut', () => {
  const value = fc.string({ unit: fc.constantFrom('a', 'ü', '李', '"', ',', '\n', '\r\n', ' '), maxLength: 6 })
  const rows = fc.array(fc.array(value, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      (written, end, always, cut) => {
        const cell = (text: string) => (always || /["\r\n,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
        const bytes = Buffer.from(written.map((row) => row.map(cell).join(',')).join(end))
        const found: (readonly unknown[])[] = []
        const scanner = new CsvScanner(
          { delimiter: ',', quote: '"', returns: false, skippedLines: 0 },
          {
            titles: () => {},
            row: (cells) => found.push(cells),
            broken: ({ reason }) => expect(reason).toBe(''),
            enough: () => false,
          },
        )
        for (let at = 0; at < bytes.length; at += cut) scanner.write(bytes.subarray(at, at + cut))
        scanner.end(Buffer.alloc(0))
        expect(found).toEqual(parse(bytes, { record_delimiter: [end], relax_column_count: true }))
        expect(found).toEqual(written)
      },
    ),
    { numRuns: 500 },
  )
})
