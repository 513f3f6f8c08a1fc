import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { extractAll } from '@electron/asar'
import { FuseV1Options } from '@electron/fuses'
import { ensureBuilt, projectFolder } from './fresh-build.ts'

/** What packing gave. */
export interface PackedApp {
  /** Muster's executable. */
  readonly executable: string
  /** The archive that the executable would load. */
  readonly asar: string
  /** A folder with what is in the archive, beside nothing of the project. */
  readonly extracted: string
}

/** What the fuses of a binary begin with; @electron/fuses looks for it. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuses = Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number').length
/** Version of the wire, its length, and every fuse on. */
const fuseWire = Buffer.concat([Buffer.from([1, fuses]), Buffer.from('1'.repeat(fuses))])

/**
 * Packs the app for Linux into a folder, as `npm run package` does, around a stand-in for Electron's binary: it cannot run,
 * but it has fuses, which electron-builder has to set.
 * @throws Error with electron-builder's own words
 */
export async function packApp(folder: string): Promise<PackedApp> {
  await ensureBuilt()
  const electron = join(folder, 'electron')
  for (const part of ['resources', 'locales']) mkdirSync(join(electron, part), { recursive: true })
  const binary = Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), Buffer.from(fuseSentinel), fuseWire])
  for (const name of ['electron', 'chrome_crashpad_handler'])
    writeFileSync(join(electron, name), binary, { mode: 0o755 })
  for (const name of ['LICENSE', 'version', 'locales/en-US.pak']) writeFileSync(join(electron, name), 'stand-in')
  const output = join(folder, 'packed')
  const cli = join(projectFolder, 'node_modules/electron-builder/cli.js')
  const options = ['--linux', 'dir', `-c.electronDist=${electron}`, `-c.directories.output=${output}`]
  await promisify(execFile)(process.execPath, [cli, ...options], { cwd: projectFolder })
  const packed = join(output, 'linux-unpacked')
  const asar = join(packed, 'resources/app.asar')
  const extracted = join(folder, 'extracted')
  extractAll(asar, extracted)
  return { executable: join(packed, 'muster'), asar, extracted }
}
