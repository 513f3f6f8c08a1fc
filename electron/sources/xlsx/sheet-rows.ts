import type { ShowNumber } from './number-formats.ts'
import { createRuns } from './shared-texts.ts'
import type { Sheet } from './workbook.ts'
import { readXml } from './xml.ts'
import type { Zip } from './zip.ts'

/** What cells need of the rest of the workbook. */
export interface CellWorld {
  readonly texts: readonly string[]
  readonly showNumber: ShowNumber
}

/** What takes the rows of a sheet. */
export interface SheetTaker {
  /** @param line the row’s number, 1-based. Cells that the sheet leaves out are empty. */
  row(cells: readonly string[], line: number): void
  enough(): boolean
}

/** Excel has 16,384 columns; nobody’s attributes go as far as this. */
const mostColumns = 2_000
const mostRows = 1_048_576

/** Reads the rows of a sheet, values as the admin sees them. Of a formula it is the value that Excel computed last. */
export async function readSheetRows(
  zip: Zip,
  { path }: Sheet,
  { texts, showNumber }: CellWorld,
  taker: SheetTaker,
  signal?: AbortSignal,
): Promise<void> {
  const runs = createRuns()
  let line = 0
  let cells: string[] = []
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let inValue = false

  const shown = (): string => {
    switch (type) {
      case 's':
        return texts[Number(value)] ?? ''
      case 'inlineStr':
        return runs.take()
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE'
      // Text of a formula, an error, a date in ISO 8601.
      case 'str':
      case 'e':
      case 'd':
        return value
      default: {
        const number = Number(value)
        return value.trim() === '' || !Number.isFinite(number) ? value : showNumber(number, style)
      }
    }
  }

  await readXml(
    path,
    zip.part(path),
    {
      open: (name, attributes) => {
        if (name === 'c') {
          column = columnOf(attributes.r) ?? column + 1
          type = attributes.t ?? 'n'
          style = Number(attributes.s ?? 0)
          value = ''
        } else if (name === 'v') {
          inValue = true
        } else if (name === 'row') {
          const told = Number(attributes.r)
          line = Number.isInteger(told) && told > line && told <= mostRows ? told : line + 1
          cells = []
          column = -1
        } else {
          runs.open(name)
        }
      },
      text: (text) => {
        if (inValue) value += text
        else runs.text(text)
      },
      close: (name) => {
        if (name === 'v') inValue = false
        else if (name === 'c') {
          const text = shown()
          if (text === '' || column >= mostColumns) return
          while (cells.length < column) cells.push('')
          cells[column] = text
        } else if (name === 'row') {
          if (cells.length > 0) taker.row(cells, line)
        } else {
          runs.close(name)
        }
      },
      enough: () => taker.enough(),
    },
    signal,
  )
}

/** Position of the column in a reference: C14 is 2. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1]
  if (letters === undefined) return null
  let index = 0
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}
