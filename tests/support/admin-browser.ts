import { type Browser, chromium } from 'playwright'
import { findChromium } from '../electron-host/browser/find-chromium.ts'

/** What the admin does when the sign-in page opens. */
export type Decision = 'agree' | 'decline' | 'close'

/** The stand-in for the system browser: a Chromium of its own, in which the login and consent pages are really filled in. */
export interface AdminBrowser {
  /** Hand this to `launchMuster`. Resolves when the admin is through with the pages. */
  readonly openUrl: (url: string) => Promise<void>
  /** What the admin does from now on; `agree` at first. */
  decide(decision: Decision): void
  /** How often it was opened so far. */
  readonly opened: () => number
  /** Text of the pages it ended on, as far as they have loaded; the app may be signed in a moment earlier. */
  readonly lastPages: string[]
  close(): Promise<void>
}

/** Starts a Chromium as somebody else's browser: nothing of Muster is in it. */
export function startBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium was found: run node tests/support/system-parts.mjs chromium.')
  const root = process.getuid?.() === 0
  return chromium.launch({
    executablePath,
    args: ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'].concat(
      root ? ['--no-sandbox'] : [],
    ),
  })
}

/** Starts the browser at its first use. */
export function createAdminBrowser(login: { user: string; password: string }): AdminBrowser {
  let starting: Promise<Browser> | null = null
  let decision: Decision = 'agree'
  let closing = false
  let opened = 0
  const visits = new Set<Promise<void>>()
  const lastPages: string[] = []

  const visit = async (url: string, now: Decision) => {
    starting ??= startBrowser()
    // A context of its own each time: the provider asks who signs in, as after 30 days.
    const context = await (await starting).newContext()
    try {
      const page = await context.newPage()
      await page.goto(url)
      if (now === 'close') return
      await page.getByLabel('User').fill(login.user)
      await page.getByLabel('Password').fill(login.password)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('button', { name: now === 'agree' ? 'Continue' : 'Decline' }).click()
      await page.waitForURL((at) => !at.href.includes('/interaction') && at.hostname === '127.0.0.1')
      await page.waitForLoadState()
      lastPages.push((await page.locator('body').textContent()) ?? '')
    } catch (error) {
      // A test may end as soon as the app is signed in, while the browser still loads its last page.
      if (!closing) throw error
    } finally {
      await context.close().catch(() => undefined)
    }
  }

  return {
    opened: () => opened,
    lastPages,
    decide: (next) => {
      decision = next
    },
    openUrl: (url) => {
      opened++
      const visiting = visit(url, decision).finally(() => visits.delete(visiting))
      visits.add(visiting)
      return visiting
    },
    close: async () => {
      closing = true
      await (await starting)?.close()
      await Promise.allSettled(visits)
    },
  }
}
