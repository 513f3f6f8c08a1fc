/*
 * Signatures: useConnection() → Connection (inside the frame) · useConnections() → { list, current, choose(id) }
 */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Connection } from '../../../shared/model/connection.ts'
import { call } from '../../call.ts'

/** All connections and the one the admin works with. */
export interface Connections {
  readonly list: readonly Connection[]
  readonly current: Connection | null
  readonly choose: (id: string) => void
}

const ConnectionsContext = createContext<Connections | null>(null)

/** Id of the connection that the admin works with, at first as main has written it into the page; null where there is none yet. */
export const lastConnection = (): string | null => document.documentElement.dataset.connection ?? null

/** Holds which connection is chosen; the first one where none was, or where it is gone. */
export function ConnectionsProvider({ list, children }: { list: readonly Connection[]; children: ReactNode }) {
  const [chosen, setChosen] = useState(lastConnection)
  const current = list.find(({ id }) => id === chosen) ?? list[0] ?? null
  const id = current?.id ?? null
  useEffect(() => {
    if (id === null || id === lastConnection()) return
    document.documentElement.dataset.connection = id
    // Where main can't keep it, the next start shows another connection, no more.
    call('connections', 'choose', { connection: id }).catch(() => null)
  }, [id])
  const value = useMemo<Connections>(() => ({ list, current, choose: setChosen }), [list, current])
  return <ConnectionsContext value={value}>{children}</ConnectionsContext>
}

/** All connections and the one the admin works with. */
export function useConnections(): Connections {
  const connections = useContext(ConnectionsContext)
  if (!connections) throw new Error('useConnections is used inside ConnectionsProvider.')
  return connections
}

/** The connection the admin works with; screens inside the frame always have one. */
export function useConnection(): Connection {
  const { current } = useConnections()
  if (!current) throw new Error('useConnection is used inside the frame, which needs a connection.')
  return current
}
