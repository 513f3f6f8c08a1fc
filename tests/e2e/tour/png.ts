import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** A picture as rows of red, green and blue bytes. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function* chunksOf(png: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) }
    at += 12 + length
  }
}

/** The neighbour that PNG's fifth filter predicts from (PNG, section 9.4). */
function paeth(left: number, above: number, corner: number): number {
  const [toLeft, toAbove] = [Math.abs(above - corner), Math.abs(left - corner)]
  const toCorner = Math.abs(left + above - 2 * corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

/** What a filter takes a byte to be, from its neighbours (PNG, section 9.2). */
function guess(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  return filter === 4 ? paeth(left, above, corner) : 0
}

function unfilter(rows: Buffer, height: number, stride: number, step: number): Uint8Array {
  const out = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x < step ? 0 : (out[at - step] ?? 0)
      const above = y === 0 ? 0 : (out[at - stride] ?? 0)
      const corner = x < step || y === 0 ? 0 : (out[at - stride - step] ?? 0)
      out[at] = (rows[at + y + 1] ?? 0) + guess(filter, left, above, corner)
    }
  }
  return out
}

/**
 * Reads a screenshot: 8 bits a channel, not interlaced, as Chromium writes them; what is transparent is taken as it is.
 * @throws Error for any other PNG.
 */
export function decodePng(png: Buffer): Picture {
  const chunks = [...chunksOf(png)]
  const header = chunks.find(({ type }) => type === 'IHDR')?.data
  const [depth, kind, interlaced] = [header?.[8], header?.[9], header?.[12]]
  if (!header || depth !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0) {
    throw new Error('Only PNGs of 8 bits a channel that are not interlaced can be read.')
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const step = kind === 6 ? 4 : 3
  const data = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data: part }) => part)))
  const all = unfilter(data, height, width * step, step)
  return { width, height, pixels: step === 3 ? all : all.filter((_, at) => at % 4 !== 3) }
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** Writes a picture whose pixels are indexes into a palette of at most 256 colours. */
export function encodePng(
  { width, height }: Pick<Picture, 'width' | 'height'>,
  { palette, indexes }: { readonly palette: readonly number[]; readonly indexes: Uint8Array },
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  // Rows are not filtered, which suits indexes best.
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) rows.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
}
