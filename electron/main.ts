import { app, type BrowserWindow, ipcMain, nativeTheme, protocol } from 'electron'
import { appOrigin, appScheme } from './app-protocol.ts'
import { systemClock as clock } from './clock.ts'
import { compose } from './compose.ts'
import { hardenApp } from './hardening.ts'
import icon from './installer/icons/256x256.png?asset'
import { registerCalls } from './ipc/register.ts'
import { createSealing } from './ipc/sealed.ts'
import { chooseLanguage, speakChosen } from './language.ts'
import { followWindow } from './lifecycle.ts'
import { createCertificateRequests } from './network/certificate-requests.ts'
import type { Platform } from './session/vault-errors.ts'
import { heldLanguage } from './store/electron-settings.ts'
import { appId, chooseUserData } from './user-data.ts'
import { createWindow } from './window.ts'
import { createWindowSession } from './window-session.ts'

/** The start: what has to be said before Electron is ready, then the parts (compose.ts), then the window. */
const sealing = createSealing()
const userData = chooseUserData(app)
app.setAppUserModelId(appId)
const certificateRequests = createCertificateRequests(clock)
hardenApp(app, certificateRequests.choose)
protocol.registerSchemesAsPrivileged([appScheme])
if (app.requestSingleInstanceLock()) {
  const language = chooseLanguage(app, heldLanguage(userData))
  void app
    .whenReady()
    .then(() => speakChosen(app, language))
    .then(start)
} else app.quit()

function start(): void {
  const platform: Platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'
  const mainFolder = import.meta.dirname
  let window: BrowserWindow | null = null

  const parts = compose({ app, platform, userData, sealing, certificateRequests, window: () => window })
  const { log, settings, redactor } = parts
  const windowId = () => window?.webContents.id ?? null
  registerCalls({ ipc: ipcMain, windowId, origin: appOrigin, log, redactor }, parts.handlers)
  parts.menu()
  const [dark, devTools] = [nativeTheme.shouldUseDarkColors, !app.isPackaged]
  const windowSession = createWindowSession(mainFolder, settings.chosen)
  window = createWindow({ session: windowSession, mainFolder, dark, devTools, log, settings, icon })
  parts.openAhead()
  followWindow(app, window, parts.seen, parts.close)
  log.info('Started', { version: app.getVersion(), platform })
}
