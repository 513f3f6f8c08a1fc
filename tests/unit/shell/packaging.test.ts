import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Packager } from 'app-builder-lib'
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import { describe, expect, test } from 'vitest'
import { appId } from '../../../electron/user-data.ts'
import { shows } from '../../support/threats.ts'

const project = resolve(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(resolve(project, path), 'utf8')
const config = await getConfig(project, 'electron-builder.yml', null)
const { debugLogger } = new Packager({})

/** The fuses electron-builder knows, read from its own declarations, so that a new one is noticed. */
function knownFuses(): string[] {
  const declarations = read('node_modules/app-builder-lib/out/configuration.d.ts')
  const body = declarations.split('export interface FuseOptionsV1 {')[1]?.split('\n}')[0] ?? ''
  const names = Array.from(body.matchAll(/^ {4}(\w+)\?: boolean;$/gm), ([, name]) => name ?? '')
  // Not a fuse: how a signature is treated when fuses are flipped.
  return names.filter((name) => name !== 'resetAdHocDarwinSignature')
}

/** What electron-builder would have a package depend on if nothing were said, read from its own code. */
function usualDepends(target: 'deb' | 'rpm'): string[] {
  const code =
    read('node_modules/app-builder-lib/out/targets/FpmTarget.js').split('getDefaultDepends(target) {')[1] ?? ''
  const list = new RegExp(`case "${target}":\\s+return \\[([^\\]]+)\\]`).exec(code)?.[1] ?? ''
  return Array.from(list.matchAll(/"([^"]+)"/g), ([, name]) => name ?? '')
}

/** Every name in the configuration, however deep. */
const names = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [name, ...names(inner)])
    : []

describe('the package', () => {
  test('is configured as electron-builder’s own schema allows', async () => {
    await validateConfiguration(structuredClone(config), debugLogger)
    const slip = { ...structuredClone(config), nsis: { oneclick: false } }
    await expect(validateConfiguration(slip as typeof config, debugLogger)).rejects.toThrow('configuration.nsis')
  })

  test('is known to Windows by the name that the running app gives itself, so that its notifications show', () => {
    expect(config.appId).toBe(appId)
  })

  test(shows('packaging', 'states every fuse'), () => {
    expect(Object.keys(config.electronFuses ?? {}).sort()).toEqual(knownFuses().sort())
    expect(knownFuses().length).toBeGreaterThan(6)
  })

  test(shows('packaging', 'can’t be made to run as Node or to load other code'), () => {
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    })
    expect(config).toMatchObject({ asar: true, disableAsarIntegrity: false })
  })

  test('holds the built app and nothing else of the project', () => {
    const files = [config.files].flat().flatMap((each) => (typeof each === 'object' ? [each?.filter].flat() : [each]))
    expect(files.filter((pattern) => !pattern?.startsWith('!'))).toEqual(['out/**', 'package.json'])
  })

  test.each(['win', 'mac', 'linux'] as const)('takes on %s nothing more than keytar’s binary for it', (platform) => {
    // A list of exclusions here would stand for the whole project but those.
    const from = [config[platform]?.files].flat().map((each) => (typeof each === 'object' ? each?.from : each))
    expect(from).toEqual([expect.stringMatching(/^node_modules\/keytar\/prebuilds(\/(win32|linux)-\$\{arch\})?$/)])
  })

  test.each(['deb', 'rpm'] as const)('as %s depends on all that Electron needs, and on libsecret', (target) => {
    const depends = config[target]?.depends ?? []
    expect(usualDepends(target).length).toBeGreaterThan(6)
    expect(depends).toEqual(expect.arrayContaining(usualDepends(target)))
    expect(depends.join()).toContain('libsecret')
  })

  test('asks on Windows who it is for, and goes to everybody where a deployment tool installs it', () => {
    expect(config.nsis).toMatchObject({ oneClick: false, perMachine: false, deleteAppDataOnUninstall: false })
    expect(config.msi).toMatchObject({ oneClick: true, perMachine: true, runAfterFinish: false })
  })

  test('runs hardened on macOS, with one thing allowed', () => {
    expect(config.mac).toMatchObject({ hardenedRuntime: true, notarize: true })
    const entitlements = read(String(config.mac?.entitlements))
    const allowed = Array.from(entitlements.matchAll(/<key>(.+)<\/key>/g), ([, key]) => key)
    expect(allowed).toEqual(['com.apple.security.cs.allow-jit'])
  })

  test('holds no secret, no account and no place: all of it is the environment’s', () => {
    const telling = /csc|password|certificate|identity|azure|sha1|owner|repo|url|token|publisherName/i
    expect(names(config).filter((name) => telling.test(name))).toEqual([])
    expect(config.publish).toBeNull()
  })
})

describe('the icon', () => {
  const installer = join(project, 'electron/installer')
  const bytes = (path: string) => readFileSync(join(installer, path))
  const widthOf = (png: Buffer) => png.readUInt32BE(16)

  test.each([16, 24, 32, 48, 64, 128, 256, 512])('is there for Linux at %i pixels', (size) => {
    expect(widthOf(bytes(`icons/${size}x${size}.png`))).toBe(size)
  })

  test('for Windows holds a picture for each scale of a taskbar', () => {
    const ico = bytes('icon.ico')
    const starts = Array.from({ length: ico.readUInt16LE(4) }, (_entry, at) => ico.readUInt32LE(6 + 16 * at + 12))
    expect(starts.map((start) => widthOf(ico.subarray(start)))).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256])
  })

  test('for macOS holds a picture for each size, up to 1024 pixels', () => {
    const icns = bytes('icon.icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    const widths: number[] = []
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) widths.push(widthOf(icns.subarray(at + 8)))
    expect(widths).toEqual([16, 32, 64, 128, 256, 512, 1024])
  })
})
