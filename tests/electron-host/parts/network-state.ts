import { runtime } from '../runtime.ts'

let online = true

/** Whether the computer has a network, as far as a test has not taken it away. */
export const hasNetwork = (): boolean => online

/** Lets a test take the network away, and give it back. */
export function takeNetwork(): void {
  runtime().controls.onMessage((message) => {
    if (message.t === 'network') online = message.online
  })
}
