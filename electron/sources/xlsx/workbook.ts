import { posix } from 'node:path'
import { MusterError } from '../../../shared/errors.ts'
import { t } from '../../../shared/words/text.ts'
import { readXml } from './xml.ts'
import type { Zip } from './zip.ts'

/** A sheet of a workbook, in the order of its tabs. */
export interface Sheet {
  readonly name: string
  /** Path of its part. */
  readonly path: string
  readonly hidden: boolean
}

/** What a workbook says about itself. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
  /** Dates are counted from 1904, as Excel for the Mac once did. */
  readonly from1904: boolean
  /** Path of the part with the number formats, and of the one with the texts; null where there is none. */
  readonly styles: string | null
  readonly texts: string | null
}

/** Reads what is in a workbook. @throws MusterError `file-format` for an archive that is none. */
export async function readWorkbook(zip: Zip, signal?: AbortSignal): Promise<Workbook> {
  if (zip.has('xl/workbook.bin')) throw refused(t('It is a binary workbook (.xlsb); save it as .xlsx or CSV.'))
  if (zip.has('META-INF/manifest.xml') || zip.has('content.xml')) {
    throw refused(t('It is an OpenDocument file; save it as .xlsx or CSV.'))
  }
  if (zip.has('word/document.xml')) throw refused(t('It is a Word document.'))
  if (!zip.has('_rels/.rels')) throw refused(t('It is a compressed file; unpack it first.'))
  const path = [...(await relations(zip, '', '_rels/.rels', signal)).values()].find(
    ({ type }) => type === 'officeDocument',
  )?.path
  if (path === undefined || !zip.has(path)) throw refused(t('It is no workbook.'))
  const folder = posix.dirname(path)
  const parts = await relations(zip, folder, `${folder}/_rels/${posix.basename(path)}.rels`, signal)
  const found: { name: string; id: string; hidden: boolean }[] = []
  let from1904 = false
  await readXml(
    path,
    zip.part(path),
    {
      open: (name, attributes) => {
        if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '')
        if (name !== 'sheet') return
        const id = Object.entries(attributes).find(([key]) => /^(?:.*:)?id$/.test(key))?.[1] ?? ''
        found.push({ name: attributes.name ?? '', id, hidden: (attributes.state ?? 'visible') !== 'visible' })
      },
    },
    signal,
  )
  const sheets = found.flatMap(({ name, id, hidden }) => {
    const part = parts.get(id)
    // A chart has a tab too.
    return part?.type === 'worksheet' && zip.has(part.path) ? [{ name, path: part.path, hidden }] : []
  })
  const partOf = (type: string) =>
    [...parts.values()].find((part) => part.type === type && zip.has(part.path))?.path ?? null
  return { sheets, from1904, styles: partOf('styles'), texts: partOf('sharedStrings') }
}

/** What a part refers to, by id. Types are the last word of their address, which is the same in the strict variant. */
async function relations(
  zip: Zip,
  folder: string,
  path: string,
  signal?: AbortSignal,
): Promise<Map<string, { type: string; path: string }>> {
  const found = new Map<string, { type: string; path: string }>()
  await readXml(
    path,
    zip.part(path),
    {
      open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
        if (name !== 'Relationship' || TargetMode === 'External') return
        const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
        found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), path: target })
      },
    },
    signal,
  )
  return found
}

const refused = (detail: string): MusterError => new MusterError('file-format', { detail })
