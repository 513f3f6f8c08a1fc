import { describe, expect, test } from 'vitest'
import { createLongWork } from '../../../electron/long-work.ts'
import { taskbarProgress } from '../../../electron/taskbar.ts'
import type { AccountsState } from '../../../shared/model/account.ts'
import type { RunProgress, RunStatus } from '../../../shared/model/run.ts'
import type { NotificationWords } from '../../../shared/words/reminder-words.ts'
import { connection } from '../../support/connection.ts'

const noKinds = { create: 0, update: 0, reactivate: 0, deactivate: 0, delete: 0, none: 0 }

function progress(status: RunStatus, done: number, failed = 0): RunProgress {
  const waiting = 10 - done - failed
  return {
    run: {
      id: 'abcdef',
      connection: connection.id,
      planHash: '',
      status,
      by: 'Dana',
      startedAt: 0,
      endedAt: status === 'done' || status === 'stopped' ? 1 : null,
      total: 10,
      kinds: noKinds,
      outcomes: { waiting, 'under-way': 0, done, failed, stale: 0, 'not-sent': 0 },
      undoes: null,
      undoneBy: null,
      verified: null,
    },
    rate: 0,
    secondsLeft: null,
    latest: [],
  }
}

const accounts = (reading: AccountsState['reading'], readAt: number): AccountsState => ({
  readAt,
  total: 0,
  active: 0,
  complete: true,
  looksUp: true,
  reading,
})

/** Long work of a window that is looked at or not, with what the system was told. */
function world(focused: boolean) {
  const bars: string[] = []
  const told: (NotificationWords & { click: () => void })[] = []
  const emitted: unknown[] = []
  const state = { focused, now: 0 }
  const longWork = createLongWork({
    clock: { now: () => state.now },
    list: () => [connection],
    desktop: { notify: (words, click) => told.push({ ...words, click }) },
    window: () => ({
      isFocused: () => state.focused,
      setProgressBar: (value, { mode }) => bars.push(`${value} ${mode}`),
    }),
  })
  const emit = longWork.overhear((...event) => void emitted.push(event))
  return { longWork, emit, bars, told, emitted, state }
}

describe('the taskbar', () => {
  test.each([
    [[], -1, 'none'],
    [[{ done: 1, of: 3, state: 'going' }], 0.33, 'normal'],
    [[{ done: 5, of: 3, state: 'going' }], 1, 'normal'],
    [[{ done: 7, of: null, state: 'going' }], 2, 'indeterminate'],
    [[{ done: 0, of: 0, state: 'going' }], 2, 'indeterminate'],
    [[{ done: 1, of: 2, state: 'held' }], 0.5, 'paused'],
    [[{ done: 2, of: 2, state: 'failed' }], 1, 'error'],
  ] as const)('shows %j as %d, %s', (pieces, value, mode) => {
    expect(taskbarProgress(pieces)).toEqual({ value, mode })
  })

  test('follows a run, its waits and its end, in steps that can be seen', () => {
    const { emit, bars, told } = world(true)
    emit('runs.progress', progress('running', 1))
    emit('runs.progress', progress('running', 1))
    emit('runs.progress', progress('waiting-for-sign-in', 2))
    emit('runs.progress', progress('running', 3))
    emit('runs.progress', progress('done', 10))
    expect(bars).toEqual(['0.1 normal', '0.2 paused', '0.3 normal', '-1 none'])
    expect(told).toEqual([])
  })

  test('shows planning while it lasts, also when it fails', async () => {
    const { longWork, bars } = world(true)
    expect(await longWork.during(() => 7)).toBe(7)
    await expect(longWork.during(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(bars).toEqual(['2 indeterminate', '-1 none', '2 indeterminate', '-1 none'])
  })
})

describe('the system tells', () => {
  test('of a run that has ended out of sight, and a click leads to it; what failed stays on the taskbar until it is seen', () => {
    const { longWork, emit, bars, told, emitted, state } = world(false)
    emit('runs.progress', progress('running', 5, 1))
    emit('runs.progress', progress('done', 8, 2))
    emit('runs.progress', progress('done', 8, 2))
    expect(told.map(({ title }) => title)).toEqual(['8 pushed, 2 need you'])
    expect(bars.at(-1)).toBe('1 error')
    told[0]?.click()
    expect(emitted.at(-1)).toEqual(['connections.show', { connection: connection.id, at: 'run', run: 'abcdef' }])
    state.focused = true
    longWork.seen()
    expect(bars.at(-1)).toBe('-1 none')
  })

  test('nothing of a run that was over before', () => {
    const { emit, told, bars } = world(false)
    emit('runs.progress', progress('done', 10))
    expect(told).toEqual([])
    expect(bars).toEqual([])
  })

  test.each([
    [9_000, true, []],
    [11_000, true, ['Muster has read the people']],
    [11_000, false, ['The people were not read to the end']],
  ] as const)('of reading people for %d ms that ended %s', (ms, well, titles) => {
    const { emit, told, state } = world(false)
    const of = { connection: connection.id, what: 'reading' } as const
    emit('source.progress', { ...of, progress: { done: 0, of: null } })
    state.now = ms
    emit('source.progress', { ...of, progress: { done: 5, of: null } })
    if (well) emit('people.changed', { connection: connection.id })
    emit('source.progress', { ...of, progress: null })
    expect(told.map(({ title }) => title)).toEqual(titles)
  })

  test('of reading the accounts for long', () => {
    const { emit, told, state } = world(false)
    const of = connection.id
    emit('accounts.changed', { connection: of, state: accounts({ done: 0, of: 4 }, 1) })
    state.now = 20_000
    emit('accounts.changed', { connection: of, state: accounts(null, 2) })
    emit('accounts.changed', { connection: of, state: accounts(null, 2) })
    expect(told.map(({ title }) => title)).toEqual(['Muster has read the K2 accounts'])
  })
})
