import { MusterError } from '../../../shared/errors.ts'
import { t } from '../../../shared/words/text.ts'
import { readXml } from './xml.ts'
import type { Zip } from './zip.ts'

/** Characters that all texts of a workbook may have together, since they are held in memory. */
const most = 300_000_000

/**
 * Collects the text of elements that hold it in runs: `<si><r><t>…</t></r></si>`. Phonetic hints (`rPh`) are no part of it.
 */
export function createRuns() {
  let text = ''
  let taking = false
  let hint = 0
  return {
    open: (name: string): void => {
      if (name === 'rPh') hint++
      taking = name === 't' && hint === 0
    },
    close: (name: string): void => {
      if (name === 'rPh') hint--
      if (name === 't') taking = false
    },
    text: (part: string): void => {
      if (taking) text += part
    },
    /** The text since it was asked for last. */
    take: (): string => {
      const whole = text
      text = ''
      return unescaped(whole)
    },
  }
}

/** Control characters are written as `_x000D_`, which XML itself could not hold. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** The texts of a workbook, which cells refer to by number. */
export async function readSharedTexts(zip: Zip, path: string | null, signal?: AbortSignal): Promise<string[]> {
  const texts: string[] = []
  if (path === null) return texts
  const runs = createRuns()
  let length = 0
  await readXml(
    path,
    zip.part(path),
    {
      open: runs.open,
      text: runs.text,
      close: (name) => {
        runs.close(name)
        if (name !== 'si') return
        const text = runs.take()
        length += text.length
        if (length > most)
          throw new MusterError('file-format', { detail: t('Its texts are too large to be a list of people.') })
        texts.push(text)
      },
    },
    signal,
  )
  return texts
}
