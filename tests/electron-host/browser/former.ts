import { readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** How long a former Chromium may take to end, in milliseconds: its pipe has closed, it only has to notice. */
const limit = 5000

/**
 * Waits until the Chromium of a former run has left a profile. A host that was killed outright leaves one behind that ends
 * a moment later; starting into it would join it instead.
 */
export async function formerChromiumGone(profile: string): Promise<void> {
  if (process.platform !== 'linux') return
  for (const end = Date.now() + limit; Date.now() < end && usesProfile(profile); ) await setTimeout(20)
}

/** True while the process that Chromium's lock names is a living Chromium of this profile. */
function usesProfile(profile: string): boolean {
  try {
    const pid = readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1)
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile)
  } catch {
    return false
  }
}
