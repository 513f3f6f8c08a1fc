import { describe, expect, it } from 'vitest'
import { recognised } from '../../../shared/model/source.ts'
import { readFileWhole } from '../../support/read-file.ts'
import { workbookParts, zipOf } from '../../support/workbook.ts'

const header = ['userName', 'displayName', 'Employee number', 'title']
const book = (...rows: Parameters<typeof workbookParts>[0][number]['rows'][number][]) =>
  zipOf(workbookParts([{ name: 'People', rows: [header, ...rows] }]))

describe('values are read as the admin sees them', () => {
  const formats = ['00000', '#,##0.00', 'dd/mm/yyyy', '@']
  const cases: [name: string, xml: string, shown: string | undefined][] = [
    ['a number that is padded', '<c s="1"><v>421</v></c>', '00421'],
    ['a number with separators', '<c s="2"><v>1234.5</v></c>', '1,234.50'],
    ['a date', '<c s="3"><v>45352</v></c>', '01/03/2024'],
    ['a date in the system’s format', '<c s="5"><v>45352</v></c>', '2024-03-01'],
    ['a long number in full', '<c><v>491512345678</v></c>', '491512345678'],
    ['a number that binary can’t write', '<c><v>0.30000000000000004</v></c>', '0.3'],
    ['a text by its number', '<c t="s"><v>0</v></c>', 'Head of Ops'],
    ['what a formula came to', '<c t="str"><f>A1&amp;"x"</f><v>computed</v></c>', 'computed'],
    ['yes', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['a text without a number', '<c t="s"><v>99</v></c>', undefined],
    ['an error of Excel’s', '<c t="e"><v>#N/A</v></c>', undefined],
  ]
  it.each(cases)('%s', async (_, xml, shown) => {
    const texts = ['<r><t>Head </t></r><r><t>of Ops</t></r><rPh sb="0" eb="1"><t>no</t></rPh>']
    const rows = [header, ['a@x.example', 'Ann', { xml }]]
    const { people } = await readFileWhole(zipOf(workbookParts([{ name: 'People', rows }], { formats, texts })))
    expect(people[0]?.attributes.employeeNumber).toBe(shown)
  })
})

it('takes the first sheet with sign-in names, lists the others, and reads the one that is chosen', async () => {
  const file = zipOf(
    workbookParts([
      { name: 'Notes', rows: [['Made by HR'], ['2024']] },
      { name: 'Staff', rows: [['Staff of Contoso'], [], header, ['a@x.example', 'Ann', '1', 'x']] },
      { name: 'Leavers', rows: [header, ['b@x.example', 'Ben', '2', 'y']] },
      { name: 'Old', rows: [header, ['c@x.example', 'Cy', '3', 'z']], state: 'hidden' },
    ]),
  )
  const { summary, people } = await readFileWhole(file)
  expect(summary).toMatchObject({ format: 'xlsx', sheet: 'Staff', sheets: ['Notes', 'Staff', 'Leavers'], header: 3 })
  expect(people.map(({ line, attributes }) => [line, attributes.userName])).toEqual([[4, 'a@x.example']])
  const chosen = await readFileWhole(file, { reading: { ...recognised, sheet: 'Leavers' } })
  expect(chosen.summary).toMatchObject({ sheet: 'Leavers', header: 1 })
  expect(chosen.people[0]?.attributes.userName).toBe('b@x.example')
})

it('names the cell of each problem', async () => {
  const { problems, people } = await readFileWhole(
    book(['a@x.example', '=1+x', '1', 'x'], ['a@x.example', 'Ann', { xml: '<c t="e"><v>#REF!</v></c>' }, '', 'stray']),
  )
  expect(problems.map(({ line, cell, column, reason }) => [line, cell, column, reason])).toEqual([
    [2, 'B2', 'displayName', 'The value looks like a formula: =1+x'],
    [3, 'E3', 'Column 5', 'A value stands where no column has a title.'],
    [3, 'C3', 'Employee number', 'The value is Excel’s error #REF!.'],
    [
      3,
      'A3',
      'userName',
      'Rows 2 and 3 have the same sign-in name, a@x.example; letter case does not tell them apart.',
    ],
  ])
  expect(people).toHaveLength(2)
})

describe('what is no workbook of people', () => {
  const parts = workbookParts([{ name: 'People', rows: [header, ['a@x.example']] }])
  const without = (path: string) => zipOf(parts.filter((part) => part.path !== path))
  const withSheet = (content: string) =>
    zipOf(parts.map((part) => (part.path === 'xl/worksheets/sheet1.xml' ? { ...part, content } : part)))
  const cases: [name: string, file: Buffer, detail: string | RegExp][] = [
    ['an archive', zipOf([{ path: 'a.txt', content: 'x' }]), 'It is a compressed file; unpack it first.'],
    ['a binary workbook', zipOf([{ path: 'xl/workbook.bin', content: '' }]), /xlsb/],
    ['an OpenDocument table', zipOf([{ path: 'content.xml', content: '' }]), /OpenDocument/],
    ['a Word document', zipOf([{ path: 'word/document.xml', content: '' }]), /Word/],
    ['without its relations', without('xl/_rels/workbook.xml.rels'), /is missing/],
    ['cut off', zipOf(parts).subarray(0, 900), /damaged/],
    ['with broken XML', withSheet('<worksheet><sheetData><row></c>'), /XML inside it is broken/],
    ['with a document type', withSheet('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'), /document type/],
    ['with an entity of its own', withSheet('<worksheet><row><c><v>&a;</v></c></row></worksheet>'), /broken/],
    ['with what unpacks to far too much', withSheet(' '.repeat(120_000_000)), /too much to be right/],
  ]
  it.each(cases)('%s', async (_, file, detail) => {
    await expect(readFileWhole(file)).rejects.toMatchObject({
      code: 'file-format',
      detail: typeof detail === 'string' ? detail : expect.stringMatching(detail),
    })
  })

  it('with empty sheets', async () => {
    await expect(readFileWhole(withSheet('<worksheet><sheetData/></worksheet>'))).rejects.toMatchObject({
      code: 'file-empty',
    })
  })
})
