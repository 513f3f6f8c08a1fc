import type { Catalogue } from '../../words/text.ts'
import { accounts } from './accounts.ts'
import { commands } from './commands.ts'
import { components } from './components.ts'
import { connections } from './connections.ts'
import { decisions } from './decisions.ts'
import { errors } from './errors.ts'
import { frame } from './frame.ts'
import { gettingStarted } from './getting-started.ts'
import { main } from './main.ts'
import { mapping } from './mapping.ts'
import { network } from './network.ts'
import { people } from './people.ts'
import { policy } from './policy.ts'
import { reports } from './reports.ts'
import { review } from './review.ts'
import { run } from './run.ts'
import { runs } from './runs.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { source } from './source.ts'
import { words } from './words.ts'

/** German, by area of Muster. A text that is used in two areas stands in one of them. */
export const areas: Readonly<Record<string, Catalogue>> = {
  session,
  frame,
  gettingStarted,
  commands,
  components,
  people,
  accounts,
  review,
  run,
  runs,
  mapping,
  source,
  network,
  settings,
  connections,
  decisions,
  policy,
  words,
  errors,
  main,
  reports,
}

/** German, by the English text. */
export const german: Catalogue = Object.assign({}, ...Object.values(areas))
