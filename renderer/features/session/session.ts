import { useQueryClient } from '@tanstack/react-query'
import type { SessionState } from '../../../shared/model/session.ts'
import { type CallError, callKey, callOptions, useAct, useCall } from '../../api.ts'

/** The signed-in state of a connection, undefined until main has answered. */
export const useSession = (connection: string | null): SessionState | undefined => useSessionQuery(connection).data

/** The same with the failure of a connection that can't be opened at all, and a way to try that again. */
export const useSessionQuery = (connection: string | null) =>
  useCall('session', 'state', connection === null ? null : { connection })

/** What can be done about sessions. Their states always come through {@link useSession}. */
export function useSessionActs() {
  const client = useQueryClient()
  const keep = (state: SessionState) =>
    client.setQueryData(callKey('session', 'state', { connection: state.connection }), state)
  /**
   * A sign-in that main refused before its state could tell why: the refusal is shown like any other failure. Where even
   * the state can't be read, the error of the state is what the notices show.
   */
  const keepFailure = async ({ failure }: CallError, { connection }: { connection: string }) => {
    const state = await client
      .fetchQuery({ ...callOptions('session', 'state', { connection }), staleTime: 0 })
      .catch(() => null)
    if (state) keep({ ...state, failure: state.failure ?? failure })
  }
  const signIn = useAct('session', 'signIn', { onSuccess: keep, onError: keepFailure })
  const cancel = useAct('session', 'cancel', { onSuccess: keep })
  const signOut = useAct('session', 'signOut', { onSuccess: keep })
  const copyAddress = useAct('session', 'copyAddress')
  const comeBack = useAct('session', 'comeBack', { onSuccess: keep })
  return {
    /** The outcome comes as the session's state. */
    signIn: (connection: string) => signIn.mutate({ connection }),
    cancel: (connection: string) => cancel.mutate({ connection }),
    copyAddress: (connection: string) => copyAddress.mutate({ connection }),
    copied: copyAddress.isSuccess,
    comeBack,
    signOut,
  }
}
