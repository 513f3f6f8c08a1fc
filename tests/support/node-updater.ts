import { writeFileSync } from 'node:fs'
import { type ClientRequest, type RequestOptions, request } from 'node:http'
import { join } from 'node:path'
import { AppImageUpdater, type AppUpdater } from 'electron-updater'
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js'
import { updateConfig } from './update-feed.ts'

/** electron-updater's own requests, by Node in place of Electron. */
class NodeExecutor extends ElectronHttpExecutor {
  override createRequest(options: RequestOptions, callback: (response: unknown) => void): never {
    const made: ClientRequest = request(options, callback)
    return made as never
  }
}

/** What an installed Muster would be updated by. */
export interface NodeUpdaterParts {
  /** Where its updates are. */
  readonly feed: string
  /** The version that is installed. */
  readonly version: string
  /** Where downloads go. */
  readonly folder: string
}

/** electron-updater as it updates an AppImage, without Electron. The environment has to name the AppImage. */
export function nodeUpdater({ feed, version, folder }: NodeUpdaterParts): AppUpdater {
  const config = join(folder, 'app-update.yml')
  writeFileSync(config, updateConfig(feed))
  const updater = new AppImageUpdater(null, {
    version,
    name: 'Muster',
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: async () => {},
    relaunch: () => {},
    quit: () => {},
    onQuit: () => {},
  })
  Reflect.set(updater, 'httpExecutor', new NodeExecutor())
  return updater
}
