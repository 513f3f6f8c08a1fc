import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './fresh-build.ts'

/**
 * Path of Electron's own binary, null where it was not downloaded. `install-electron` writes its name to path.txt;
 * asking the package itself would start a download.
 */
export function electronBinary(folder: string = projectFolder): string | null {
  const packageFolder = join(folder, 'node_modules/electron')
  const pathFile = join(packageFolder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(packageFolder, 'dist'),
    readFileSync(pathFile, 'utf8'),
  )
  return existsSync(binary) ? binary : null
}
