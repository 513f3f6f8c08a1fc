import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SourceSummary } from '../../../shared/model/source.ts'
import { type CallError, call, callKey } from '../../api.ts'

/** What to read people from: a file the admin chose, the sample people, or the same file again. */
export type ReadFrom = File | 'sample' | 'again'

/** Reading people into the roster, and what the last reading on this screen gave. */
export interface ReadPeople {
  readonly read: (from: ReadFrom) => void
  readonly busy: boolean
  readonly error: CallError | null
  /** Read just now; null when nothing was, or the admin has closed the notice. */
  readonly fresh: SourceSummary | null
  readonly dismiss: () => void
}

async function readFrom(connection: string, from: ReadFrom): Promise<SourceSummary> {
  if (from === 'sample') return call('source', 'openDemo', { connection })
  if (from === 'again') return call('source', 'refresh', { connection })
  const { grant } = await call('files', 'grant', from)
  return call('source', 'openFile', { connection, grant })
}

/** Reads people from a file. Main tells that the people have changed; the grid asks again by itself. */
export function useReadPeople(connection: string): ReadPeople {
  const client = useQueryClient()
  const [fresh, setFresh] = useState<SourceSummary | null>(null)
  const reading = useMutation<SourceSummary, CallError, ReadFrom>({
    mutationFn: (from) => readFrom(connection, from),
    onMutate: () => setFresh(null),
    onSuccess: async (summary) => {
      client.setQueryData(callKey('source', 'summary', { connection }), summary)
      setFresh(summary)
      await client.invalidateQueries({ queryKey: ['source', 'problems', connection] })
    },
  })
  return {
    read: reading.mutate,
    busy: reading.isPending,
    error: reading.error,
    fresh,
    dismiss: () => {
      setFresh(null)
      reading.reset()
    },
  }
}
