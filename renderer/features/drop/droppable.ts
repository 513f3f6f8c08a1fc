import { peopleExtensions, settingsExtensions } from '../../../shared/file-kinds.ts'
import { t } from '../../../shared/words/text.ts'

/** What of a drop decides whether it is taken. */
export interface Dropped {
  readonly names: readonly string[]
  /** A folder is among them. */
  readonly folder: boolean
}

const known: ReadonlySet<string> = new Set([...peopleExtensions, ...settingsExtensions])

/** Why what was dropped is not taken, in a sentence; null when it is. What is in a file main finds out. */
export function whyNotDropped({ names, folder }: Dropped): string | null {
  const [name, ...more] = names
  if (name === undefined) return t('Only a file can be dropped here.')
  if (folder) return t('A folder can’t be read. Drop the file that is in it.')
  if (more.length > 0) return t('Drop one file at a time.')
  const extension = name.includes('.') ? (name.split('.').at(-1) ?? '').toLowerCase() : ''
  if (known.has(extension)) return null
  return t(
    '“{name}” is neither a list of people (CSV, Excel, JSON, LDIF) nor the settings that Nintex sent (JSON, text).',
    { name },
  )
}
