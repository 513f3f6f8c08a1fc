import type { Page } from 'playwright'
import { mainJob } from '../main-job.ts'
import { openConnection } from './network.ts'
import { go, pickMore, showOnly } from './picking.ts'
import type { TourPlace } from './place.ts'

/** Waits until the screen says that nothing can be pushed; the first steps beside it may say so too. */
export const saidReadOnly = (window: Page): Promise<void> =>
  window
    .getByRole('main')
    .getByText(/This connection is read-only: nothing can be pushed\./)
    .waitFor()

/** A connection through which nothing can be pushed: where that is said, and its Review. */
export async function readOnly({ muster, looker }: TourPlace): Promise<void> {
  const { window } = muster
  await openConnection(window)
  const readOnlySwitch = window.getByRole('switch', { name: 'Read-only' })
  await readOnlySwitch.click()
  await window.getByRole('button', { name: /^Connection: Contoso .*\(read-only\)$/ }).waitFor()
  await readOnlySwitch.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  await looker.look(window, 'settings-read-only')
  await go(window, /^People/)
  await showOnly(window, 'Not in K2')
  await pickMore(window, 5)
  await mainJob.review(window)
  await saidReadOnly(window)
  await looker.look(window, 'review-read-only')
  await openConnection(window)
  await readOnlySwitch.click()
  await window.getByRole('button', { name: /^Connection: Contoso Production$/ }).waitFor()
}

/** Goes to the connection that the tour began with. */
export async function chooseFirst(window: Page): Promise<void> {
  await window.getByRole('button', { name: /^Connection:/ }).click()
  await window.getByRole('menuitem', { name: /^Contoso ?Production/ }).click()
  await window.getByRole('heading', { name: 'People', level: 1 }).waitFor()
}

/** Another connection of the same settings. */
export async function duplicate({ muster, looker }: TourPlace): Promise<void> {
  const { window } = muster
  await openConnection(window)
  await window.getByRole('button', { name: 'Duplicate connection' }).click()
  await window.getByRole('button', { name: /^Connection: Contoso copy/ }).waitFor()
  await window.getByText('You are not signed in').waitFor()
  await looker.look(window, 'duplicate')
}
