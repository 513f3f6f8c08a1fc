import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { createAdminBrowser } from '../support/admin-browser.ts'
import { type Launched, launchMuster } from '../support/launch.ts'
import { mainJob } from './main-job.ts'

/** Muster signed in to a tenant sandbox, for the tests of the suite that calls this. */
export interface SignedIn {
  readonly sandbox: Sandbox
  readonly muster: Launched
}

/** Starts a sandbox and Muster before the suite, signs in, and ends both after it. Ask the result within tests only. */
export function signedIn(tenant: { people: number; accounts: number }): () => SignedIn {
  const folder = mkdtempSync(join(tmpdir(), 'muster-e2e-'))
  const ends: (() => Promise<void>)[] = []
  let ready: SignedIn | null = null

  beforeAll(async () => {
    const sandbox = await startSandbox(tenant)
    ends.push(() => sandbox.stop())
    const browser = createAdminBrowser(sandbox.login)
    ends.push(() => browser.close())
    const muster = await launchMuster({ userData: join(folder, 'user-data'), openUrl: browser.openUrl })
    ends.push(() => muster.close())
    await mainJob.pasteSettings(muster.window, sandbox.settings)
    await mainJob.connect(muster.window, 'Contoso')
    ready = { sandbox, muster }
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
