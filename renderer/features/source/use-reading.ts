import { useAct, useCall } from '../../api.ts'

/** The reading of people under way, whoever began it, and the way to stop it. */
export function useReading(connection: string) {
  const progress = useCall('source', 'reading', { connection }).data ?? null
  const what = 'reading'
  const cancel = useAct('source', 'cancel')
  return { progress, cancel: () => cancel.mutate({ connection, what }) }
}
