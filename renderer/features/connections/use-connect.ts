import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Connection, SettingsDraft } from '../../../shared/model/connection.ts'
import { callKey, useAct } from '../../api.ts'
import { useNavigation } from '../../navigation.tsx'
import { show } from '../getting-started/kept.ts'
import { useSessionActs, useSessionQuery } from '../session/session.ts'
import type { ConnectionColour } from './colours.ts'
import { useConnections } from './current-connection.tsx'

/** What the admin says about a new connection. */
export interface Naming {
  readonly name: string
  readonly environment: string
  readonly colour: ConnectionColour
}

/**
 * Makes the connection and signs in to it; signed in, the app goes on with People. Trying again keeps the connection,
 * or replaces it when the settings were corrected meanwhile.
 */
export function useConnect() {
  const client = useQueryClient()
  const { list, choose } = useConnections()
  const { restart } = useNavigation()
  const [made, setMade] = useState<Connection | null>(null)
  const { data: session, error: closed } = useSessionQuery(made?.id ?? null)
  const create = useAct('connections', 'create')
  const update = useAct('connections', 'update')
  const remove = useAct('connections', 'remove')
  const { signIn } = useSessionActs()

  const connect = async (draft: SettingsDraft, naming: Naming) => {
    let id = draft.id
    if (made && made.id === draft.id) {
      const { safety, readOnly, scim } = made
      const { path, lowerCase } = scim
      setMade(await update.mutateAsync({ connection: made.id, safety, readOnly, path, lowerCase, ...naming }))
    } else {
      const next = await create.mutateAsync({ draft: draft.id, ...naming })
      if (list.length === 0) show()
      // The first try never got in; with corrected settings it would only stay as a second entry of the same tenant.
      if (made && made.id !== next.id) await remove.mutateAsync({ connection: made.id })
      setMade(next)
      // Settings whose token got lost bring the connection back that they are of, under its own id.
      id = next.id
    }
    await client.invalidateQueries({ queryKey: callKey('connections', 'list') })
    signIn(id)
  }

  const done = session?.status === 'signed-in' ? (made?.id ?? null) : null
  useEffect(() => {
    if (done === null) return
    choose(done)
    restart({ at: 'people' })
  }, [done, choose, restart])

  return {
    connect: (draft: SettingsDraft, naming: Naming) => void connect(draft, naming).catch(() => null),
    session,
    busy: create.isPending || update.isPending || remove.isPending || session?.status === 'signing-in',
    error: create.error ?? update.error ?? remove.error ?? closed,
  }
}
