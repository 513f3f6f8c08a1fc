import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
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
  /** What main has not been told yet; null when it knows everything. */
  const untold = useRef<Mapping | null>(null)
  const shows = (next: MappingState): void => {
    client.setQueryData(callKey('mapping', 'state', { connection }), next)
  }
  const tell = (): void => {
    const next = untold.current
    untold.current = null
    if (next === null) return
    client.setQueryData<MappingState>(callKey('mapping', 'state', { connection }), (before) =>
      before ? { ...before, draft: next } : before,
    )
    // Should main not keep it, the window still has it, and saving says what is wrong.
    void call('mapping', 'keepDraft', { connection, mapping: next }).catch(() => {})
  }
  const latest = useRef(mapping)
  latest.current = mapping
  const tellNow = useRef(tell)
  tellNow.current = tell
  // biome-ignore lint/correctness/useExhaustiveDependencies: typing on starts the rest anew
  useEffect(() => {
    const timer = setTimeout(() => tellNow.current(), rest)
    return () => clearTimeout(timer)
  }, [mapping])
  useEffect(() => () => tellNow.current(), [])

  const save = useAct('mapping', 'save', {
    onSuccess: (next) => {
      shows(next)
      if (sameJson(latest.current, next.saved)) return
      // Edited on while it was being saved, which has put the draft away.
      untold.current = latest.current
      tellNow.current()
    },
  })
  const discard = useAct('mapping', 'keepDraft', { onSuccess: shows })
  const change = (next: readonly DraftRule[]): void => {
    save.reset()
    untold.current = { rules: next.map(({ rule }) => rule) }
    setRules(next)
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
      untold.current = null
      save.mutate({ connection, mapping })
    },
    discard: () => {
      untold.current = null
      save.reset()
      setRules(draftRules(state.saved))
      discard.mutate({ connection, mapping: null })
    },
  }
}
