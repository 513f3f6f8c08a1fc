import { format, isDateFormat } from 'numfmt'
import { readXml } from './xml.ts'
import type { Zip } from './zip.ts'

/** Shows a number of a cell as the admin sees it in the workbook. @param style number of the cell’s style. */
export type ShowNumber = (value: number, style: number) => string

/**
 * The built-in formats that matter here (ECMA-376 part 1, section 18.8.30). Those that follow the system’s own way of
 * writing a date are written as ISO 8601 has it: which day 03/04 is would depend on the computer.
 */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd hh:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
}

/** From the first day that Excel counts to the first day that old Macs did. */
const daysTo1904 = 1_462

/** A format longer than this was not made for a number. */
const longestFormat = 255

/** Reads how cells show their numbers. */
export async function readNumberFormats(
  zip: Zip,
  path: string | null,
  from1904: boolean,
  signal?: AbortSignal,
): Promise<ShowNumber> {
  const own = new Map<number, string>()
  const styles: string[] = []
  let inStyles = false
  if (path !== null) {
    await readXml(
      path,
      zip.part(path),
      {
        open: (name, { numFmtId, formatCode }) => {
          if (name === 'cellXfs') inStyles = true
          if (name === 'numFmt') own.set(Number(numFmtId), formatCode ?? '')
          if (name === 'xf' && inStyles) styles.push(own.get(Number(numFmtId)) ?? builtIn[Number(numFmtId)] ?? '')
        },
        close: (name) => {
          if (name === 'cellXfs') inStyles = false
        },
      },
      signal,
    )
  }
  return (value, style) => {
    const pattern = styles[style] ?? ''
    if (pattern === '' || /^(?:general|@)$/i.test(pattern) || pattern.length > longestFormat) return plain(value)
    try {
      const moved = from1904 && isDateFormat(pattern) ? value + daysTo1904 : value
      return format(pattern, moved).trim()
    } catch {
      // A format that nobody can read shows the number, as Excel does.
      return plain(value)
    }
  }
}

/** A number in full: an employee’s number is no power of ten. Fifteen digits are what Excel keeps. */
const plain = (value: number): string =>
  Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(15)))
