import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Launched, launchMuster } from './launch.ts'
import { type LoopbackCounter, startLoopbackCounter } from './loopback-counter.ts'

/** What the suites of the shell look at. Filled before the first test. */
export interface ShellWorld {
  readonly muster: Launched
  readonly counter: LoopbackCounter
  /** Addresses that were handed to the system browser. */
  readonly opened: string[]
  readonly userData: string
}

/** A camera and a microphone that Chromium makes up, so that it is the permission that decides about them. */
const args = ['--use-fake-device-for-media-stream']

/** Starts Muster without a keychain and a port that counts, for all tests of a file. */
export function shellWorld(): () => ShellWorld {
  let world: ShellWorld | undefined
  const folder = mkdtempSync(join(tmpdir(), 'muster-shell-'))
  beforeAll(async () => {
    const opened: string[] = []
    const userData = join(folder, 'user-data')
    const [muster, counter] = await Promise.all([
      launchMuster({ userData, keychain: 'none', args, openUrl: (url) => opened.push(url) }),
      startLoopbackCounter(),
    ])
    world = { muster, counter, opened, userData }
  })
  afterAll(async () => {
    await world?.muster.close()
    await world?.counter.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return () => {
    if (!world) throw new Error('The world of the shell is only there inside a test.')
    return world
  }
}
