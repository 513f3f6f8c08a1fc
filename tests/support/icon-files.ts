/** Sizes in the icon of a Windows program. */
export const icoSizes: readonly number[] = [16, 20, 24, 32, 40, 48, 64, 128, 256]

/** Apple's name for a picture of so many pixels. */
const icnsTypes = new Map([
  [16, 'icp4'],
  [32, 'icp5'],
  [64, 'icp6'],
  [128, 'ic07'],
  [256, 'ic08'],
  [512, 'ic09'],
  [1024, 'ic10'],
])
/** Sizes in the icon of a macOS program. */
export const icnsSizes: readonly number[] = [...icnsTypes.keys()]

/** An .ico file of PNG pictures by their size in pixels: a directory, then the pictures. */
export function icoFile(pictures: ReadonlyMap<number, Buffer>): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.size)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.size, 4)
  let [entry, offset] = [6, header.length]
  for (const [size, png] of pictures) {
    // 256 is written as 0, in one byte.
    header.writeUInt8(size % 256, entry)
    header.writeUInt8(size % 256, entry + 1)
    header.writeUInt16LE(1, entry + 4)
    header.writeUInt16LE(32, entry + 6)
    header.writeUInt32LE(png.length, entry + 8)
    header.writeUInt32LE(offset, entry + 12)
    entry += 16
    offset += png.length
  }
  return Buffer.concat([header, ...pictures.values()])
}

/** An .icns file of PNG pictures by their size in pixels: each behind its name and length. */
export function icnsFile(pictures: ReadonlyMap<number, Buffer>): Buffer {
  const parts = Array.from(pictures, ([size, png]) => block(icnsTypes.get(size) ?? '', png))
  return block('icns', Buffer.concat(parts))
}

/** A name of four letters, the length with these eight bytes, the content. */
function block(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32BE(content.length + head.length, 4)
  return Buffer.concat([head, content])
}
