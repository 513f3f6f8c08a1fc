import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Folder of the project. */
export const projectFolder = resolve(import.meta.dirname, '../..')

/** What the build reads. */
const sources = ['electron', 'renderer', 'shared', 'docs', 'electron.vite.config.ts', 'package-lock.json'] as const
const results = [
  'out/main/main.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'out/docs/admin-guide.html',
] as const

/** Milliseconds of the newest change below a path. */
function newest(path: string): number {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** True when a result of the build is missing or older than what it is made of. */
function buildIsStale(folder: string = projectFolder): boolean {
  const built = results.map((name) => join(folder, name))
  if (!built.every((path) => existsSync(path))) return true
  const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs))
  return sources.some((name) => newest(join(folder, name)) > oldest)
}

let building: Promise<void> | undefined

/** Builds the app when that is needed, once at a time. @throws Error with the build's own words when it fails. */
export function ensureBuilt(folder: string = projectFolder): Promise<void> {
  if (!buildIsStale(folder)) return Promise.resolve()
  building ??= build(folder).finally(() => {
    building = undefined
  })
  return building
}

async function build(folder: string): Promise<void> {
  const cli = join(folder, 'node_modules/electron-vite/bin/electron-vite.js')
  const child = spawn(process.execPath, [cli, 'build', '--logLevel', 'warn'], { cwd: folder })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const code = await new Promise<number | null>((done) => child.once('close', done))
  if (code !== 0) throw new Error(`The build failed.\n${said}`)
}
