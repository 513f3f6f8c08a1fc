import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox } from '../sandbox/sandbox.ts'
import { createAdminBrowser } from '../support/admin-browser.ts'
import { filesBelow } from '../support/files-below.ts'
import { launchMuster } from '../support/launch.ts'
import { type PackedApp, packApp } from '../support/packed-app.ts'
import { shows } from '../support/threats.ts'
import { mainJob } from './main-job.ts'

/** Packed as for Linux, with its modes and links. */
describe.runIf(process.platform === 'linux')('the packed app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-packed-'))
  let packed: PackedApp
  let files: string[]

  beforeAll(async () => {
    packed = await packApp(folder)
    files = listPackage(packed.asar, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1))
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('holds what was built, and nothing else of the project', () => {
    const own = files.filter((path) => extname(path) !== '' && !path.startsWith('node_modules/'))
    const kinds = own.map((path) => path.replace(/[^/]+-[\w-]{8}\.(js|css|woff2|png)$/, '*.$1'))
    expect([...new Set(kinds)].sort()).toEqual([
      'out/main/chunks/*.js',
      'out/main/chunks/*.png',
      'out/main/main.js',
      'out/preload/preload.cjs',
      'out/renderer/assets/*.css',
      'out/renderer/assets/*.js',
      'out/renderer/assets/*.woff2',
      'out/renderer/index.html',
      'package.json',
    ])
  })

  test('holds keytar, whose binary can’t be bundled, and no other package', () => {
    const packages = files.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/@]+)$/.exec(path)?.[1] ?? [])
    expect(packages).toEqual(['keytar'])
    const kinds = files.filter((path) => path.startsWith('node_modules/')).map((path) => extname(path))
    expect([...new Set(kinds)].sort()).toEqual(['', '.js', '.json', '.node'])
  })

  test('has keytar’s binary for this platform alone, and outside the archive', () => {
    const unpacked = join(packed.folder, 'resources/app.asar.unpacked')
    const binaries = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.node'),
    )
    expect(binaries).toEqual([`node_modules/keytar/prebuilds/linux-${process.arch}/keytar.node`])
  })

  test('has the licences of everything inside beside it', () => {
    const licences = join(packed.folder, 'resources/licences')
    expect(readdirSync(licences).sort()).toEqual([
      'Muster.txt',
      ...['keytar', 'main', 'window'].map((name) => `${name}.md`),
    ])
    const of = (name: string) => readFileSync(join(licences, `${name}.md`), 'utf8')
    expect(of('main')).toMatch(/^## openid-client - /m)
    expect(of('window')).toMatch(/^## react - /m)
    expect(of('keytar')).toContain('Permission is hereby granted')
  })

  test('has the guides beside it, which a browser could not read in the archive', async () => {
    const docs = join(packed.folder, 'resources/docs')
    const kinds = filesBelow(docs).map((path) => path.replace(/[^/]+\.(html|png)$/, '*.$1'))
    expect([...new Set(kinds)]).toEqual(['*.html', 'guide/*.html', 'icon.svg', 'pictures/*.png'])
    const env = { MUSTER_HOST_RESOURCES: join(packed.folder, 'resources') }
    const userData = join(folder, 'reader')
    const muster = await launchMuster({ userData, openUrl: () => {}, app: packed.extracted, env })
    try {
      await muster.window.getByRole('heading', { name: 'Connect to K2', level: 1 }).waitFor()
      await muster.clickMenu('admin-guide')
      const opened = () => muster.records().flatMap((line) => (line.kind === 'opened-path' ? [line.path] : []))
      await expect.poll(opened).toEqual([join(docs, 'admin-guide.html')])
    } finally {
      await muster.close()
    }
  })

  test('has nothing else beside it that was not looked at', () => {
    const beside = readdirSync(join(packed.folder, 'resources'))
    expect(beside.sort()).toEqual(['app.asar', 'app.asar.unpacked', 'docs', 'licences'])
  })

  test('is as small as docs/releasing.md says', () => {
    expect(statSync(packed.asar).size / 2 ** 20).toBeLessThan(5)
  })

  test(shows('packaging', 'has every fuse as it is stated'), async () => {
    const wire = await getCurrentFuseWire(packed.executable)
    // A fuse is a digit on the wire.
    const on = Object.entries(wire).filter(([, state]) => state === '1'.charCodeAt(0))
    expect(on.map(([fuse]) => FuseV1Options[Number(fuse)])).toEqual([
      'EnableCookieEncryption',
      'EnableEmbeddedAsarIntegrityValidation',
      'OnlyLoadAppFromAsar',
    ])
  })

  test('signs in and pushes, from its own files alone', async () => {
    const sandbox = await startSandbox({ people: 20, accounts: 5 })
    const browser = createAdminBrowser(sandbox.login)
    const app = packed.extracted
    const muster = await launchMuster({ userData: join(folder, 'user-data'), openUrl: browser.openUrl, app })
    try {
      const { window } = muster
      const before = sandbox.accounts().length
      await mainJob.pasteSettings(window, sandbox.settings)
      await mainJob.connect(window, 'Contoso')
      await mainJob.openPeople(window, sandbox.peopleFile)
      await mainJob.show(window, 'Not in K2')
      await mainJob.pickFirst(window, 2)
      await mainJob.review(window)
      await mainJob.push(window)
      await mainJob.pushed(window)
      expect(sandbox.accounts().length).toBe(before + 2)
    } finally {
      await muster.close()
      await browser.close()
      await sandbox.stop()
    }
  })
})
