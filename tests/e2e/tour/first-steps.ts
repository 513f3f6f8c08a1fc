import type { Page } from 'playwright'
import type { TourPlace } from './place.ts'

/** Puts the first steps away, and the notice that says where they are, so that the screens after it are what they are every day. */
export async function skipSteps(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Skip these steps' }).click()
  const notice = window.getByText('Help, Getting started brings these steps back.')
  await notice.waitFor()
  await window.getByRole('button', { name: 'Close this notice' }).click()
  await notice.waitFor({ state: 'hidden' })
}

/** The first steps beside the first people, until they are skipped. */
export async function firstSteps({ muster, looker }: TourPlace): Promise<void> {
  const { window } = muster
  await window.getByRole('region', { name: 'Getting started' }).getByText('1 of 4').waitFor()
  await looker.look(window, 'getting-started')
  await skipSteps(window)
}
