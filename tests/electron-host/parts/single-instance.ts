import { appendFileSync, mkdirSync, readFileSync, rmSync, truncateSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Called in the first process when a second one was started. */
type OnSecond = (argv: string[], folder: string, data: unknown) => void

/**
 * Takes the lock of a user-data folder and gives the function that releases it; undefined when another process holds it,
 * which then is told. Synchronous, as Electron's is.
 */
export function lockInstance(folder: string, argv: string[], data: unknown, onSecond: OnSecond) {
  mkdirSync(folder, { recursive: true })
  const lock = lockFile(folder)
  const calls = join(folder, 'host-instance.calls')
  if (!claim(lock)) {
    appendFileSync(calls, `${JSON.stringify({ argv, cwd: process.cwd(), data })}\n`)
    return undefined
  }
  writeFileSync(calls, '')
  const watcher = watch(calls, () => {
    const lines = readFileSync(calls, 'utf8').split('\n').filter(Boolean)
    if (lines.length === 0) return
    truncateSync(calls)
    for (const line of lines) {
      const call = JSON.parse(line) as { argv: string[]; cwd: string; data: unknown }
      onSecond(call.argv, call.cwd, call.data)
    }
  })
  watcher.unref()
  return () => {
    watcher.close()
    rmSync(calls, { force: true })
    rmSync(lock, { force: true })
  }
}

/** True when another living host has the lock of a user-data folder. */
export function instanceIsHeld(folder: string): boolean {
  try {
    return isHost(Number(readFileSync(lockFile(folder), 'utf8')))
  } catch {
    return false
  }
}

const lockFile = (folder: string) => join(folder, 'host-instance.lock')

/** Makes the lock file, or takes it over from a process that is gone. */
function claim(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (isHost(Number(readFileSync(lock, 'utf8')))) return false
    writeFileSync(lock, String(process.pid))
    return true
  }
}

/** True for a living process that is a host; a killed one's id may have gone to somebody else. */
function isHost(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('electron-host')
  } catch {
    return false
  }
}
