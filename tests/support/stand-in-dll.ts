/** Where the one section of the library would be in memory. */
const address = 0x1000
const alignment = 512

/**
 * A 32-bit Windows library that exports these names and does nothing: enough for a compiler that looks names up in it. The
 * export table holds, in this order, functions, names and their numbers, then the texts.
 */
export function standInDll(file: string, exported: ReadonlySet<string>): Buffer {
  const names = [...exported].sort()
  const [functions, pointers, numbers] = [40, 40 + 4 * names.length, 40 + 8 * names.length]
  const texts = [file, ...names].map((name) => Buffer.from(`${name}\0`, 'latin1'))
  const starts: number[] = []
  let end = numbers + 2 * names.length
  for (const text of texts) {
    starts.push(end)
    end += text.length
  }
  const section = Buffer.alloc(Math.ceil((end + 1) / alignment) * alignment)
  const directory = [address + (starts[0] ?? 0), 1, names.length, names.length]
  for (const [at, value] of [...directory, address + functions, address + pointers, address + numbers].entries())
    section.writeUInt32LE(value, 12 + 4 * at)
  for (const at of names.keys()) {
    section.writeUInt32LE(address + end, functions + 4 * at)
    section.writeUInt32LE(address + (starts[at + 1] ?? 0), pointers + 4 * at)
    section.writeUInt16LE(at, numbers + 2 * at)
  }
  for (const [at, text] of texts.entries()) text.copy(section, starts[at])
  // The one function: it returns.
  section.writeUInt8(0xc3, end)
  return Buffer.concat([headers(end, section.length), section])
}

/** The headers of a library with one section, whose content begins with the export table. */
function headers(used: number, size: number): Buffer {
  const bytes = Buffer.alloc(alignment)
  const [signature, optional] = [64, 88]
  bytes.write('MZ', 0, 'latin1')
  bytes.writeUInt32LE(signature, 60)
  bytes.write('PE', signature, 'latin1')
  // i386, one section, the size of the optional header, and that it is a library.
  bytes.writeUInt16LE(0x14c, signature + 4)
  bytes.writeUInt16LE(1, signature + 6)
  bytes.writeUInt16LE(224, signature + 20)
  bytes.writeUInt16LE(0x2102, signature + 22)
  bytes.writeUInt16LE(0x10b, optional)
  bytes.writeUInt32LE(address, optional + 32)
  bytes.writeUInt32LE(alignment, optional + 36)
  bytes.writeUInt32LE(16, optional + 92)
  bytes.writeUInt32LE(address, optional + 96)
  bytes.writeUInt32LE(used, optional + 100)
  const section = optional + 224
  bytes.write('.edata', section, 'latin1')
  for (const [at, value] of [used, address, size, alignment].entries()) bytes.writeUInt32LE(value, section + 8 + 4 * at)
  return bytes
}
