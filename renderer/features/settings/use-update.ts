import { useQueryClient } from '@tanstack/react-query'
import type { Connection } from '../../../shared/model/connection.ts'
import { callKey, useAct } from '../../api.ts'

/** What can be changed about a connection. */
export interface ConnectionChange {
  readonly name?: string
  readonly environment?: string
  readonly colour?: Connection['colour']
  readonly safety?: Connection['safety']
  readonly path?: Connection['scim']['path']
  readonly lowerCase?: boolean
  readonly readOnly?: boolean
}

/** Changes some of a connection's settings and leaves the others as they are. */
export function useUpdate(connection: Connection) {
  const client = useQueryClient()
  const { mutate, isPending, isSuccess, error, reset } = useAct('connections', 'update', {
    onSuccess: (after) =>
      client.setQueryData<Connection[]>(callKey('connections', 'list'), (list) =>
        list?.map((each) => (each.id === after.id ? after : each)),
      ),
  })
  const { id, name, environment, colour, safety, readOnly, scim } = connection
  return {
    save: (change: ConnectionChange) =>
      mutate({
        connection: id,
        name,
        environment,
        colour,
        safety,
        path: scim.path,
        lowerCase: scim.lowerCase,
        readOnly,
        ...change,
      }),
    saving: isPending,
    saved: isSuccess,
    error,
    /** Takes back that something was saved or failed, once it is edited again. */
    edited: reset,
  }
}
