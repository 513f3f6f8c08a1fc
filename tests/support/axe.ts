import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

/** Conformance levels that every screen has to meet. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Axe describes every element that a rule holds for, too, unless it is told not to: on a large grid that takes most of its time. */
const onlyViolations: Parameters<AxeBuilder['options']>[0] = { resultTypes: ['violations'], preload: false }

/** The rules that are about colours: the only ones that another theme can break. */
const ofColours = ['color-contrast', 'link-in-text-block']

/** What axe finds wrong with the page as it is shown now, by WCAG 2.2 AA, or with its colours alone; a line each. */
export async function axeFindings(page: Page, colours: 'only' | 'too' = 'too'): Promise<string[]> {
  // In legacy mode axe stays in this page; else it opens another one to put its results together.
  const axe = new AxeBuilder({ page }).options(onlyViolations).setLegacyMode()
  const { violations } = await (colours === 'only' ? axe.withRules(ofColours) : axe.withTags(rules)).analyze()
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target).join(', ')})`)
}

/** What axe finds in either theme, which each line begins with; the light one stays. */
export async function axeFindingsInBothThemes(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    found.push(...(await axeFindings(page)).map((line) => `${colorScheme} ${line}`))
  }
  return found
}
