import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { type AdminBrowser, createAdminBrowser } from '../support/admin-browser.ts'
import { type Launched, type LaunchOptions, launchMuster } from '../support/launch.ts'
import { mainJob } from './main-job.ts'

/** Muster beside a tenant sandbox, for the tests of the suite that asks for it. */
export interface Started {
  readonly sandbox: Sandbox
  readonly browser: AdminBrowser
  readonly muster: Launched
  /** A folder for files of the suite. */
  readonly folder: string
  /** Where Muster keeps its own, in that folder. */
  readonly userData: string
}

/** What a suite has to be there before Muster starts, and what Muster is started with for it. */
type Prepare = (before: Pick<Started, 'sandbox' | 'folder'>) => Promise<Partial<LaunchOptions>>

/** Starts a sandbox and Muster before the suite, and ends both after it. Ask the result within tests and hooks only. */
export function started(
  tenant: { people: number; accounts: number },
  prepare: Prepare = async () => ({}),
): () => Started {
  const folder = mkdtempSync(join(tmpdir(), 'muster-e2e-'))
  const ends: (() => Promise<void>)[] = []
  let ready: Started | null = null

  beforeAll(async () => {
    const sandbox = await startSandbox(tenant)
    ends.push(() => sandbox.stop())
    const browser = createAdminBrowser(sandbox.login)
    ends.push(() => browser.close())
    const userData = join(folder, 'user-data')
    const more = await prepare({ sandbox, folder })
    const muster = await launchMuster({ userData, openUrl: browser.openUrl, ...more })
    ends.push(() => muster.close())
    ready = { sandbox, browser, muster, folder, userData }
  })
  afterAll(async () => {
    for (const end of ends.reverse()) await end()
    rmSync(folder, { recursive: true, force: true })
  })
  return () => {
    if (!ready) throw new Error('Muster did not start.')
    return ready
  }
}

/** Like {@link started}, and signs in to the tenant as the connection Contoso. */
export function signedIn(...tenant: Parameters<typeof started>): () => Started {
  const place = started(...tenant)
  beforeAll(async () => {
    const { muster, sandbox } = place()
    await mainJob.pasteSettings(muster.window, sandbox.settings)
    await mainJob.connect(muster.window, 'Contoso')
  })
  return place
}
