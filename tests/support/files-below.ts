import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Every file below a folder, told from there, in order, with `/` between folders. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'))
    .sort()
