import { writeFile } from 'node:fs/promises'
import { decodePng, encodePng, type Picture } from './png.ts'

/** Colours a palette can hold. */
const paletteSize = 256
/** Bytes of a pixel: red, green, blue. */
const channels = 3

const colourAt = (pixels: Uint8Array, at: number): number =>
  ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0)

function distance(a: number, b: number): number {
  const red = (a >> 16) - (b >> 16)
  const green = ((a >> 8) & 255) - ((b >> 8) & 255)
  const blue = (a & 255) - (b & 255)
  // The eye sees green best and blue least.
  return 2 * red * red + 4 * green * green + blue * blue
}

/**
 * Gives every pixel a colour of a palette of the 256 most frequent ones. Grounds, texts and badges keep theirs exactly; of
 * the shades between them, at the edges of letters, the rare ones take their neighbour's.
 */
function toPalette({ pixels }: Picture): { palette: readonly number[]; indexes: Uint8Array } {
  const counts = new Map<number, number>()
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = colourAt(pixels, at)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const byFrequency = [...counts].sort(([a, often], [b, rare]) => rare - often || a - b).map(([colour]) => colour)
  const palette = byFrequency.slice(0, paletteSize)
  const indexOf = new Map(palette.map((colour, index) => [colour, index]))
  for (const colour of byFrequency.slice(paletteSize)) {
    let nearest = 0
    for (const [index, known] of palette.entries()) {
      if (distance(colour, known) < distance(colour, palette[nearest] ?? 0)) nearest = index
    }
    indexOf.set(colour, nearest)
  }
  const indexes = new Uint8Array(pixels.length / channels)
  for (const at of indexes.keys()) indexes[at] = indexOf.get(colourAt(pixels, at * channels)) ?? 0
  return { palette, indexes }
}

/** Writes a screenshot as a file of about a third of its size, for documents that are downloaded with the code. */
export async function savePicture(screenshot: Buffer, file: string): Promise<void> {
  const picture = decodePng(screenshot)
  await writeFile(file, encodePng(picture, toPalette(picture)))
}
