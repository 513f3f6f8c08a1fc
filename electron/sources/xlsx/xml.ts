import { StringDecoder } from 'node:string_decoder'
import { setImmediate } from 'node:timers/promises'
import { SaxesParser } from 'saxes'
import { MusterError } from '../../../shared/errors.ts'
import { t } from '../../../shared/words/text.ts'
import { createSlices } from '../../store/slices.ts'

/** What takes the elements of a part. Names come without their prefix. */
export interface XmlTaker {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(text: string): void
  /** Nothing more is wanted. */
  enough?(): boolean
}

/** Characters that are parsed before other work may have its turn. */
const stretch = 64 * 1024

/**
 * Walks through an XML part of a workbook. A document type is refused: no workbook has one, and it is where entities that
 * blow up would be declared.
 * @param path of the part, for messages.
 * @throws MusterError `file-format` with the line and column in the part.
 */
export async function readXml(
  path: string,
  part: AsyncIterable<Buffer>,
  taker: XmlTaker,
  signal?: AbortSignal,
): Promise<void> {
  const parser = new SaxesParser()
  const refuse = (detail: string): never => {
    const [line, column] = [String(parser.line), String(parser.column)]
    const where = t('{path}, line {line}, column {column}', { path, line, column })
    throw new MusterError('file-format', { where, detail })
  }
  parser.on('error', () => refuse(t('It is a damaged workbook: the XML inside it is broken.')))
  parser.on('doctype', () => refuse(t('It is a damaged workbook: the XML inside it declares a document type.')))
  parser.on('opentag', ({ name, attributes }) => taker.open?.(local(name), attributes))
  parser.on('closetag', ({ name }) => taker.close?.(local(name)))
  parser.on('text', (text) => taker.text?.(text))
  parser.on('cdata', (text) => taker.text?.(text))
  const decoder = new StringDecoder('utf8')
  const slices = createSlices()
  for await (const chunk of part) {
    const text = decoder.write(chunk)
    for (let from = 0; from < text.length; from += stretch) {
      parser.write(text.slice(from, from + stretch))
      if (taker.enough?.()) return
      if (slices.due()) await slices.rest()
      signal?.throwIfAborted()
    }
  }
  parser.write(decoder.end())
  parser.close()
  await setImmediate()
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)
