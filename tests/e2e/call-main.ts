import type { Page } from 'playwright'
import type { Contract } from '../../shared/contract.ts'

/** Calls main past the window's own screens, as a window that somebody has taken over would. */
export const callMain = (window: Page, group: keyof Contract, name: string, input?: unknown) =>
  window.evaluate(`window.muster.${group}.${name}(${JSON.stringify(input)})`)
