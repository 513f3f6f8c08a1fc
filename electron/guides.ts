import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { MusterError } from '../shared/errors.ts'
import type { Guide } from '../shared/model/app.ts'
import type { Desktop } from './desktop.ts'

/** Where each guide begins, in the folder that the build writes (electron/installer/guides/). */
const pages: Readonly<Record<Guide, string>> = { user: 'guide/index.html', admin: 'admin-guide.html' }

/** What {@link createOpenGuide} needs. */
export interface GuideParts {
  readonly packaged: boolean
  /** Folder of what an installer puts beside the archive: no browser can read what is inside that. */
  readonly resources: string
  /** Folder of the app, where it is not packed. */
  readonly appPath: string
  readonly openFile: Desktop['openFile']
}

/**
 * Opens a guide in whatever shows pages on this computer.
 * @throws MusterError `guide-missing` where the file is gone, `guide-unopened` where no program takes it; with its path
 */
export function createOpenGuide({ packaged, resources, appPath, openFile }: GuideParts) {
  const folder = packaged ? join(resources, 'docs') : join(appPath, 'out/docs')
  return async (guide: Guide): Promise<void> => {
    const file = join(folder, pages[guide])
    await access(file).catch(() => {
      throw new MusterError('guide-missing', { where: file })
    })
    const whyNot = await openFile(file)
    if (whyNot !== '') throw new MusterError('guide-unopened', { where: file, detail: whyNot })
  }
}
