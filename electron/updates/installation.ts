import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { UpdatesOff } from '../../shared/model/updates.ts'

/** How this Muster came to be here. */
export interface Installation {
  readonly packaged: boolean
  /** The build names a place where its updates are. */
  readonly hasPlace: boolean
  /** A deployment tool has installed it. */
  readonly deployed: boolean
}

/** Where a program and its resources are; what decides whether it is an {@link Installation} that updates itself. */
export interface InstallationPlace {
  readonly packaged: boolean
  readonly platform: NodeJS.Platform
  readonly resources: string
  readonly executable: string
}

/**
 * Looks at the files beside the program. On Windows the setup leaves an uninstaller there and the MSI does not; an update made
 * of a setup would stand beside what the deployment tool has installed.
 */
export const readInstallation = ({ packaged, platform, resources, executable }: InstallationPlace): Installation => ({
  packaged,
  hasPlace: existsSync(join(resources, 'app-update.yml')),
  deployed: platform === 'win32' && !existsSync(join(dirname(executable), 'Uninstall Muster.exe')),
})

/** Why there are no updates for it, the reason that weighs most first; null where there are. */
export function whyOff({ packaged, hasPlace, deployed }: Installation, allowed: boolean): UpdatesOff | null {
  if (!allowed) return 'policy'
  if (!packaged) return 'not-installed'
  if (!hasPlace) return 'no-place'
  return deployed ? 'deployed' : null
}
