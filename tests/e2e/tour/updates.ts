import { openSection } from './picking.ts'
import type { TourPlace } from './place.ts'
import { chooseFirst } from './read-only.ts'

/** A newer version: refused because it was altered, downloaded, and ready to be installed. */
export async function updates({ muster, feed, looker }: TourPlace): Promise<void> {
  if (feed === null) return
  const { window } = muster
  await chooseFirst(window)
  await openSection(window, 'Updates')
  const check = window.getByRole('button', { name: 'Check now' })
  await check.click()
  await window.getByText(/^Up to date/).waitFor()
  feed.offer({ version: '9.0.0', content: 'the next version', served: 'something else!!' })
  await check.click()
  await window.getByText('The downloaded update is not the file that was published.').waitFor()
  await looker.look(window, 'updates-refused')
  feed.offer({ version: '9.0.0', content: 'the next version' })
  const release = feed.hold()
  await check.click()
  await window.getByRole('status', { name: /^Downloading/ }).waitFor()
  await window.getByText(/· 50\s?%$/).waitFor()
  await looker.look(window, 'updates-downloading')
  release()
  await window.getByRole('button', { name: 'Restart to update' }).waitFor()
  await looker.look(window, 'updates-ready')
}
