import { createSlices } from '../../store/slices.ts'

/** Characters gathered before they go to the file. */
const enough = 64 * 1024

/** Gathers small pieces of a long text into chunks, and lets the event loop go on in between: neither is ever whole in memory. */
export async function* inChunks(
  pieces: Iterable<{ toString(): string }> | AsyncIterable<{ toString(): string }>,
): AsyncGenerator<string> {
  const slices = createSlices()
  let gathered: string[] = []
  let length = 0
  for await (const piece of pieces) {
    const text = piece.toString()
    gathered.push(text)
    length += text.length
    if (length >= enough) {
      yield gathered.join('')
      gathered = []
      length = 0
    }
    if (slices.due()) await slices.rest()
  }
  if (length > 0) yield gathered.join('')
}
