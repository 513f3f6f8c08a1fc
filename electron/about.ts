import type { App } from 'electron'

/** What the about box of the system's says: the name, the version and the mark. `icon`: path of a PNG. */
export function describeApp(app: Pick<App, 'setAboutPanelOptions'>, version: string, icon: string): void {
  app.setAboutPanelOptions({
    applicationName: 'Muster',
    applicationVersion: version,
    // macOS would add Electron's own build number.
    version: '',
    copyright: 'The Muster developers, MIT licence',
    iconPath: icon,
  })
}
