import type { BrowserWindowConstructorOptions, Rectangle, Session } from 'electron'

/** What a window's options depend on. */
export interface WindowChoices {
  /** The window's own session, in which nothing but our page's origin can be loaded. */
  readonly session: Session
  /** Path of the built preload. */
  readonly preload: string
  /** Whether the system is dark now: the colour behind the page until it has painted. */
  readonly dark: boolean
  /** Where the window was when it was open last, corrected to the screens of now; null for the usual size in the middle. */
  readonly place: Rectangle | null
  /** Path of the icon where the window brings its own: Linux, and Windows while it is not installed. */
  readonly icon: string
  /** Chromium's developer tools; off in a packaged app. */
  readonly devTools: boolean
}

/** Grounds of the two themes, as renderer/theme.ts has them. */
const ground = { light: '#f8f9fa', dark: '#1a1b1e' } as const

/**
 * Sandboxed, isolated, without Node. What Electron does by default is said as well, so that a default that changes changes
 * nothing here.
 */
export const windowOptions = ({
  session,
  preload,
  dark,
  place,
  icon,
  devTools,
}: WindowChoices): BrowserWindowConstructorOptions => ({
  title: 'Muster',
  icon,
  ...(place ? { x: place.x, y: place.y, width: place.width, height: place.height } : { width: 1280, height: 800 }),
  minWidth: 960,
  minHeight: 600,
  show: false,
  backgroundColor: dark ? ground.dark : ground.light,
  webPreferences: {
    session,
    preload,
    devTools,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    spellcheck: false,
    enableWebSQL: false,
  },
})
