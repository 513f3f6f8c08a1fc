import { useDebouncedCallback } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { Mapping } from '../../../shared/model/mapping.ts'
import type { MappingState } from '../../../shared/model/mapping-preview.ts'
import { sameJson } from '../../../shared/scim/diffs.ts'
import { call, callKey, useAct } from '../../api.ts'
import { type DraftRule, draftRules } from './rules.ts'

/** How long typing rests before what was typed is kept, in milliseconds. */
const rest = 400

/** The mapping as it is being edited. Main keeps it until it is saved or discarded, so that leaving the page loses nothing. */
export function useMappingDraft(connection: string, state: MappingState) {
  const client = useQueryClient()
  const [rules, setRules] = useState<readonly DraftRule[]>(() => draftRules(state.draft ?? state.saved))
  const mapping = useMemo<Mapping>(() => ({ rules: rules.map(({ rule }) => rule) }), [rules])
  const changed = !sameJson(mapping, state.saved)
  const shows = (next: MappingState): void => {
    client.setQueryData(callKey('mapping', 'state', { connection }), next)
  }
  const tell = useDebouncedCallback(
    (next: Mapping): void => {
      client.setQueryData<MappingState>(callKey('mapping', 'state', { connection }), (before) =>
        before ? { ...before, draft: next } : before,
      )
      // Should main not keep it, the window still has it, and saving says what is wrong.
      void call('mapping', 'keepDraft', { connection, mapping: next }).catch(() => {})
    },
    { delay: rest, flushOnUnmount: true },
  )
  const latest = useRef(mapping)
  latest.current = mapping

  const save = useAct('mapping', 'save', {
    onSuccess: (next) => {
      shows(next)
      if (sameJson(latest.current, next.saved)) return
      // Edited on while it was being saved, which has put the draft away.
      tell(latest.current)
      tell.flush()
    },
  })
  const discard = useAct('mapping', 'keepDraft', { onSuccess: shows })
  const change = (next: readonly DraftRule[]): void => {
    save.reset()
    setRules(next)
    tell({ rules: next.map(({ rule }) => rule) })
  }
  return {
    rules,
    mapping,
    changed,
    change,
    saving: save.isPending,
    saved: save.isSuccess && !changed,
    error: save.error ?? discard.error,
    save: () => {
      tell.cancel()
      save.mutate({ connection, mapping })
    },
    discard: () => {
      tell.cancel()
      save.reset()
      setRules(draftRules(state.saved))
      discard.mutate({ connection, mapping: null })
    },
  }
}
