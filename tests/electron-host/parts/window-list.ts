import type { BrowserWindow } from 'electron'

const windows: BrowserWindow[] = []

/** Windows that are open, in the order they were made. */
export const openWindows = (): readonly BrowserWindow[] => windows

/** Adds a window. */
export const addWindow = (window: BrowserWindow): void => {
  windows.push(window)
}

/** Takes a window off the list. */
export const removeWindow = (window: BrowserWindow): void => {
  const index = windows.indexOf(window)
  if (index !== -1) windows.splice(index, 1)
}

/** Closes every window; false when one of them would not. */
export async function closeAllWindows(): Promise<boolean> {
  for (const window of [...windows]) window.close()
  return windows.length === 0
}
