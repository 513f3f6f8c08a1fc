import type { EventPayload, Events } from '../shared/contract.ts'
import type { AccountsState } from '../shared/model/account.ts'
import type { Connection } from '../shared/model/connection.ts'
import type { RunProgress } from '../shared/model/run.ts'
import type { Reading } from '../shared/model/source-read.ts'
import { formatFor } from '../shared/words/locale-format.ts'
import { type LongEnd, longEndWords } from '../shared/words/long-end-words.ts'
import { ended, needing } from '../shared/words/run-words.ts'
import { spokenLocale } from '../shared/words/text.ts'
import type { Desktop } from './desktop.ts'
import type { Emit } from './ipc/emit.ts'
import type { Clock } from './ports.ts'
import { type LongPiece, type TaskbarProgress, taskbarProgress } from './taskbar.ts'

/** What {@link createLongWork} needs. */
export interface LongWorkParts {
  readonly clock: Pick<Clock, 'now'>
  /** The connections there are. */
  readonly list: () => readonly Connection[]
  readonly desktop: Pick<Desktop, 'notify'>
  /** Our window; null while there is none. */
  readonly window: () => {
    isFocused(): boolean
    setProgressBar(value: number, options: Pick<TaskbarProgress, 'mode'>): void
  } | null
}

/** Follows what takes long, for an admin who has turned to something else meanwhile. */
export interface LongWork {
  /** The same emit, overheard. */
  readonly overhear: (emit: Emit) => Emit
  /** Shows that something is under way which nobody knows the length of. */
  readonly during: <T>(work: () => T | Promise<T>) => Promise<T>
  /** The admin looks at the window again. */
  readonly seen: () => void
}

/** A reading that took longer than this is worth a notification, in milliseconds. */
const longReading = 10_000

interface Piece extends LongPiece {
  readonly rank: number
  readonly since: number
  /** Something that is another one once the reading has ended well. */
  readonly before: unknown
}

/** The taskbar's progress, and a notification where a run or a long reading has ended while the window was not looked at. */
export function createLongWork({ clock, list, desktop, window }: LongWorkParts): LongWork {
  const pieces = new Map<string, Piece>()
  /** How often the people of a connection have changed: a reading that changed them has ended well. */
  const changes = new Map<string, number>()
  let shown: TaskbarProgress = { value: -1, mode: 'none' }
  let planning = 0

  function show(): void {
    const next = taskbarProgress([...pieces.values()].sort((a, b) => a.rank - b.rank))
    if (next.value === shown.value && next.mode === shown.mode) return
    shown = next
    window()?.setProgressBar(next.value, { mode: next.mode })
  }
  const put = (key: string, rank: number, piece: LongPiece, before: unknown = null): void => {
    const { since = clock.now(), before: first = before } = pieces.get(key) ?? {}
    pieces.set(key, { ...piece, rank, since, before: first })
  }
  function tell(emit: Emit, connection: string, end: LongEnd): void {
    if (window()?.isFocused() !== false) return
    const found = list().find(({ id }) => id === connection)
    if (!found) return
    const place = end.what === 'run' ? ({ at: 'run', run: end.run.id } as const) : { at: end.what }
    desktop.notify(longEndWords(end, found, formatFor(spokenLocale())), () =>
      emit('connections.show', { connection, ...place }),
    )
  }

  function runHeard(emit: Emit, { run }: RunProgress): void {
    const key = `run ${run.id}`
    const piece = { done: ended(run), of: run.total }
    if (run.endedAt === null) {
      const held = run.status === 'paused' || run.status.startsWith('waiting')
      put(key, 0, { ...piece, state: held ? 'held' : 'going' })
      return
    }
    // One that nobody has seen under way was over before.
    if (pieces.get(key)?.state === 'failed' || !pieces.delete(key)) return
    // What needs the admin stays in sight until they have looked.
    if (needing(run) > 0 && window()?.isFocused() === false) put(key, 0, { ...piece, state: 'failed' })
    tell(emit, run.connection, { what: 'run', run })
  }
  function readingHeard(
    emit: Emit,
    connection: string,
    what: 'people' | 'accounts',
    reading: Reading | AccountsState['reading'],
    mark: unknown,
  ): void {
    const key = `${what} ${connection}`
    if (reading !== null) put(key, 1, { ...reading, state: 'going' }, mark)
    const piece = pieces.get(key)
    if (reading !== null || piece === undefined) return
    pieces.delete(key)
    if (clock.now() - piece.since > longReading) tell(emit, connection, { what, read: mark !== piece.before })
  }
  const heard: { readonly [E in keyof Events]?: (emit: Emit, payload: EventPayload<E>) => void } = {
    'runs.progress': runHeard,
    'people.changed': (_emit, { connection }) => {
      changes.set(connection, (changes.get(connection) ?? 0) + 1)
    },
    'source.progress': (emit, { connection, what, progress }) => {
      if (what === 'reading') readingHeard(emit, connection, 'people', progress, changes.get(connection) ?? 0)
    },
    'accounts.changed': (emit, { connection, state }) =>
      readingHeard(emit, connection, 'accounts', state.reading, state.readAt),
  }
  return {
    overhear: (emit) => (event, payload) => {
      emit(event, payload)
      // The payload is this event's; a generic index can't carry that along.
      heard[event]?.(emit, payload as never)
      show()
    },
    during: async (work) => {
      const key = `plan ${++planning}`
      put(key, 2, { done: 0, of: null, state: 'going' })
      show()
      try {
        return await work()
      } finally {
        pieces.delete(key)
        show()
      }
    },
    seen: () => {
      for (const [key, { state }] of pieces) if (state === 'failed') pieces.delete(key)
      show()
    },
  }
}
