import { execFile } from 'node:child_process'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { promisify } from 'node:util'

/** Milliseconds that a program of the system may take; a name is not worth more. */
const limit = 3_000

const run = async (program: string, args: readonly string[]): Promise<string> =>
  (await promisify(execFile)(program, args, { timeout: limit, windowsHide: true })).stdout

/**
 * Which program listens on a port of this computer, as `node (process 4711)`; null where the system does not tell, for
 * example about another user's program. Never throws.
 */
export async function portOwner(port: number, platform: NodeJS.Platform = process.platform): Promise<string | null> {
  try {
    if (platform === 'linux') return await onLinux(port)
    if (platform === 'darwin') return ownerInLsof(await run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc']))
    if (platform !== 'win32') return null
    const process = listenerInNetstat(await run('netstat', ['-ano', '-p', 'TCP']), port)
    if (process === null) return null
    return ownerInTasklist(await run('tasklist', ['/FI', `PID eq ${process}`, '/FO', 'CSV', '/NH']), process)
  } catch {
    return null
  }
}

const named = (name: string, process: string): string => `${name} (process ${process})`

async function onLinux(port: number): Promise<string | null> {
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')))
  const sockets = new Set(tables.flatMap((table) => listenersInProc(table, port)).map((inode) => `socket:[${inode}]`))
  if (sockets.size === 0) return null
  for (const process of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    // Another user's process keeps its files to itself.
    const files = await readdir(`/proc/${process}/fd`).catch(() => [])
    const targets = await Promise.all(files.map((file) => readlink(`/proc/${process}/fd/${file}`).catch(() => '')))
    if (targets.some((target) => sockets.has(target))) {
      return named((await readFile(`/proc/${process}/comm`, 'utf8')).trim(), process)
    }
  }
  return null
}

/** Inodes of the sockets that listen on a port, out of `/proc/net/tcp` or `tcp6` (proc(5)). */
export function listenersInProc(table: string, port: number): string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  return table.split('\n').flatMap((line) => {
    const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/)
    return state === '0A' && local.endsWith(`:${hex}`) && inode !== undefined ? [inode] : []
  })
}

/** The program in the output of `lsof -Fpc`: a line `p4711`, then `cnode`. */
export function ownerInLsof(output: string): string | null {
  const [, process, name] = /^p(\d+)\n(?:[^cp].*\n)*c(.+)$/m.exec(output) ?? []
  return process && name ? named(name, process) : null
}

/** The process that listens on a port, in the output of `netstat -ano`; only the words between depend on the language. */
export function listenerInNetstat(output: string, port: number): string | null {
  for (const line of output.split(/\r?\n/)) {
    const [, local, remote, process] = /^\s*TCP\s+(\S+)\s+(\S+)\s+.*?(\d+)\s*$/.exec(line) ?? []
    // What listens has no other end yet.
    if (local?.endsWith(`:${port}`) && remote?.endsWith(':0') && process) return process
  }
  return null
}

/** The program's name in the output of `tasklist /FO CSV /NH`. */
export function ownerInTasklist(output: string, process: string): string | null {
  const [, name] = /^"([^"]+)","(\d+)"/m.exec(output) ?? []
  return name && output.includes(`","${process}"`) ? named(name, process) : null
}
