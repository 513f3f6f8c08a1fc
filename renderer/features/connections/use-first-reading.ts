import { useEffect, useRef } from 'react'
import { type CallError, useAct, useCall } from '../../api.ts'
import { useSession } from '../session/session.ts'

/**
 * Reads the accounts once when the admin is signed in and none were ever read, since nothing can be compared before;
 * main does so too, and the two join. Gives why it failed, as long as there are still none, and a way to try again.
 */
export function useFirstReading(connection: string): { error: CallError | null; retry: () => void } {
  const signedIn = useSession(connection)?.status === 'signed-in'
  const state = useCall('accounts', 'state', { connection }).data
  const { mutate, error } = useAct('accounts', 'refresh')
  const tried = useRef(false)
  const needed = signedIn && state !== undefined && state.readAt === null && state.reading === null
  useEffect(() => {
    if (!signedIn) tried.current = false
    else if (needed && !tried.current) {
      tried.current = true
      mutate({ connection })
    }
  }, [signedIn, needed, connection, mutate])
  return { error: needed ? error : null, retry: () => mutate({ connection }) }
}
