import type { RunChanges, WorkItem } from '../store/run-changes.ts'
import type { Journal } from './journal.ts'

/** Hands out the changes of a run one by one, each with its intent on the disk. */
export interface WorkQueue {
  /** The next change of a pass; null when there is none. */
  next(pass: number): Promise<WorkItem | null>
  /** Puts back a change that was handed out and not begun. */
  putBack(item: WorkItem): void
  /** Puts back what was taken from the store and not handed out: those were certainly not sent. */
  release(): void
}

/** How many intents share a commit: about half a second's work, so that the disk is asked seldom and a crash leaves few to look up. */
const least = 16
const most = 256

/**
 * The queue of a run.
 * @param open changes that an earlier start left with an intent and no outcome; they come first.
 * @param rate changes a second, as it is now.
 */
export function createWorkQueue(
  run: string,
  { runChanges, journal }: { runChanges: RunChanges; journal: Journal },
  open: readonly WorkItem[],
  rate: () => number,
): WorkQueue {
  let ready: WorkItem[] = [...open]
  let filling: Promise<void> | null = null
  /** The last change taken from the store, by pass. */
  const taken = new Map<number, number>()

  async function fill(pass: number): Promise<void> {
    const size = Math.min(most, Math.max(least, Math.ceil(rate() / 2)))
    const some = runChanges.waiting(run, pass, taken.get(pass) ?? 0, size)
    const last = some.at(-1)
    if (last === undefined) return
    await journal.intend(some.map(({ id }) => id))
    taken.set(pass, last.id)
    ready.push(...some)
  }

  return {
    next: async (pass) => {
      for (let emptied = false; ; ) {
        const at = ready.findIndex(({ content }) => content.pass === pass)
        if (at >= 0) return ready.splice(at, 1)[0] ?? null
        if (emptied) return null
        const before = taken.get(pass)
        filling ??= fill(pass).finally(() => {
          filling = null
        })
        await filling
        emptied = taken.get(pass) === before
      }
    },
    putBack: (item) => {
      ready.unshift(item)
    },
    release: () => {
      // Those left open by an earlier start may have been sent; they keep their intent.
      const unsent = ready.filter(({ intentAt }) => intentAt === null)
      ready = []
      if (unsent.length > 0) {
        runChanges.release(
          run,
          unsent.map(({ id }) => id),
        )
      }
    },
  }
}
