import type { FileEncoding } from '../../shared/model/source.ts'
import type { Bytes } from './bytes.ts'
import { createTranscoder } from './encoding.ts'

/** Characters of UTF-8 that one line may have. */
const longestLine = 8 * 1024 * 1024

/** What takes lines. */
export interface LineTaker {
  /** A line without its end, and its number, 1-based. */
  line(text: string, line: number): void
  /** A line that is too long to be one. */
  tooLong(line: number): void
  /** Nothing more is wanted. */
  enough(): boolean
}

/** Reads a text file line by line; each ends with a line feed, with or without a carriage return in front of it. */
export async function readLines(
  bytes: Bytes,
  chosen: FileEncoding | null,
  taker: LineTaker,
  signal?: AbortSignal,
): Promise<{ encoding: FileEncoding; damaged: boolean }> {
  const transcoder = createTranscoder(bytes.head, chosen)
  let rest: Buffer = Buffer.alloc(0)
  let line = 0
  /** The line is too long; the rest of it is left out. */
  let leavingOut = false

  const tell = (text: Buffer, from: number, to: number): void => {
    line++
    const end = to > from && text[to - 1] === 0x0d ? to - 1 : to
    if (leavingOut) taker.tooLong(line)
    else taker.line(text.toString('utf8', from, end), line)
    leavingOut = false
  }
  const take = (text: Buffer): Buffer => {
    let from = 0
    for (let end = text.indexOf(0x0a); end !== -1; end = text.indexOf(0x0a, from)) {
      tell(text, from, end)
      from = end + 1
    }
    return text.subarray(from)
  }

  for await (const chunk of bytes.chunks()) {
    signal?.throwIfAborted()
    rest = take(Buffer.concat([rest, transcoder.write(chunk)]))
    if (rest.length > longestLine) {
      leavingOut = true
      rest = Buffer.alloc(0)
    }
    if (taker.enough()) break
  }
  rest = take(Buffer.concat([rest, transcoder.end()]))
  if (rest.length > 0 || leavingOut) tell(rest, 0, rest.length)
  return { encoding: transcoder.encoding(), damaged: transcoder.damaged() }
}
