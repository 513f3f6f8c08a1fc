import { flatten } from './flatten.ts'
import { scan } from './scan.ts'

/** What a file is about, as far as Muster takes files from anywhere in the window. */
export type FileKind = 'settings' | 'people'

/** Fields of which a settings document has some, and a list of people at most one by chance. */
const enough = 2

/** Tells the settings of a connection from a list of people, by what the text names. */
export function kindOfText(text: string): FileKind {
  const fields = new Set(scan(flatten(text)).map(({ field }) => field))
  return fields.size >= enough ? 'settings' : 'people'
}
