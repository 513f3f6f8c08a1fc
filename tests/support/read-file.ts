import { type ReadFileOptions, readPeopleFile } from '../../electron/sources/file.ts'

/** {@link readPeopleFile} with everybody in a list to look into. */
export async function readFileWhole(from: string | Uint8Array, options?: ReadFileOptions) {
  const read = await readPeopleFile(from, options)
  return { ...read, people: [...read.people] }
}
