import { resolve } from 'node:path'
import type { App } from 'electron'

/** What Windows knows the installed app by; the same as `appId` in electron-builder.yml. Notifications show by it. */
export const appId = 'org.muster.app'

/**
 * Keeps everything Muster writes in the folder of `--user-data-dir=…`, where that switch is given; before the app is ready
 * and before anything asks for a path. Returns the folder in use.
 */
export function chooseUserData(app: Pick<App, 'commandLine' | 'setPath' | 'getPath'>): string {
  const folder = app.commandLine.getSwitchValue('user-data-dir')
  if (folder) app.setPath('userData', resolve(folder))
  return app.getPath('userData')
}
