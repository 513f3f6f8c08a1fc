import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import electronLog from 'electron-log/node.js'
import { loggable } from './log-fields.ts'
import type { Log, Redactor } from './ports.ts'

/** Where the log goes. */
export interface LogTarget {
  /** Folder of the log files: `<userData>/logs`. */
  readonly folder: string
  readonly redactor: Redactor
  /** Also write to the console; off in a packaged app. */
  readonly console: boolean
}

/** Bytes of one file before it is rotated. */
const maxSize = 2 * 1024 * 1024
/** Rotated files that are kept. */
const kept = 4

/** Readable by the user alone: a line may name servers and accounts. */
const mode = 0o600

/** Name of the current log file; rotated ones are `muster.1.log` (newest) to `muster.4.log`. */
export const logFileName = 'muster.log'

/** Names of all log files there can be, the oldest first. */
export const logFileNames: readonly string[] = [
  ...Array.from({ length: kept }, (_, n) => rotatedName(kept - n)),
  logFileName,
]

function rotatedName(n: number): string {
  return `muster.${n}.log`
}

/**
 * The log in files, each line without what is not on the list of
 * `log-fields.ts`, and redacted before electron-log sees it. electron-log's Node entry, not its main one: that one
 * would answer an IPC channel for windows that log, and ours does not.
 */
export function createLog({ folder, redactor, console }: LogTarget): Log {
  keepToTheUser(folder)
  const logger = electronLog.create({ logId: 'muster' })
  logger.transports.file.resolvePathFn = () => join(folder, logFileName)
  logger.transports.file.writeOptions = { flag: 'a', encoding: 'utf8', mode }
  logger.transports.file.maxSize = maxSize
  logger.transports.file.archiveLogFn = () => rotate(folder)
  logger.transports.file.format = '{iso} {level} {text}'
  logger.transports.console.level = console ? 'debug' : false
  const line = (message: string, data?: Record<string, unknown>) =>
    redactor.clean(data ? `${message} ${JSON.stringify(loggable(data))}` : message)
  return {
    info: (message, data) => logger.info(line(message, data)),
    warn: (message, data) => logger.warn(line(message, data)),
    error: (message, data) => logger.error(line(message, data)),
  }
}

/** Makes the folder of the log, and takes files back that an earlier Muster let others read. Says nothing where that can't be done. */
function keepToTheUser(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const path of logFileNames.map((name) => join(folder, name))) if (existsSync(path)) chmodSync(path, mode)
  } catch {
    // A folder that can't be had is no reason not to start; electron-log tries by itself and goes without.
  }
}

function rotate(folder: string): void {
  const numbered = (n: number) => join(folder, n === 0 ? logFileName : rotatedName(n))
  rmSync(numbered(kept), { force: true })
  for (let n = kept - 1; n >= 0; n--) {
    try {
      renameSync(numbered(n), numbered(n + 1))
    } catch {
      // That many files do not exist yet.
    }
  }
}
