import type { CommandId } from '../../shared/commands.ts'
import { t, texts } from '../../shared/words/text.ts'

/** What decides whether a command can be carried out now. */
export interface CommandFacts {
  /** There is a connection to work with. */
  readonly connected: boolean
  readonly signedIn: boolean
  /** The admin's sign-in is under way. */
  readonly signingIn: boolean
  /** People were read. */
  readonly people: boolean
  /** How many people are ticked. */
  readonly ticked: number
  /** A dialog is open, which has to be dealt with first. */
  readonly inDialog: boolean
  /** What the screen that is shown can do. */
  readonly here: ReadonlySet<CommandId>
}

/** Commands that open something outside the window, which nothing in it stands in the way of. */
const outside: ReadonlySet<CommandId> = new Set(['user-guide', 'admin-guide'])

/** Commands that need no connection. */
const always: ReadonlySet<CommandId> = new Set(['add-connection', 'import-settings', 'palette', 'keyboard-help'])

/** Commands that only the screen that is shown can carry out, and what is said where it can't. */
const onlyHere: Partial<Record<CommandId, string>> = texts({
  find: 'There is nothing to search on this screen.',
  export: 'There is nothing to export on this screen. Open a plan in Review, a run, the mapping or the diagnostics.',
  'select-all': 'There is no list to select from on this screen.',
  'copy-csv': 'There is no list to copy from on this screen.',
})

const needPeople: ReadonlySet<CommandId> = new Set(['paste-list', 'read-people', 'review-selection'])

/** Why a command can't be carried out now, in a sentence for the admin; null when it can. */
export function whyNot(id: CommandId, facts: CommandFacts): string | null {
  if (outside.has(id)) return null
  if (facts.inDialog) return t('Close the dialog first.')
  if (!facts.connected && !always.has(id)) return t('Connect to K2 first.')
  if (needPeople.has(id) && !facts.people) return t('Read people first: open a file, or connect a directory.')
  if (id === 'review-selection' && facts.ticked === 0) return t('Tick people first.')
  if (id === 'read-accounts' && !facts.signedIn) return t('Sign in first.')
  if (id === 'sign-in' && facts.signingIn) return t('The sign-in is under way in your browser.')
  if (id === 'sign-out' && !facts.signedIn) return t('You are not signed in.')
  return facts.here.has(id) ? null : (onlyHere[id] ?? null)
}
