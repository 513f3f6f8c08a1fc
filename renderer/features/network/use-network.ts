import { useQueryClient } from '@tanstack/react-query'
import type { ShownNetwork } from '../../../shared/model/network.ts'
import { callKey, useCall } from '../../api.ts'
import { useConnection } from '../connections/current-connection.tsx'

/** How the requests of the connection leave this computer; undefined until main has said, and while it is not `wanted`. */
export function useNetwork(wanted = true): ShownNetwork | undefined {
  const { id } = useConnection()
  return useCall('network', 'settings', wanted ? { connection: id } : null).data
}

/** Shows what main has made of a change to it. */
export function useShowNetwork() {
  const { id } = useConnection()
  const client = useQueryClient()
  const show = (now: ShownNetwork) => client.setQueryData(callKey('network', 'settings', { connection: id }), now)
  return {
    show,
    /** The same where requests may get through now: whatever failed for want of it is asked once more. */
    showAndRetry: (now: ShownNetwork) => {
      show(now)
      void client.invalidateQueries({ predicate: ({ state }) => state.status === 'error' })
    },
  }
}
