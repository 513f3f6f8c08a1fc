import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import own from '../../../package.json' with { type: 'json' }
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts'
import { type AdminBrowser, createAdminBrowser } from '../../support/admin-browser.ts'
import { electronBinary } from '../../support/electron-binary.ts'
import { installedFrom } from '../../support/installed.ts'
import { type Launched, launchMuster } from '../../support/launch.ts'
import { startUpdateFeed, type UpdateFeed } from '../../support/update-feed.ts'
import type { Looker } from './look.ts'

/** What a scene of the tour plays on. */
export interface TourPlace {
  readonly sandbox: Sandbox
  readonly muster: Launched
  readonly userData: string
  readonly browser: AdminBrowser
  /** Keeps the system browser from opening until the returned function is called. */
  holdBrowser(): () => void
  /** Folder of the stand-in store of client certificates, empty at first; null on Electron itself, which takes the system's. */
  readonly certificates: string | null
  /** A folder for files of the tour. */
  readonly folder: string
  /** Where updates come from; null on Electron itself, which is not installed here. */
  readonly feed: UpdateFeed | null
  readonly looker: Pick<Looker, 'look'>
  close(): Promise<void>
}

/** Starts a sample tenant, the admin's browser and Muster. The seed is fixed: people and accounts are the same each time. */
export async function openPlace(): Promise<Omit<TourPlace, 'looker'>> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-tour-'))
  const userData = join(folder, 'user-data')
  const sandbox = await startSandbox({ people: 500, accounts: 120, seed: 1 })
  const browser = createAdminBrowser(sandbox.login)
  let held: Promise<void> | null = null
  const openUrl = async (url: string) => {
    await held
    await browser.openUrl(url)
  }
  const feed = electronBinary() === null && process.platform === 'linux' ? await startUpdateFeed() : null
  feed?.offer({ version: own.version, content: 'this version', channels: ['latest', 'beta'] })
  const env = feed ? installedFrom(folder, feed.url).env : {}
  const certificates = electronBinary() ? null : join(folder, 'store')
  const muster = await launchMuster({ userData, openUrl, env, ...(certificates === null ? {} : { certificates }) })
  return {
    sandbox,
    muster,
    certificates,
    userData,
    browser,
    folder,
    feed,
    holdBrowser: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return () => {
        held = null
        resolve()
      }
    },
    close: async () => {
      await muster.close()
      await browser.close()
      await sandbox.stop()
      await feed?.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
