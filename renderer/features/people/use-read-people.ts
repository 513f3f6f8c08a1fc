import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FileGrant } from '../../../shared/model/app.ts'
import { type FileReading, recognised, type SourceSummary } from '../../../shared/model/source.ts'
import { type CallError, call, callKey } from '../../api.ts'

/** A file as main knows it, and how to read it: the one that people were read from when there is no grant. */
interface ReadWith {
  readonly grant: FileGrant | null
  readonly reading: FileReading
}

/** What to read people from: a file the admin chose, the sample people, the same file again, or either in another way. */
type ReadFrom = File | 'sample' | 'again' | ReadWith

/** Reading people into the roster, and what the last reading on this screen gave. */
export interface ReadPeople {
  readonly read: (from: ReadFrom) => void
  readonly busy: boolean
  readonly error: CallError | null
  /** The file that could not be read, when it was one just chosen: it may have to be read in another way. */
  readonly refused: FileGrant | null
  /** Read just now; null when nothing was, or the admin has closed the notice. */
  readonly fresh: SourceSummary | null
  readonly dismiss: () => void
}

/** Reads people from a file. Main tells that the people have changed; the grid asks again by itself. */
export function useReadPeople(connection: string): ReadPeople {
  const client = useQueryClient()
  const [fresh, setFresh] = useState<SourceSummary | null>(null)
  const [chosen, setChosen] = useState<FileGrant | null>(null)

  const readWith = ({ grant, reading }: ReadWith): Promise<SourceSummary> => {
    setChosen(grant)
    return grant === null
      ? call('source', 'reread', { connection, reading })
      : call('source', 'openFile', { connection, grant: grant.grant, reading })
  }
  const readFrom = async (from: ReadFrom): Promise<SourceSummary> => {
    if (from === 'sample') return call('source', 'openDemo', { connection })
    if (from === 'again') return call('source', 'refresh', { connection })
    return readWith(from instanceof File ? { grant: await call('files', 'grant', from), reading: recognised } : from)
  }

  const reading = useMutation<SourceSummary, CallError, ReadFrom>({
    mutationFn: readFrom,
    onMutate: () => {
      setFresh(null)
      setChosen(null)
    },
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
    refused: reading.error ? chosen : null,
    fresh,
    dismiss: () => {
      setFresh(null)
      reading.reset()
    },
  }
}
