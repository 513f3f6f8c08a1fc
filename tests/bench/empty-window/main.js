/** The least an Electron app can be: one window with one line in it. What starting Muster is held against. */
import { app, BrowserWindow, protocol } from 'electron'

const page = '<!doctype html><title>Empty</title><h1>Empty</h1>'

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.whenReady().then(() => {
  protocol.handle('app', () => new Response(page, { headers: { 'content-type': 'text/html' } }))
  const window = new BrowserWindow({ width: 1280, height: 800, show: false })
  window.once('ready-to-show', () => window.show())
  void window.loadURL('app://muster/index.html')
})
app.on('window-all-closed', () => app.quit())
