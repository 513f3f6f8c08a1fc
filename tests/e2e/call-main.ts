import type { Page } from 'playwright'
import type { Contract } from '../../shared/contract.ts'

/** Calls main past the window's own screens, as a window that somebody has taken over would. */
export const callMain = (window: Page, group: keyof Contract, name: string, input?: unknown) =>
  window.evaluate(`window.muster.${group}.${name}(${JSON.stringify(input)})`)

/** The id of the connection that has this name. */
export async function connectionId(window: Page, name: string): Promise<string> {
  const { value } = (await callMain(window, 'connections', 'list')) as { value: { id: string; name: string }[] }
  const found = value.find((each) => each.name === name)
  if (!found) throw new Error(`There is no connection ${name}.`)
  return found.id
}
