import { crc32, deflateRawSync } from 'node:zlib'

/** A file of a ZIP archive. */
export interface ZipPart {
  readonly path: string
  readonly content: string | Buffer
}

/** A ZIP archive of these parts (APPNOTE 6.3, without what a workbook does not use). */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { path, content } of parts) {
    const name = Buffer.from(path)
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(0x800, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(bytes.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, place, name]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** A cell as XML without its reference: `<c t="b"><v>1</v></c>`; a text becomes an inline string. */
type CellOf = string | { readonly xml: string }

/** Parts of a workbook as Excel writes it. @param formats number formats; style `n` of a cell is the n-th of them. */
export function workbookParts(
  sheets: readonly { readonly name: string; readonly rows: readonly (readonly CellOf[])[]; readonly state?: string }[],
  { formats = [], texts = [] }: { formats?: readonly string[]; texts?: readonly string[] } = {},
): ZipPart[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`
  const cell = (value: CellOf, at: string) =>
    typeof value === 'string'
      ? value === ''
        ? ''
        : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
      : value.xml.replace('<c', `<c r="${at}"`)
  const row = (cells: readonly CellOf[], line: number) =>
    `<row r="${line}">${cells.map((value, index) => cell(value, `${String.fromCharCode(65 + index)}${line}`)).join('')}</row>`
  return [
    {
      path: '_rels/.rels',
      content: `${head}<Relationships xmlns="${packaged}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      path: 'xl/workbook.xml',
      content: `${head}<workbook xmlns="${main}" xmlns:r="${types}"><workbookPr/><sheets>${sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: `${head}<Relationships xmlns="${packaged}">${sheets
        .map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
        .join(
          '',
        )}${relation('rIdS', 'styles', 'styles.xml')}${relation('rIdT', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    },
    {
      path: 'xl/styles.xml',
      content: `${head}<styleSheet xmlns="${main}"><numFmts>${formats
        .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`)
        .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats
        .map((_, index) => `<xf numFmtId="${164 + index}"/>`)
        .join('')}<xf numFmtId="14"/></cellXfs></styleSheet>`,
    },
    {
      path: 'xl/sharedStrings.xml',
      content: `${head}<sst xmlns="${main}">${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    },
    ...sheets.map(({ rows }, index) => ({
      path: `xl/worksheets/sheet${index + 1}.xml`,
      content: `${head}<worksheet xmlns="${main}"><sheetData>${rows.map((cells, at) => row(cells, at + 1)).join('')}</sheetData></worksheet>`,
    })),
  ]
}
