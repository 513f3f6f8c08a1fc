import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import own from '../../package.json' with { type: 'json' }
import { installerTools, standInExe } from '../support/installer-tools.ts'
import { linuxBinaries, runBuilder, standInElectron, standInFuses } from '../support/packed-app.ts'
import { shows } from '../support/threats.ts'

/** Packing takes a minute on a busy computer. */
const packing = 300_000

/** Makes the installers for Windows and Linux around stand-ins: what they hold and are told is real, and none of them can run. */
describe.runIf(process.platform === 'linux')('the installers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-installers-'))
  let env: NodeJS.ProcessEnv
  beforeAll(() => {
    env = installerTools(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  describe('for Windows', () => {
    const output = join(folder, 'windows')
    const setup = join(output, `Muster-${own.version}-win-x64-setup.exe`)
    const inside = join(folder, 'inside')

    beforeAll(async () => {
      const binaries = { 'electron.exe': standInExe(folder, standInFuses) }
      const electron = standInElectron(join(folder, 'for-windows'), binaries)
      await runBuilder(['--win', 'nsis'], { electron, output, env })
      mkdirSync(inside)
      execFileSync('/usr/bin/7z', ['e', '-y', `-o${inside}`, setup, '$PLUGINSDIR/app-64.7z'])
      execFileSync('/usr/bin/7z', ['x', '-y', `-o${inside}`, join(inside, 'app-64.7z')])
    }, packing)

    test('NSIS compiles the script with what electron-builder.yml says, without a warning', () => {
      expect(statSync(setup).size).toBeGreaterThan(statSync(join(inside, 'app-64.7z')).size)
    })

    test('the one for Windows holds the app, its guides, its licences, what raises an update’s rights, and keytar for Windows alone', () => {
      const listed = execFileSync('/usr/bin/7z', ['l', '-ba', '-slt', join(inside, 'app-64.7z')], { encoding: 'utf8' })
      const paths = Array.from(listed.matchAll(/^Path = (.+)$/gm), ([, path]) => path)
      const files = paths.flatMap((path) => (path && statSync(join(inside, path)).isFile() ? [path] : []))
      // A page and a picture more or less of the guides is nothing to review here.
      const kinds = files.map((path) => path.replace(/^(resources\/docs\/.*?)[^/]+\.(html|png)$/, '$1*.$2'))
      expect([...new Set(kinds)].sort()).toEqual(windowsFiles)
    })

    test(shows('packaging', 'the program for Windows has every fuse as it is stated'), async () => {
      const wire = await getCurrentFuseWire(join(inside, 'Muster.exe'))
      const on = Object.entries(wire).filter(([, state]) => state === '1'.charCodeAt(0))
      expect(on.map(([fuse]) => FuseV1Options[Number(fuse)])).toEqual([
        'EnableCookieEncryption',
        'EnableEmbeddedAsarIntegrityValidation',
        'OnlyLoadAppFromAsar',
      ])
    })

    test(shows('packaging', 'the program for Windows knows the hash of the archive it may load'), () => {
      const resources = readFileSync(join(inside, 'Muster.exe')).toString('latin1')
      expect(resources).toMatch(/"file":"resources\\\\app\.asar","alg":"SHA256","value":"[0-9a-f]{64}"/)
    })
  })

  describe('for Linux', () => {
    beforeAll(async () => {
      const electron = standInElectron(join(folder, 'for-linux'), linuxBinaries())
      const homepage = '-c.extraMetadata.homepage=https://muster.example'
      await runBuilder(['--linux', 'deb', 'rpm', homepage], { electron, output: join(folder, 'linux'), env })
    }, packing)
    const told = (type: string) => readFileSync(join(folder, `fpm-${type}.txt`), 'utf8').split('\n')
    const behind = (words: readonly string[], option: string) => words.filter((_word, at) => words[at - 1] === option)

    test.each([
      { type: 'deb', library: 'libsecret-1-0', toolkit: 'libgtk-3-0' },
      { type: 'rpm', library: '(libsecret or libsecret-1-0)', toolkit: 'gtk3' },
    ])('a $type asks for the keychain’s library, and for what Electron needs', ({ type, library, toolkit }) => {
      expect(behind(told(type), '-d')).toEqual(expect.arrayContaining([library, toolkit]))
    })

    test('the desktop finds the icon in every size, and the window by the name of its file', () => {
      const words = told('deb')
      const icons = words.flatMap(
        (word) => /=\/usr\/share\/icons\/hicolor\/(\d+)x\d+\/apps\/muster\.png$/.exec(word)?.[1] ?? [],
      )
      expect(icons).toEqual(['16', '24', '32', '48', '64', '128', '256', '512'])
      const desktop = words.find((word) => word.endsWith('=/usr/share/applications/muster.desktop'))
      expect(desktop).toBeDefined()
    })
  })
})

const windowsFiles = [
  'LICENSE.electron.txt',
  'Muster.exe',
  'locales/de.pak',
  'locales/en-GB.pak',
  'locales/en-US.pak',
  'resources/app.asar',
  'resources/app.asar.unpacked/node_modules/keytar/prebuilds/win32-x64/keytar.node',
  'resources/docs/*.html',
  'resources/docs/guide/*.html',
  'resources/docs/icon.svg',
  'resources/docs/pictures/*.png',
  'resources/elevate.exe',
  'resources/licences/Muster.txt',
  'resources/licences/keytar.md',
  'resources/licences/main.md',
  'resources/licences/window.md',
  'version',
]
