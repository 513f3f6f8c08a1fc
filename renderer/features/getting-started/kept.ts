/** Where the window remembers that the first steps are still shown; nothing stands there once they were put away or are done. */
const slot = 'muster.getting-started'

/** Whether the first steps are to be shown. */
export const isShown = (): boolean => localStorage.getItem(slot) !== null

/** Shows the first steps from now on, over restarts too. */
export const show = (): void => localStorage.setItem(slot, 'shown')

/** Shows them no longer. */
export const putAway = (): void => localStorage.removeItem(slot)
