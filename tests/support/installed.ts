import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { updateConfig } from './update-feed.ts'

/** An app that was installed as an AppImage. */
export interface Installed {
  /** What Muster has to be started with. */
  readonly env: Readonly<Record<string, string>>
  /** The file that an update replaces. */
  readonly appImage: string
}

/** Makes Muster, on the stand-in, one that was installed in `folder` and is updated from `feed`. Linux only. */
export function installedFrom(folder: string, feed: string): Installed {
  const [resources, cache, appImage] = [
    join(folder, 'resources'),
    join(folder, 'cache'),
    join(folder, 'Muster.AppImage'),
  ]
  for (const made of [resources, cache]) mkdirSync(made, { recursive: true })
  writeFileSync(appImage, 'this version')
  writeFileSync(join(resources, 'app-update.yml'), updateConfig(feed))
  return { env: { MUSTER_HOST_RESOURCES: resources, XDG_CACHE_HOME: cache, APPIMAGE: appImage }, appImage }
}
