import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { axeFindings } from '../../support/axe.ts'
import { callMain } from '../call-main.ts'
import { cutOffTextScript } from './cut-off-text.ts'
import { outOfReachScript } from './out-of-reach.ts'
import { savePicture } from './picture.ts'
import { englishScript } from './untranslated.ts'

/** How the window is set while it is looked at. */
interface Setting {
  readonly theme: 'light' | 'dark'
  readonly width: number
  readonly height: number
  /** The system draws everything in a few colours of its own, as Windows does with a contrast theme. */
  readonly forced?: boolean
}

/** Where pictures go; null takes none. */
export interface Pictures {
  /** Of the usual size, one a screen and theme: the ones that documents show. */
  readonly shown: string
  /** Of the other sizes. */
  readonly others: string
}

/** How a screen is looked at. */
export interface LookOptions {
  /** Part of the short tour. */
  readonly main?: boolean
  /** Sentences that main said before the language changed, and that stay as they were said. */
  readonly held?: RegExp
  /** False where it is a page outside Muster, which keeps the language it was written in. */
  readonly speaks?: boolean
}

/** What the tour hands its scenes: looks at the screen that a window shows now. */
export interface Looker {
  look(window: Page, name: string, options?: LookOptions): Promise<void>
  /** What was found wrong so far, a line each. */
  readonly findings: readonly string[]
  /** Screens looked at so far. */
  readonly screens: readonly string[]
}

const usual = { width: 1280, height: 800 } as const
/** A small laptop's window, and 1280 pixels at 400 % zoom (WCAG 2.2, 1.4.10). */
const smaller = [
  { width: 1024, height: 700 },
  { width: 320, height: 640 },
] as const
/** 1280×800 at 200 % zoom (WCAG 2.2, 1.4.4). */
const zoomed = { width: 640, height: 400 } as const
const themes = ['light', 'dark'] as const
const sizeOf = ({ width, height }: Pick<Setting, 'width' | 'height'>) => `${width}×${height}`

/** Ends when the screen has come to rest: fonts are there, nothing fades, no placeholder is left. */
const rest = `new Promise((done) => {
  const resting = () => document.fonts.status === 'loaded' && !document.querySelector('[aria-busy="true"]')
    && document.getAnimations().every((one) => one.playState !== 'running'
      || one.effect.getComputedTiming().iterations === Infinity)
  const look = () => (resting() ? done() : setTimeout(look, 30))
  requestAnimationFrame(() => requestAnimationFrame(look))
})`

async function set(window: Page, { theme, width, height, forced }: Setting): Promise<void> {
  await window.setViewportSize({ width, height })
  const forcedColors = forced === true ? 'active' : 'none'
  await window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce', forcedColors })
  await window.mouse.move(0, 0)
  await window.evaluate(rest)
}

/** Has Muster speak another language, as the admin does in the settings, and waits until the window does. */
async function speak(window: Page, language: 'en' | 'de'): Promise<void> {
  await callMain(window, 'app', 'setLanguage', { language })
  await window.locator(`html[lang^="${language}"]`).waitFor({ state: 'attached' })
  await window.evaluate(rest)
}

const cutOffIn = (window: Page) => window.evaluate(cutOffTextScript) as Promise<string[]>

/** What is wrong with the window as it is set. In the dark, axe has only the colours to look at: all else is as in the light. */
async function findIn(window: Page, theme: Setting['theme']): Promise<string[]> {
  return [...(await axeFindings(window, theme === 'dark' ? 'only' : 'too')), ...(await cutOffIn(window))]
}

/**
 * Looks at screens in both themes and sizes from 1280 to 320 pixels, and in German: takes pictures, then holds each against
 * WCAG 2.2 AA and searches for text that is cut off or not translated. The short tour looks at the main screens in the usual
 * size only.
 */
export function createLooker(options: {
  readonly short: boolean
  readonly pictures: Pictures | null
  readonly say: (line: string) => void
}): Looker {
  const { short, pictures, say } = options
  const findings: string[] = []
  const screens: string[] = []

  const picture = async (window: Page, name: string, { theme, width }: Setting) => {
    if (!pictures) return
    const png = await window.screenshot({ animations: 'disabled' })
    if (width === usual.width) await savePicture(png, join(pictures.shown, `${name}-${theme}.png`))
    else await writeFile(join(pictures.others, `${name}-${theme}-${width}.png`), png)
  }

  const note = (name: string, setting: Setting, found: readonly string[]): number => {
    for (const what of found) {
      const finding = `${name}, ${setting.theme}, ${sizeOf(setting)}: ${what}`
      findings.push(finding)
      say(`  ${finding}`)
    }
    return found.length
  }

  const check = async (window: Page, name: string, setting: Setting): Promise<number> => {
    return note(name, setting, await findIn(window, setting.theme))
  }

  /** The same screen in the other language: nothing in English is left, and its longer words have room at every size. */
  const lookInGerman = async (
    window: Page,
    name: string,
    sizes: readonly (typeof usual | (typeof smaller)[number])[],
    held: RegExp | undefined,
  ) => {
    await speak(window, 'de')
    let count = 0
    for (const size of sizes) {
      const setting = { theme: 'light', ...size } as const
      await set(window, setting)
      if (pictures && size === usual)
        await writeFile(
          join(pictures.others, `${name}-german.png`),
          await window.screenshot({ animations: 'disabled' }),
        )
      const english = size === usual ? ((await window.evaluate(englishScript)) as string[]) : []
      const left = english.filter((text) => held?.test(text) !== true)
      // Other words change neither roles nor colours: what could still be wrong with them shows at one size.
      const found = size === usual ? await findIn(window, setting.theme) : await cutOffIn(window)
      count += note(`${name} in German`, setting, [...left, ...found])
    }
    await speak(window, 'en')
    return count
  }

  /** A main screen at 200 % zoom, where every control is still in reach. */
  const lookZoomed = async (window: Page, name: string) => {
    const setting = { theme: 'light', ...zoomed } as const
    await set(window, setting)
    await picture(window, name, setting)
    const found = [...(await cutOffIn(window)), ...((await window.evaluate(outOfReachScript)) as string[])]
    return note(name, setting, found)
  }

  /** A main screen in forced colours, for the eye. */
  const lookForced = async (window: Page, name: string) => {
    for (const theme of themes) {
      await set(window, { theme, ...usual, forced: true })
      if (pictures)
        await writeFile(
          join(pictures.others, `${name}-forced-${theme}.png`),
          await window.screenshot({ animations: 'disabled' }),
        )
    }
  }

  const look = async (window: Page, name: string, { main = false, held, speaks = true }: LookOptions = {}) => {
    if (short && !main) return
    const sizes = short ? [usual] : [usual, ...smaller]
    let found = 0
    // Pictures of the usual size come first, since a run goes on while it is looked at.
    for (const theme of themes) {
      await set(window, { theme, ...usual })
      await picture(window, name, { theme, ...usual })
    }
    for (const size of sizes) {
      for (const theme of themes) {
        const setting = { theme, ...size }
        await set(window, setting)
        if (size !== usual) await picture(window, name, setting)
        found += await check(window, name, setting)
      }
    }
    if (main) {
      found += await lookZoomed(window, name)
      await lookForced(window, name)
    }
    if (speaks) found += await lookInGerman(window, name, sizes, held)
    await set(window, { theme: 'light', ...usual })
    screens.push(name)
    say(`${name.padEnd(24)} ${sizes.map(sizeOf).join(' ').padEnd(28)} ${found === 0 ? 'fine' : `${found} found`}`)
  }
  return { look, findings, screens }
}
