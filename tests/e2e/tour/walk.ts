import { join } from 'node:path'
import { noTraces, tracesOf } from '../../support/clean-window.ts'
import { connect, withoutKeychain } from './connecting.ts'
import { fastHands } from './fast-hands.ts'
import { chooseColumns, filter, saveSelection } from './filtering.ts'
import { firstSteps } from './first-steps.ts'
import { createLooker, type Looker, type Pictures } from './look.ts'
import { editRule, importMapping } from './mapping.ts'
import { goThroughProxy, presentCertificate, test } from './network.ts'
import { accounts, offline, settings } from './other-screens.ts'
import { decide, pasteList, pick, readPeople } from './picking.ts'
import { openPlace, type TourPlace } from './place.ts'
import { pushAcrossExpiry, pushWithFailures, runs } from './pushing.ts'
import { duplicate, readOnly } from './read-only.ts'
import { signInOtherwise } from './signing-in.ts'
import { fillSourceForms, keepColumn } from './sources.ts'
import { damaged, withoutNetwork } from './trouble.ts'
import { updates } from './updates.ts'

/** What a tour came to. */
export interface TourOutcome {
  /** Which of the two ran: Electron itself, or the stand-in on Chromium. */
  readonly host: string
  readonly screens: readonly string[]
  /** Everything that is wrong, a line each: none of it is acceptable. */
  readonly findings: readonly string[]
}

type Scene = (place: TourPlace) => Promise<void>

/** The scenes in the order in which an admin comes past them; each goes on where the one before stopped. */
const scenes: readonly Scene[] = [
  connect,
  readPeople,
  firstSteps,
  pasteList,
  decide,
  pick,
  accounts,
  pushWithFailures,
  pushAcrossExpiry,
  runs,
  settings,
  withoutKeychain,
  offline,
]
/** Without a main screen. */
const onlyLong: ReadonlySet<Scene> = new Set([pasteList, withoutKeychain, offline])

/** What an admin comes past now and then, on an installation of its own; the short tour leaves it out. */
const asides: readonly Scene[] = [
  signInOtherwise,
  fillSourceForms,
  keepColumn,
  filter,
  saveSelection,
  chooseColumns,
  fastHands,
  editRule,
  importMapping,
  test,
  withoutNetwork,
  readOnly,
  duplicate,
  presentCertificate,
  goThroughProxy,
  updates,
  damaged,
]

/** Passes a screen without a look. */
const passing: Pick<Looker, 'look'> = { look: async () => undefined }

/** The scenes that have to be played, in their order, so that those of these names are: each needs what came before it. */
function upTo(played: readonly Scene[], only: readonly string[]): readonly Scene[] {
  if (only.length === 0) return played
  return played.slice(0, played.findLastIndex(({ name }) => only.includes(name)) + 1)
}

/**
 * Plays scenes on a place of their own, and looks at those of the names in `only`, or at all of them where there are none. Gives
 * the host and what must not be left behind, a line each.
 */
async function play(
  played: readonly Scene[],
  only: readonly string[],
  looker: Looker,
  pictures: Pictures | null,
): Promise<{ host: string; left: string[] }> {
  const place = await openPlace()
  try {
    for (const scene of upTo(played, only)) {
      const looked = only.length === 0 || only.includes(scene.name)
      await scene({ ...place, looker: looked ? looker : passing })
    }
    const traces = await tracesOf(place.muster, place.userData, place.sandbox.secrets())
    const left = (Object.keys(noTraces) as (keyof typeof noTraces)[]).flatMap((kind) =>
      traces[kind].map((what) => `${kind}: ${typeof what === 'string' ? what : JSON.stringify(what)}`),
    )
    return { host: place.muster.host, left }
  } catch (error) {
    if (pictures) await place.muster.window.screenshot({ path: join(pictures.others, 'stopped-here.png') })
    throw error
  } finally {
    await place.close()
  }
}

/** Walks through Muster from the first start to a lost network, and past its asides, and looks at every screen on the way. */
export async function walkTour(options: {
  /** The main screens only, in the usual size. */
  readonly short: boolean
  /** Names of the scenes to look at; none for all of them. */
  readonly only?: readonly string[]
  readonly pictures: Pictures | null
  readonly say: (line: string) => void
}): Promise<TourOutcome> {
  const { short, only = [], pictures } = options
  const walks = [short ? scenes.filter((scene) => !onlyLong.has(scene)) : scenes, short ? [] : asides]
  const known = walks.flat().map(({ name }) => name)
  for (const name of only) {
    if (!known.includes(name)) throw new Error(`There is no scene ${name}. There are: ${known.join(', ')}.`)
  }
  const looker = createLooker(options)
  let host = ''
  const left: string[] = []
  for (const walk of walks) {
    if (upTo(walk, only).length === 0) continue
    const played = await play(walk, only, looker, pictures)
    host = played.host
    left.push(...played.left)
  }
  return { host, screens: looker.screens, findings: [...looker.findings, ...left] }
}
