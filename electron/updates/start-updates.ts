import type { App } from 'electron'
import type { OpenConnections } from '../open-connections.ts'
import type { ManagedPolicy } from '../policy/policy.ts'
import { readInstallation, whyOff } from './installation.ts'
import { createUpdater } from './updater.ts'
import { createUpdates, type Updates, type UpdatesParts } from './updates.ts'

/** What {@link startUpdates} needs. */
export interface StartUpdatesParts extends Pick<UpdatesParts, 'settings' | 'clock' | 'log' | 'emit'> {
  readonly app: Pick<App, 'isPackaged' | 'releaseSingleInstanceLock'>
  readonly platform: NodeJS.Platform
  readonly policy: Pick<ManagedPolicy, 'shown'>
  readonly open: Pick<OpenConnections, 'busy'>
  /** Ends everything in order. */
  readonly close: () => Promise<void>
}

/** Muster's updates of itself, which it begins to look for. */
export function startUpdates(parts: StartUpdatesParts): Updates {
  const { app, platform, policy, open, close, ...others } = parts
  const place = { packaged: app.isPackaged, platform, resources: process.resourcesPath, executable: process.execPath }
  const updates = createUpdates({
    ...others,
    off: whyOff(readInstallation(place), policy.shown().updates),
    // Its code is read when it is first needed, which is not while the window opens.
    load: async () => createUpdater((await import('electron-updater')).default.autoUpdater, others.log),
    busy: open.busy,
    close: async () => {
      await close()
      // The new version starts before this one is quite gone.
      app.releaseSingleInstanceLock()
    },
  })
  updates.watch().catch((error) => others.log.error('Nobody looks for updates', { reason: String(error) }))
  return updates
}
