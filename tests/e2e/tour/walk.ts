import { join } from 'node:path'
import { noTraces, tracesOf } from '../../support/clean-window.ts'
import { connect, withoutKeychain } from './connecting.ts'
import { createLooker, type Pictures } from './look.ts'
import { accounts, offline, settings } from './other-screens.ts'
import { decide, pasteList, pick, readPeople } from './picking.ts'
import { openPlace, type TourPlace } from './place.ts'
import { pushAcrossExpiry, pushWithFailures, runs } from './pushing.ts'

/** What a tour came to. */
export interface TourOutcome {
  /** Which of the two ran: Electron itself, or the stand-in on Chromium. */
  readonly host: string
  readonly screens: readonly string[]
  /** Everything that is wrong, a line each: none of it is acceptable. */
  readonly findings: readonly string[]
}

/** The scenes in the order in which an admin comes past them; each goes on where the one before stopped. */
const scenes = [
  connect,
  readPeople,
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
] as const
/** Without a main screen. */
const onlyLong: ReadonlySet<(place: TourPlace) => Promise<void>> = new Set([pasteList, withoutKeychain, offline])

/** Walks through Muster from the first start to a lost network and looks at every screen on the way. */
export async function walkTour(options: {
  /** The main screens only, in the usual size. */
  readonly short: boolean
  readonly pictures: Pictures | null
  readonly say: (line: string) => void
}): Promise<TourOutcome> {
  const looker = createLooker(options)
  const place = await openPlace(looker)
  try {
    for (const scene of scenes) if (!options.short || !onlyLong.has(scene)) await scene(place)
    const traces = await tracesOf(place.muster, place.userData, place.sandbox.secrets())
    const left = (Object.keys(noTraces) as (keyof typeof noTraces)[]).flatMap((kind) =>
      traces[kind].map((what) => `${kind}: ${typeof what === 'string' ? what : JSON.stringify(what)}`),
    )
    return { host: place.muster.host, screens: looker.screens, findings: [...looker.findings, ...left] }
  } catch (error) {
    if (options.pictures)
      await place.muster.window.screenshot({ path: join(options.pictures.others, 'stopped-here.png') })
    throw error
  } finally {
    await place.close()
  }
}
