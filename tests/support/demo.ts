import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { keyringFor } from './keyring.ts'
import { canShowWindow, runApp } from './run-app.ts'
import type { WalkPlace } from './walk-place.ts'

const sandbox = await startSandbox({ people: 500, accounts: 120 })
const folder = await mkdtemp(join(tmpdir(), 'muster-demo-'))
try {
  process.exitCode = canShowWindow() ? await show(sandbox, folder) : await walk(sandbox, folder)
} finally {
  await sandbox.stop()
  await rm(folder, { recursive: true, force: true })
}

/** What main reads in MUSTER_DEMO: the settings to import and the people to read. */
async function demoFile({ settings, peopleFile }: Sandbox, place: string): Promise<string> {
  const file = join(place, 'demo.json')
  await writeFile(file, JSON.stringify({ settings, peopleFile }))
  return file
}

async function show(tenant: Sandbox, place: string): Promise<number> {
  const { user, password } = tenant.login
  console.log(`A sample tenant with 500 people is running. Sign in as ${user} with the password ${password}`)
  const userData = join(place, 'user-data')
  const needsKeyring = process.platform === 'linux' && !process.env.DBUS_SESSION_BUS_ADDRESS
  const keyring = needsKeyring ? await keyringFor(userData) : null
  const code = await runApp({ ...process.env, ...keyring?.env, MUSTER_DEMO: await demoFile(tenant, place) }, [
    `--user-data-dir=${userData}`,
  ])
  await keyring?.stop()
  return code
}

async function walk(tenant: Sandbox, place: string): Promise<number> {
  console.log('There is no display, so the main job is walked in a headless window.')
  const { walkMainJob } = await import('../e2e/main-job.ts')
  const given: WalkPlace = {
    sandbox: tenant,
    userData: join(place, 'user-data'),
    env: { MUSTER_DEMO: await demoFile(tenant, place) },
    screenshots: join(process.cwd(), 'test-results', 'demo'),
    say: (line) => console.log(line),
  }
  await walkMainJob(given)
  return 0
}
