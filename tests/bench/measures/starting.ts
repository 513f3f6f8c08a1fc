import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { mainJob } from '../../e2e/main-job.ts'
import { createAdminBrowser } from '../../support/admin-browser.ts'
import { projectFolder } from '../../support/fresh-build.ts'
import { type Launched, launchMuster } from '../../support/launch.ts'
import type { Measure } from '../measure.ts'
import { median } from '../statistics.ts'
import type { World } from '../world.ts'

const rounds = 9

/** An app with nothing but a window, where the host finds Electron's package beside it. */
function emptyApp(world: World): string {
  const folder = join(world.folder, 'empty-window')
  mkdirSync(folder)
  cpSync(join(import.meta.dirname, '..', 'empty-window'), folder, { recursive: true })
  symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'junction')
  return folder
}

/** Milliseconds from the start of a process to something to be seen in its window. */
async function timeStart(muster: Launched, isUsable: (muster: Launched) => Promise<unknown>): Promise<number> {
  await muster.close()
  const began = performance.now()
  await muster.restart()
  await isUsable(muster)
  return performance.now() - began
}

/** Muster as it is used, signed in and with people, beside an empty window, turn by turn; each was started before. */
export const startRatio: Measure = {
  id: 'start-ratio',
  what: 'start to usable window ÷ an empty window on the same host',
  unit: 'ratio',
  budget: { atMost: 1.5 },
  async run(world) {
    const { settings, login, peopleFile } = await world.tenant({ people: 500, accounts: 120, delay: 0 })
    const browser = createAdminBrowser(login)
    world.later(browser.close)
    const { openUrl } = browser
    const env = { MUSTER_RECORD_IPC: '' }
    const muster = await launchMuster({ userData: join(world.folder, 'start-muster'), openUrl, env })
    world.later(muster.close)
    await mainJob.pasteSettings(muster.window, settings)
    await mainJob.connect(muster.window, 'Bench')
    await mainJob.openPeople(muster.window, peopleFile)
    await muster.close()
    const empty = await launchMuster({
      app: emptyApp(world),
      userData: join(world.folder, 'start-empty'),
      openUrl,
      env,
    })
    world.later(empty.close)
    const hasPeople = ({ window }: Launched) => window.locator('tr[data-index="0"]:not([aria-busy])').waitFor()
    const hasPage = ({ window }: Launched) => window.getByRole('heading', { name: 'Empty' }).waitFor()
    const ratios: number[] = []
    for (let round = 0; round < rounds; round++) {
      const bare = await timeStart(empty, hasPage)
      const used = await timeStart(muster, hasPeople)
      await muster.close()
      ratios.push(used / bare)
      world.note(
        `Muster showed its people after ${used.toFixed(0)} ms, an empty window was there after ${bare.toFixed(0)} ms.`,
      )
    }
    await empty.close()
    return { value: median(ratios), n: ratios.length, host: muster.host }
  },
}
