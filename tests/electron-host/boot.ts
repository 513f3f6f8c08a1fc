/**
 * Runs an Electron app without Electron's binary: `node boot.ts <app folder> [arguments of the app]`. `import 'electron'`
 * leads to the stand-in beside this file, in Node's own loader, so that the app's built files stay as they are.
 */
import { registerHooks } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startRuntime } from './runtime.ts'

const [appFolder = '.', ...args] = process.argv.slice(2)
const appPath = resolve(appFolder)
const main = join(
  appPath,
  (await import(pathToFileURL(join(appPath, 'package.json')).href, { with: { type: 'json' } })).default.main,
)
const { electronVersion } = await startRuntime(appPath, args)

// What Electron sets on its own Node: libraries look at it to tell where they run.
process.argv = [process.execPath, appPath, ...args]
Object.defineProperty(process, 'versions', { value: Object.freeze({ ...process.versions, electron: electronVersion }) })
Object.defineProperty(process, 'type', { value: 'browser' })
Object.defineProperty(process, 'resourcesPath', { value: process.env.MUSTER_HOST_RESOURCES ?? appPath })
Object.defineProperty(process, 'defaultApp', { value: true })

const standIn = new URL('./electron.ts', import.meta.url).href
const electronNames: ReadonlySet<string> = new Set(['electron', 'electron/main', 'electron/common'])
registerHooks({
  resolve: (specifier, context, next) =>
    electronNames.has(specifier) ? { url: standIn, shortCircuit: true } : next(specifier, context),
})

const { startApp } = await import('./parts/app.ts')
await import(pathToFileURL(main).href)
startApp()
