/**
 * Long values in several entries of a keychain, because the Windows Credential Manager takes at most 2,560 bytes each.
 * The entry under the value's own name says how many parts there are and in which of two sets (a, b) they lie. A new value
 * goes into the other set and the entry is switched last, so that a crash at any point leaves the old value or the new one.
 */

/** One of the two sets of parts of a value. */
export type ChunkSet = 'a' | 'b'

/** Where the parts of a value lie. */
export interface ChunkIndex {
  readonly set: ChunkSet
  readonly count: number
}

/** Most parts of one value; reading an index that says more is refused. */
export const maxChunks = 999

const indexForm = /^muster-parts:([ab]):(\d{1,3})$/

/** Cuts a text into parts of at most `bytes` bytes of UTF-8, never inside a character. `bytes` is at least 4. */
export function splitBytes(text: string, bytes: number): string[] {
  const parts: string[] = []
  let start = 0
  let size = 0
  let end = 0
  for (const character of text) {
    const width = Buffer.byteLength(character)
    if (size + width > bytes) {
      parts.push(text.slice(start, end))
      start = end
      size = 0
    }
    size += width
    end += character.length
  }
  return end > start ? [...parts, text.slice(start)] : parts
}

/** Whether a value has to be cut: it is too long, or looks like an index itself. */
export function needsChunks(value: string, bytes: number): boolean {
  return Buffer.byteLength(value) > bytes || indexForm.test(value)
}

/** The entry that stands under the value's own name. */
export const writeIndex = ({ set, count }: ChunkIndex): string => `muster-parts:${set}:${count}`

/** Reads such an entry; null when it is a plain value. */
export function readIndex(entry: string | null): ChunkIndex | null {
  const [, set, count] = indexForm.exec(entry ?? '') ?? []
  return set === 'a' || set === 'b' ? { set, count: Number(count) } : null
}

/** The set that a new value goes into while the old one is still needed. */
export const otherSet = (index: ChunkIndex | null): ChunkSet => (index?.set === 'a' ? 'b' : 'a')

/** Names of the entries that hold the parts. */
export function chunkNames(name: string, { set, count }: ChunkIndex): string[] {
  return Array.from({ length: count }, (_, part) => `${name}/${set}/${part + 1}`)
}
