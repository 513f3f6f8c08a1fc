import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connectionId } from '../call-main.ts'
import { go } from './picking.ts'
import type { TourPlace } from './place.ts'
import { chooseFirst } from './read-only.ts'

/** The computer has no network for a while. */
export async function withoutNetwork({ muster, looker }: TourPlace): Promise<void> {
  const { window } = muster
  await go(window, /^People/)
  await muster.network(false)
  await window.getByText('This computer is offline').waitFor()
  await looker.look(window, 'offline')
  await muster.network(true)
  await window.getByText('This computer is offline').waitFor({ state: 'hidden' })
}

/** What was damaged is told once, when Muster starts, in the language of that moment. */
const saidAtStart =
  /^“(The local database is damaged|It was set aside, not deleted|Read the people and the accounts|Muster’s own settings file|Check your connections)/

/** Files of Muster's own are no longer what they were when it starts: a connection's database, then the settings. */
export async function damaged({ muster, userData, looker }: TourPlace): Promise<void> {
  const id = await connectionId(muster.window, 'Contoso')
  await muster.kill()
  await writeFile(join(userData, 'connections', `${id}.db`), 'Not a database any more')
  await muster.restart()
  await chooseFirst(muster.window)
  await muster.window.getByText(/^It is kept as/).waitFor()
  await looker.look(muster.window, 'database-set-aside', { held: saidAtStart })
  await muster.kill()
  await writeFile(join(userData, 'config.json'), '{ "connections": [')
  await muster.restart()
  await muster.window.getByText(/^It is kept as/).waitFor()
  await looker.look(muster.window, 'settings-set-aside', { held: saidAtStart })
}
