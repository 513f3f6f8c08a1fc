import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { invalidate, useCall } from '../../api.ts'
import { useNavigation } from '../../navigation.tsx'
import { usePeoplePart } from '../people/people-view.ts'
import type { Happened } from './steps.ts'

/** What has happened at a connection; null until main has said so. */
export function useHappened(connection: string): Happened | null {
  const client = useQueryClient()
  const { moves } = useNavigation()
  const source = useCall('source', 'summary', { connection })
  const runs = useCall('runs', 'list', { connection })
  const plan = useCall('plans', 'latest', { connection })
  const selected = usePeoplePart(connection, 'selected')
  // A plan that is made leads to Review: there may be a new one after every move, and after no other event.
  useEffect(() => {
    if (moves > 0) void invalidate(client, 'plans', 'latest', connection)
  }, [client, connection, moves])
  if (source.isPending || runs.isPending || plan.isPending) return null
  return {
    read: source.data != null,
    ticked: selected.size > 0,
    plan: plan.data ?? null,
    run: runs.data?.[0]?.id ?? null,
  }
}
