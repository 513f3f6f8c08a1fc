import { useRef, useState } from 'react'
import type { Failure } from '../../../shared/errors.ts'
import type { FileGrant } from '../../../shared/model/app.ts'
import type { SettingsDraft } from '../../../shared/model/connection.ts'
import { CallError, call, failureOf } from '../../api.ts'
import { seal } from '../../seal.ts'

/** How long typing has to rest before it is read, in milliseconds. */
const rest = 400

/** What the Welcome screen knows about the settings. */
export interface DraftState {
  /** What the field shows. Once main has read it, the path token in it is dots. */
  readonly text: string
  readonly draft: SettingsDraft | null
  readonly failure: Failure | null
  /** The text has changed since the draft was made; until main has read it, the draft is not what the field shows. */
  readonly reading: boolean
  /** They are the sample tenant's, which is nobody's production. */
  readonly sample: boolean
}

const blank: DraftState = { text: '', draft: null, failure: null, reading: false, sample: false }

async function understand(text: string, sealingKey: string, draft: string | null): Promise<SettingsDraft> {
  const sealed = await seal(text, sealingKey)
  try {
    return await call('connections', 'understand', { text: sealed, draft })
  } catch (error) {
    // Main holds drafts in memory only; a whole new text does not need the old one.
    if (draft === null || !(error instanceof CallError) || error.failure.code !== 'settings-draft-gone') throw error
    return call('connections', 'understand', { text: sealed, draft: null })
  }
}

/**
 * The settings document on its way to main: typed (read after a rest), pasted or dropped (read at once), or from a file.
 * Only the last answer counts, and it never overwrites what was typed since.
 */
export function useDraft(sealingKey: string) {
  const [state, setState] = useState(blank)
  const turn = useRef(0)
  const known = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const read = (ask: () => Promise<SettingsDraft>, sample = false) => {
    const mine = ++turn.current
    setState((before) => ({ ...before, reading: true }))
    ask().then(
      (draft) => {
        known.current = draft.id
        if (mine === turn.current) setState({ text: draft.shown, draft, failure: null, reading: false, sample })
      },
      (error: Error) => {
        if (mine === turn.current)
          setState((before) => ({ ...before, draft: null, failure: failureOf(error), reading: false }))
      },
    )
  }

  return {
    ...state,
    /** Takes the field's new text; `atOnce` for a paste or a drop. */
    write: (text: string, atOnce: boolean) => {
      clearTimeout(timer.current)
      turn.current++
      if (text.trim() === '') return setState({ ...blank, text })
      setState((before) => ({ ...before, text, reading: true }))
      timer.current = setTimeout(() => read(() => understand(text, sealingKey, known.current)), atOnce ? 0 : rest)
    },
    openFile: (file: File) => {
      clearTimeout(timer.current)
      read(async () => {
        const { grant } = await call('files', 'grant', file)
        return call('connections', 'understandFile', { grant })
      })
    },
    /** Reads a file that main knows already. */
    openChosen: ({ grant }: FileGrant) => {
      clearTimeout(timer.current)
      read(() => call('connections', 'understandFile', { grant }))
    },
    openPreset: (preset: number) => {
      clearTimeout(timer.current)
      read(() => call('connections', 'understandPreset', { preset }))
    },
    openDemo: () => {
      clearTimeout(timer.current)
      read(() => call('connections', 'understandDemo'), true)
    },
  }
}
