import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { extractAll } from '@electron/asar'
import { FuseV1Options } from '@electron/fuses'
import { ensureBuilt, projectFolder } from './fresh-build.ts'

/** What packing gave. */
export interface PackedApp {
  /** Folder of the program, as it would be installed. */
  readonly folder: string
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
/** What a binary needs for electron-builder to set its fuses. */
export const standInFuses: Buffer = Buffer.concat([Buffer.from(fuseSentinel), fuseWire])

/** Locales of Electron that a stand-in has; the package leaves out those that Muster is not written in. */
const locales = ['de', 'en-GB', 'en-US', 'fr', 'ja']

/** A folder in place of Electron's distribution: its binaries cannot run, but have fuses, which electron-builder sets. */
export function standInElectron(folder: string, binaries: Readonly<Record<string, Buffer>>): string {
  const electron = join(folder, 'electron')
  for (const part of ['resources', 'locales']) mkdirSync(join(electron, part), { recursive: true })
  for (const [name, content] of Object.entries(binaries)) writeFileSync(join(electron, name), content, { mode: 0o755 })
  for (const name of ['LICENSE', 'version', ...locales.map((locale) => `locales/${locale}.pak`)])
    writeFileSync(join(electron, name), 'stand-in')
  return electron
}

/** Electron's binaries for Linux, as stand-ins. */
export const linuxBinaries = (): Record<string, Buffer> => {
  const binary = Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), standInFuses])
  return { electron: binary, chrome_crashpad_handler: binary }
}

/**
 * Runs electron-builder on the project, around a stand-in for Electron's distribution, into `output`.
 * @throws Error with electron-builder's own words
 */
export async function runBuilder(
  targets: readonly string[],
  { electron, output, env }: { electron: string; output: string; env?: NodeJS.ProcessEnv },
): Promise<void> {
  await ensureBuilt()
  const cli = join(projectFolder, 'node_modules/electron-builder/cli.js')
  const options = [...targets, `-c.electronDist=${electron}`, `-c.directories.output=${output}`, '--publish', 'never']
  // makensis says every definition it was given.
  await promisify(execFile)(process.execPath, [cli, ...options], { cwd: projectFolder, env, maxBuffer: 1 << 26 })
}

/** Packs the app for Linux into a folder, as `npm run package` does. @throws Error with electron-builder's own words */
export async function packApp(folder: string): Promise<PackedApp> {
  const output = join(folder, 'packed')
  await runBuilder(['--linux', 'dir'], { electron: standInElectron(folder, linuxBinaries()), output })
  const packed = join(output, 'linux-unpacked')
  const asar = join(packed, 'resources/app.asar')
  const extracted = join(folder, 'extracted')
  extractAll(asar, extracted)
  return { folder: packed, executable: join(packed, 'muster'), asar, extracted }
}
