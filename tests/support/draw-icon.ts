import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { findChromium } from '../electron-host/browser/find-chromium.ts'
import { projectFolder } from './fresh-build.ts'
import { icnsFile, icnsSizes, icoFile, icoSizes } from './icon-files.ts'

/** `npm run icon`: makes the PNG, .ico and .icns forms of renderer/icon.svg that the window and the installers show. */
const installer = join(projectFolder, 'electron/installer')
/** Sizes that a Linux desktop looks for. */
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512]
/** The part of its square that an icon fills on macOS, where Apple's grid leaves a margin. */
const macShare = 824 / 1024

const svg = readFileSync(join(projectFolder, 'renderer/icon.svg')).toString('base64')
const executablePath = findChromium()
if (!executablePath) throw new Error('No Chromium was found. Install the package chromium, or set MUSTER_CHROMIUM.')
// The page holds nothing but our own picture; as root, Chromium has no sandbox.
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
const page = await browser.newPage()

/** The mark as PNG, `size` pixels wide and high, filling `share` of it. */
async function draw(size: number, share: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size })
  const width = size * share
  const place = `position: absolute; left: ${(size - width) / 2}px; top: ${(size - width) / 2}px; width: ${width}px`
  await page.setContent(`<img style="${place}" src="data:image/svg+xml;base64,${svg}">`)
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  return page.screenshot({ omitBackground: true })
}

/** Pictures by size, in the order of the sizes. */
async function drawAll(sizes: readonly number[], share: number): Promise<Map<number, Buffer>> {
  const pictures = new Map<number, Buffer>()
  for (const size of sizes) pictures.set(size, await draw(size, share))
  return pictures
}

mkdirSync(join(installer, 'icons'), { recursive: true })
for (const [size, png] of await drawAll(linuxSizes, 1))
  writeFileSync(join(installer, 'icons', `${size}x${size}.png`), png)
writeFileSync(join(installer, 'icon.ico'), icoFile(await drawAll(icoSizes, 1)))
writeFileSync(join(installer, 'icon.icns'), icnsFile(await drawAll(icnsSizes, macShare)))
await browser.close()
