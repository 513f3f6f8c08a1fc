import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CsvScanner } from '../../../electron/sources/csv-scanner.ts'
import { lookAtFile, readPeopleFile } from '../../../electron/sources/file.ts'
import { readGroups } from '../../../electron/sources/groups.ts'
import { MusterError } from '../../../shared/errors.ts'
import { fileReadingSchema, sourceSummarySchema } from '../../../shared/model/source.ts'
import { workbookParts, zipOf } from '../../support/workbook.ts'

/** `MUSTER_FUZZ=100 vitest run --project unit tests/unit/sources` looks a hundred times as long. */
const times = Number(process.env.MUSTER_FUZZ ?? 1)
const runs = (count: number) => ({ numRuns: count * times })
const timeout = 60_000 * times

/** Reads and looks at bytes; what is refused is refused with one of the file’s own errors, which says where. */
async function readSoundly(content: Uint8Array, reading = fileReadingSchema.parse(nothingSaid)) {
  const ways = [() => readPeopleFile(content, { reading }), () => lookAtFile(content, reading)] as const
  for (const way of ways) {
    try {
      const read = await way()
      if (!('people' in read)) continue
      sourceSummarySchema.parse(read.summary)
      for (const { line, reason } of read.problems) {
        expect(reason).not.toBe('')
        if (line !== null) expect(line).toBeGreaterThan(0)
      }
      for (const { line } of read.people) expect(line).toBeGreaterThan(0)
    } catch (error) {
      if (!(error instanceof MusterError)) throw error
      expect(error.code).toMatch(/^file-(?:format|empty|columns)$/)
      expect(error.code !== 'file-format' || error.detail !== null).toBe(true)
    }
  }
}
const nothingSaid = { encoding: null, delimiter: null, quote: null, header: null, sheet: null, columns: [] }

/** Pieces in any order, after a beginning that makes the file one of the format. */
const pieces = (...known: string[]) =>
  fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, fc.string({ unit: 'binary', maxLength: 5 })), {
      maxLength: 40,
    })
    .map((all) => all.join(''))

it('survives any JSON, and anything like it', { timeout }, async () => {
  const signs = pieces(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '"userName"',
    '"a@x"',
    'null',
    '1e9',
    '\n',
    '"users"',
    '"__proto__"',
  )
  const like = fc
    .tuple(fc.constantFrom('[', '{', '{"users":[', '[{"userName":"a"},'), signs)
    .map((parts) => parts.join(''))
  const whole = fc.array(
    fc.dictionary(fc.constantFrom('userName', 'emails', 'groups', 'name', '__proto__'), fc.jsonValue()),
  )
  const text = fc.oneof(
    like,
    whole.map((list) => JSON.stringify(list)),
    fc.jsonValue().map((value) => JSON.stringify([{ userName: 'a', value }])),
  )
  await fc.assert(
    fc.asyncProperty(text, (each) => readSoundly(Buffer.from(each))),
    runs(400),
  )
})

it('survives any JSON Lines', { timeout }, async () => {
  const line = fc.oneof(
    fc.jsonValue().map((value) => JSON.stringify({ userName: 'a', value })),
    pieces('{', '}', '"', ':', '\n', '\r\n'),
  )
  const text = fc.array(line, { maxLength: 12 }).map((lines) => `{"userName":"a"}\n{${lines.join('\n')}`)
  await fc.assert(
    fc.asyncProperty(text, (each) => readSoundly(Buffer.from(each))),
    runs(200),
  )
})

it('survives any LDIF', { timeout }, async () => {
  const signs = pieces(
    'dn: uid=a',
    'dn:: YQ==',
    'uid: a',
    'mail:: *',
    'cn:< file:x',
    '\n',
    '\r\n',
    '\n ',
    '\n\n',
    '#',
    ';binary',
    'objectClass: user',
    '-',
    'version: 1',
    'memberOf: CN=a\\',
  )
  await fc.assert(
    fc.asyncProperty(signs, (each) => readSoundly(Buffer.from(`dn: uid=b\n${each}`))),
    runs(400),
  )
})

it('survives any sheet, and any damage to a workbook', { timeout }, async () => {
  const signs = pieces(
    '<row>',
    '<row r="9">',
    '</row>',
    '<c>',
    '<c r="B2" t="s">',
    '<c t="inlineStr">',
    '</c>',
    '<v>',
    '</v>',
    '1',
    '<is><t>',
    '</t></is>',
    '&amp;',
    '&x;',
    'userName',
  )
  const parts = workbookParts([{ name: 'People', rows: [['userName'], ['a@x.example']] }], {
    formats: ['0;;;', '[h]:mm', '"'],
  })
  const sheet = signs.map((each) =>
    zipOf(
      parts.map((part) =>
        part.path.endsWith('sheet1.xml')
          ? { ...part, content: `<worksheet><sheetData>${each}</sheetData></worksheet>` }
          : part,
      ),
    ),
  )
  const sound = zipOf(parts)
  const damage = fc.tuple(fc.nat(sound.length - 1), fc.nat(255), fc.nat(sound.length)).map(([at, byte, length]) => {
    const bytes = Buffer.from(sound)
    bytes[at] = byte
    return bytes.subarray(0, length < 40 ? length : undefined)
  })
  await fc.assert(
    fc.asyncProperty(fc.oneof(sheet, damage), (each) => readSoundly(each)),
    runs(250),
  )
})

it('survives any way of reading', { timeout }, async () => {
  const reading = fc.record({
    encoding: fc.constantFrom(null, 'UTF-8', 'UTF-16 LE', 'UTF-16 BE', 'Windows-1252'),
    delimiter: fc.constantFrom(null, ',', ';', '\t', '|', ':'),
    quote: fc.constantFrom(null, '"', "'", ''),
    header: fc.option(fc.nat(5)),
    sheet: fc.option(fc.string()),
    columns: fc.array(
      fc.record({
        index: fc.nat(4),
        title: fc.constantFrom('userName', 'title', 'Column 1'),
        attribute: fc.constantFrom(null, 'userName', 'groups', 'active'),
      }),
    ),
  })
  const text = pieces('userName', 'title', ',', ';', '"', "'", '\n', '\r', 'a@x').map(
    (each) => `userName,title\n${each}`,
  )
  await fc.assert(
    fc.asyncProperty(text, reading, (each, said) => readSoundly(Buffer.from(each), fileReadingSchema.parse(said))),
    runs(300),
  )
})

it('reads rows as csv-parse does, wherever chunks are cut', { timeout }, () => {
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
    runs(500),
  )
})

it('names of groups are never empty and never twice', () => {
  fc.assert(
    fc.property(pieces('CN=', 'OU=', ',', '\\', ';', '|', '\\2C', '=', ' '), (cell) => {
      const groups = readGroups(cell)
      expect(new Set(groups).size).toBe(groups.length)
      expect(groups).not.toContain('')
    }),
    runs(500),
  )
})
