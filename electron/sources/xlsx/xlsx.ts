import { MusterError } from '../../../shared/errors.ts'
import type { FileReading } from '../../../shared/model/source.ts'
import { t } from '../../../shared/words/text.ts'
import { recogniseColumns } from '../columns.ts'
import type { ReadFormat } from '../file-format.ts'
import { readNumberFormats } from './number-formats.ts'
import { readSharedTexts } from './shared-texts.ts'
import { type CellWorld, readSheetRows } from './sheet-rows.ts'
import { readWorkbook, type Sheet } from './workbook.ts'
import { openZip, type Zip } from './zip.ts'

/** Rows of a sheet that are looked at for a header. */
const looked = 20

/** Reads a sheet of an Excel workbook: the chosen one, else the first with a column of sign-in names. */
export const readXlsx: ReadFormat = async (bytes, reading, visitor, signal) => {
  const zip = await openZip(bytes.from, bytes.name)
  try {
    const { sheets, from1904, styles, texts } = await readWorkbook(zip, signal)
    const shown = sheets.filter(({ hidden, name }) => !hidden || name === reading.sheet)
    const world: CellWorld = {
      texts: await readSharedTexts(zip, texts, signal),
      showNumber: await readNumberFormats(zip, styles, from1904, signal),
    }
    const sheet = await sheetOfPeople(zip, shown, world, reading, signal)
    if (sheet === null) throw new MusterError('file-empty', { detail: t('It has no sheet with rows.') })
    await readSheetRows(zip, sheet, world, visitor, signal)
    const names = shown.map(({ name }) => name)
    return { encoding: null, damaged: false, delimiter: null, quote: null, sheet: sheet.name, sheets: names }
  } finally {
    zip.close()
  }
}

async function sheetOfPeople(
  zip: Zip,
  sheets: readonly Sheet[],
  world: CellWorld,
  { sheet: chosen, columns }: FileReading,
  signal?: AbortSignal,
): Promise<Sheet | null> {
  const named = sheets.find(({ name }) => name === chosen)
  if (named !== undefined) return named
  let filled: Sheet | null = null
  for (const sheet of sheets) {
    let rows = 0
    let telling = false
    const taker = {
      row: (cells: readonly string[], line: number) => {
        if (rows++ < looked) telling ||= recogniseColumns(cells, line, columns).places.has('userName')
      },
      enough: () => telling || rows >= looked,
    }
    await readSheetRows(zip, sheet, world, taker, signal)
    if (telling) return sheet
    if (rows > 0) filled ??= sheet
  }
  return filled
}
