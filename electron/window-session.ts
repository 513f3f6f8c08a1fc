import { join } from 'node:path'
import { type Session, session } from 'electron'
import { serveApp } from './app-protocol.ts'
import { cancelNetwork, denyPermissions } from './hardening.ts'
import { windowPartition } from './window.ts'

/**
 * The session the window lives in: our own page and nothing else, no network, no permissions. The default session, which
 * carries main's own requests, loses its permissions too.
 * @param connection tells the id of the connection that the page opens with.
 */
export function createWindowSession(mainFolder: string, connection: () => string | null): Session {
  const own = session.fromPartition(windowPartition)
  for (const each of [own, session.defaultSession]) denyPermissions(each)
  cancelNetwork(own)
  serveApp(own.protocol, join(mainFolder, '../renderer'), connection)
  return own
}
