import { setTimeout as sleep } from 'node:timers/promises'
import type { Locator } from 'playwright'

/** Milliseconds that somebody new looks at what has come up before the next click. */
const look = 2000
/** Milliseconds from key to key of somebody who types neither fast nor slowly: 300 keys a minute. */
const key = 200

/** Somebody who sees Muster for the first time, and what they had to do so far. */
export interface Newcomer {
  /** Looks, then clicks. */
  click(control: Locator): Promise<void>
  /** Looks, clicks into a field and types. */
  type(field: Locator, text: string): Promise<void>
  readonly clicks: () => number
  readonly keys: () => number
}

/** Somebody who takes each control by its role and name, as it stands there, and needs the time that a person needs. */
export function createNewcomer(): Newcomer {
  let [clicks, keys] = [0, 0]
  const click = async (control: Locator) => {
    // They can look only at what is there.
    await control.waitFor({ timeout: 60_000 })
    await sleep(look)
    await control.click({ timeout: 60_000 })
    clicks++
  }
  return {
    click,
    type: async (field, text) => {
      await click(field)
      await field.pressSequentially(text, { delay: key })
      keys += text.length
    },
    clicks: () => clicks,
    keys: () => keys,
  }
}
