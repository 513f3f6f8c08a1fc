import { Buffer, isAscii, isUtf8 } from 'node:buffer'
import { StringDecoder } from 'node:string_decoder'
import type { FileEncoding } from '../../shared/model/source.ts'

/** How a file’s bytes become text. `ASCII` is what every one of the others begins as until a byte tells them apart. */
type Encoding = 'ASCII' | FileEncoding

/** Turns a file’s bytes into UTF-8, a chunk at a time. */
export interface Transcoder {
  /** The UTF-8 bytes of a chunk; up to three bytes may wait for the next one. */
  write(chunk: Uint8Array): Buffer
  /** What still waits at the end. */
  end(): Buffer
  /** What the bytes so far were recognised as; UTF-8 while nothing tells. */
  encoding(): FileEncoding
  /** Some bytes did not belong to the encoding; they read as U+FFFD. */
  damaged(): boolean
}

/**
 * A transcoder for a file that begins with `head`. UTF-16 shows by its byte order mark or its zero bytes; between UTF-8 and
 * Windows-1252 the first bytes beyond ASCII decide, wherever in the file they are. @param chosen what the admin says it is.
 */
export function createTranscoder(head: Uint8Array, chosen: FileEncoding | null = null): Transcoder {
  const utf16 = chosen === null ? utf16Of(head) : chosen
  return utf16 === 'UTF-16 LE' || utf16 === 'UTF-16 BE' ? transcodeUtf16(utf16) : transcodeBytes(chosen)
}

/** The text of a file that is there as a whole. */
export function decodeText(bytes: Uint8Array): string {
  const transcoder = createTranscoder(bytes)
  return Buffer.concat([transcoder.write(bytes), transcoder.end()]).toString('utf8')
}

function utf16Of(head: Uint8Array): 'UTF-16 LE' | 'UTF-16 BE' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'UTF-16 LE'
  if (head[0] === 0xfe && head[1] === 0xff) return 'UTF-16 BE'
  const some = head.subarray(0, 1_000)
  const zeros = [0, 0]
  for (let index = 0; index < some.length; index++)
    if (some[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  // Latin text has a zero in nearly every other byte, and nearly none in those between.
  const many = some.length / 4
  if (odd > many && even < odd / 10) return 'UTF-16 LE'
  if (even > many && odd < even / 10) return 'UTF-16 BE'
  return null
}

function transcodeUtf16(encoding: 'UTF-16 LE' | 'UTF-16 BE'): Transcoder {
  const decoder = new StringDecoder('utf16le')
  let odd: Buffer = Buffer.alloc(0)
  let first = true
  let damaged = false
  const text = (decoded: string): Buffer => {
    const whole = first && decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded
    if (decoded !== '') first = false
    if (!whole.isWellFormed()) damaged = true
    return Buffer.from(whole, 'utf8')
  }
  return {
    write: (chunk) => {
      const bytes = Buffer.concat([odd, chunk])
      const whole = bytes.subarray(0, bytes.length - (bytes.length % 2))
      odd = bytes.subarray(whole.length)
      return text(decoder.write(encoding === 'UTF-16 BE' ? whole.swap16() : whole))
    },
    end: () => {
      if (odd.length > 0) damaged = true
      return text(decoder.end())
    },
    encoding: () => encoding,
    damaged: () => damaged,
  }
}

function transcodeBytes(chosen: FileEncoding | null): Transcoder {
  let encoding: Encoding = chosen ?? 'ASCII'
  let waiting: Buffer = Buffer.alloc(0)
  let first = true
  let damaged = false

  const convert = (bytes: Buffer): Buffer => {
    if (encoding === 'Windows-1252') return fromWindows1252(bytes)
    if (isAscii(bytes)) return bytes
    const valid = isUtf8(bytes)
    if (encoding === 'ASCII') encoding = valid || looksLikeUtf8(bytes) ? 'UTF-8' : 'Windows-1252'
    if (encoding === 'Windows-1252') return fromWindows1252(bytes)
    if (!valid) damaged = true
    return bytes
  }
  return {
    write: (chunk) => {
      let bytes: Buffer = waiting.length > 0 ? Buffer.concat([waiting, chunk]) : asBuffer(chunk)
      if (first && bytes.length < 3) {
        waiting = bytes
        return Buffer.alloc(0)
      }
      if (first && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
        if (encoding !== 'Windows-1252') encoding = 'UTF-8 with BOM'
        bytes = bytes.subarray(3)
      }
      first = false
      const whole = encoding === 'Windows-1252' ? bytes.length : wholeCharacters(bytes)
      waiting = bytes.subarray(whole)
      return convert(bytes.subarray(0, whole))
    },
    end: () => convert(waiting),
    encoding: () => (encoding === 'ASCII' ? 'UTF-8' : encoding),
    damaged: () => damaged,
  }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Length without a UTF-8 character that the end of the bytes cuts off (RFC 3629 section 3). */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

/** Whether bytes that are not valid UTF-8 are UTF-8 with a few broken ones: most of what is beyond ASCII is whole. */
function looksLikeUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8')
  const lost = text.split('\ufffd').length - 1
  let beyond = 0
  for (const character of text) if (character > '\x7f') beyond++
  return beyond - lost > lost
}

/** What Windows-1252 has where Latin-1 has control characters, 0x80 to 0x9F; five of them are unused. */
const windows = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** By hand: how much of the encodings TextDecoder knows depends on how Electron’s ICU was built. */
function fromWindows1252(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1')
  return Buffer.from(text.replace(/[\u0080-\u009f]/g, (control) => windows[control.charCodeAt(0) - 0x80] ?? control))
}
