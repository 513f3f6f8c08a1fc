import fc from 'fast-check'
import { lookAtFile, readPeopleFile } from '../../../electron/sources/file.ts'
import { personSchema } from '../../../shared/model/person.ts'
import {
  type FileReading,
  fileReadingSchema,
  problemSchema,
  recognised,
  sourceSummarySchema,
} from '../../../shared/model/source.ts'
import { workbookParts, zipOf } from '../../support/workbook.ts'
import { type Boundary, boundary, plainly } from '../boundary.ts'
import { damage, damagedBy, pieces } from '../inputs.ts'
import { must, orRefused } from '../refusal.ts'

interface Input {
  readonly content: Uint8Array
  readonly reading: FileReading
}

const refusal = { codes: /^file-(?:format|empty|columns)$/, placed: ['file-format'] } as const

/** Reads and looks at bytes: whoever is read is sound, and whatever is wrong is said with its line. */
async function readSoundly({ content, reading }: Input): Promise<void> {
  await orRefused(() => lookAtFile(content, reading), refusal)
  const read = await orRefused(() => readPeopleFile(content, { reading }), refusal)
  if (read === null) return
  const { summary, people, problems } = read
  sourceSummarySchema.parse(summary)
  must(people.length <= summary.rows, 'There are more people than rows.')
  for (const person of people) {
    personSchema.parse(person)
    must((person.line ?? 0) > 0, 'A person has no line.')
    must(
      Object.values(person.attributes).every((value) => value.trim() !== ''),
      'An attribute is empty.',
    )
  }
  for (const problem of problems) {
    problemSchema.parse(problem)
    must(problem.reason !== '' && (problem.line === null || problem.line > 0), 'A problem says nothing, or no line.')
  }
}

const encodings: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(text, 'latin1'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
]
const asWritten = (text: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  fc.tuple(text, fc.constantFrom(...encodings)).map(([written, encode]) => encode(written))

const someWay: fc.Arbitrary<FileReading> = fc
  .record({
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
  .map((reading) => fileReadingSchema.parse(reading))

/** A boundary of files in one format, read as recognised or in any way that the admin may have said. */
const files = (name: string, content: fc.Arbitrary<Uint8Array>, cost: number): Boundary =>
  boundary({
    name,
    cost,
    inputs: fc.record({ content, reading: fc.oneof({ weight: 3, arbitrary: fc.constant(recognised) }, someWay) }),
    open: plainly(readSoundly),
  })

const marks = [
  '"',
  '""',
  "'",
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '=',
  '#EXT#',
  '\0',
  '\ufeff',
  'a@x',
  'True',
]

/** CSV and TSV, and bytes that are nothing at all. */
export const csvFiles: Boundary = files(
  'files-csv',
  fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.concat([Buffer.from('userName,title\n'), bytes])),
    asWritten(pieces(...marks).map((text) => `userName,displayName,accountEnabled\n${text}`)),
    asWritten(pieces('userName', 'title', ...marks)),
  ),
  4,
)

const jsonMarks = ['{', '}', '[', ']', ',', ':', '"', '\\', '"userName"', '"a@x"', 'null', '1e9', '\n', '"users"']
const record = fc.dictionary(fc.constantFrom('userName', 'emails', 'groups', 'name', '__proto__'), fc.jsonValue())

/** JSON, and what looks like it. */
export const jsonFiles: Boundary = files(
  'files-json',
  asWritten(
    fc.oneof(
      fc
        .tuple(fc.constantFrom('[', '{', '{"users":[', '[{"userName":"a"},'), pieces(...jsonMarks, '"__proto__"'))
        .map((parts) => parts.join('')),
      fc.array(record).map((list) => JSON.stringify(list)),
      fc.jsonValue().map((value) => JSON.stringify([{ userName: 'a', value }])),
    ),
  ),
  4,
)

/** JSON Lines. */
export const jsonLinesFiles: Boundary = files(
  'files-json-lines',
  asWritten(
    fc
      .array(
        fc.oneof(
          fc.jsonValue().map((value) => JSON.stringify({ userName: 'a', value })),
          pieces('{', '}', '"', ':', '\n', '\r\n'),
        ),
        { maxLength: 12 },
      )
      .map((lines) => `{"userName":"a"}\n{${lines.join('\n')}`),
  ),
  4,
)

const ldifMarks = ['dn: uid=a', 'dn:: YQ==', 'uid: a', 'mail:: *', 'cn:< file:x', '\n', '\r\n', '\n ', '\n\n', '#']

/** LDIF. */
export const ldifFiles: Boundary = files(
  'files-ldif',
  asWritten(
    pieces(...ldifMarks, ';binary', 'objectClass: user', '-', 'version: 1', 'memberOf: CN=a\\').map(
      (text) => `dn: uid=b\n${text}`,
    ),
  ),
  4,
)

const parts = workbookParts([{ name: 'People', rows: [['userName'], ['a@x.example']] }], {
  formats: ['0;;;', '[h]:mm', '"'],
})
const xmlMarks = [
  '<row>',
  '<row r="9">',
  '</row>',
  '<c>',
  '<c r="B2" t="s">',
  '<c t="inlineStr">',
  '</c>',
  '<v>',
  '</v>',
]
const sheet = pieces(...xmlMarks, '1', '<is><t>', '</t></is>', '&amp;', '&x;', '<!DOCTYPE a>', 'userName').map((text) =>
  zipOf(
    parts.map((part) =>
      part.path.endsWith('sheet1.xml')
        ? { ...part, content: `<worksheet><sheetData>${text}</sheetData></worksheet>` }
        : part,
    ),
  ),
)

/** Excel workbooks: any sheet, and any damage to the archive. */
export const xlsxFiles: Boundary = files(
  'files-xlsx',
  fc.oneof(
    sheet,
    damage.map((one) => damagedBy(zipOf(parts), one)),
  ),
  12,
)
