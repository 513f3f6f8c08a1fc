import { hash, randomBytes } from 'node:crypto'
import { MusterError } from '../../shared/errors.ts'
import { type ChangeWarning, changeKindSchema, changeWarningSchema } from '../../shared/model/change.ts'
import type { Connection } from '../../shared/model/connection.ts'
import type { GroupProblem } from '../../shared/model/group.ts'
import type { Json } from '../../shared/model/json.ts'
import { type BlockedEntry, type PlanSummary, planLifetime, type SkippedPerson } from '../../shared/model/plan.ts'
import type { Clock } from '../ports.ts'
import type { ChangeContent, ChangeEntry, PlanCount, PlanHeader, Plans } from '../store/plans.ts'
import { createSlices } from '../store/slices.ts'
import { canonicalJson } from './canonical.ts'
import { fold } from './fold.ts'
import { noKinds } from './people-query.ts'
import { safetyOf } from './safety.ts'

/** What freezing needs. */
export interface FreezeParts {
  readonly plans: Plans
  readonly clock: Clock
  readonly connection: () => Connection
}

/** A change that has no number yet. */
export type NewChange = Omit<ChangeContent, 'id'> & Pick<ChangeEntry, 'manager'>

/** What is known of a plan once all its changes are in. */
interface PlanFacts {
  readonly blocked: readonly BlockedEntry[]
  readonly groupProblems: readonly GroupProblem[]
  readonly skipped: readonly SkippedPerson[]
  readonly unchanged: number
  /** Null while nobody knows. */
  readonly activeAccounts: number | null
  readonly undoes: string | null
}

/** A plan in the making: changes go into the store as they come, so a long plan never stands in memory. */
export interface PlanDraft {
  /** Changes so far, those included that a number was reserved for. */
  readonly size: number
  /** Reserves the next numbers, for changes that come in another order than they are listed; gives the first. */
  reserve(count: number): number
  /** Adds a change under a reserved number, or the next; gives the number. */
  add(change: NewChange, number?: number): number
  /** Freezes the plan. From now on it can be reviewed and pushed. @throws MusterError `plan-empty` */
  freeze(facts: PlanFacts): PlanSummary
}

const entriesOfTransaction = 100

/** A {@link PlanDraft} without changes. */
export function draftPlan({ plans, clock, connection }: FreezeParts): PlanDraft {
  let id = ''
  // Six digits can be read out over the phone; that two plans share them is rare, not impossible.
  do id = randomBytes(3).toString('hex')
  while (plans.has(id))
  const digests = createDigests()
  const tally = createTally()
  let batch: ChangeEntry[] = []
  let size = 0
  const flush = (): void => {
    if (batch.length > 0) plans.add(id, batch)
    batch = []
  }
  return {
    get size() {
      return size
    },
    reserve: (count) => {
      size += count
      return size - count + 1
    },
    add: ({ manager, ...rest }, number = ++size) => {
      const content: ChangeContent = { id: number, ...rest }
      const text = canonicalJson(content as unknown as Json)
      digests.add(number, text)
      tally.add(content)
      batch.push({ content, text, search: fold(`${rest.name}\n${rest.userName ?? ''}`), manager })
      if (batch.length >= entriesOfTransaction) flush()
      return number
    },
    freeze: ({ blocked, groupProblems, skipped, unchanged, activeAccounts, undoes }) => {
      flush()
      const contentHash = digests.whole(size)
      const frozenAt = clock.now()
      const header: PlanHeader = {
        contentHash,
        summary: {
          id,
          connection: connection().id,
          frozenAt,
          expiresAt: frozenAt + planLifetime,
          unchanged,
          blocked: [...blocked],
          groupProblems: [...groupProblems],
          skipped: [...skipped],
          outdated: false,
          undoes,
          ...measure(tally.counts(), [], contentHash, connection(), activeAccounts),
        },
      }
      plans.freeze(header)
      return header.summary
    },
  }
}

/** Marks changes as left out or put back, and freezes the plan anew under another hash. */
export function leaveOut(
  { plans, connection }: FreezeParts,
  { contentHash, summary }: PlanHeader,
  changes: readonly number[],
  leftOut: boolean,
): PlanSummary {
  plans.leaveOut(summary.id, changes, leftOut)
  const counts = plans.counts(summary.id)
  const left = plans.leftOut(summary.id)
  const measured = measure(counts, left, contentHash, connection(), summary.safety.activeAccounts)
  const changed = { contentHash, summary: { ...summary, ...measured } }
  plans.freeze(changed)
  return changed.summary
}

/**
 * Computes the hash of a stored plan from its changes again, in slices: a row that was altered on disk is found out
 * before anything is sent.
 * @throws MusterError `plan-changed`
 */
export async function assertUnaltered(plans: Plans, { contentHash, summary }: PlanHeader): Promise<void> {
  const slices = createSlices()
  const digests = createDigests()
  let size = 0
  for (let after = 0; ; ) {
    const some = plans.textsAfter(summary.id, after, 200)
    for (const { id, text } of some) {
      digests.add(id, text)
      after = id
      size = id
    }
    if (some.length === 0) break
    if (slices.due()) await slices.rest()
  }
  const whole = hashOf(summary.connection, contentHash, plans.leftOut(summary.id))
  if (digests.whole(size) !== contentHash || whole !== summary.hash) throw new MusterError('plan-changed')
}

/** The hash over all changes: over the hash of each, in order, so that they may come in any. */
function createDigests() {
  let digests = Buffer.alloc(32 * 1024)
  return {
    add: (number: number, text: string): void => {
      if (number * 32 > digests.length) digests = Buffer.concat([digests], Math.max(digests.length * 2, number * 32))
      hash('sha256', text, 'buffer').copy(digests, (number - 1) * 32)
    },
    whole: (size: number): string => hash('sha256', digests.subarray(0, size * 32), 'hex'),
  }
}

type Measured = Pick<PlanSummary, 'hash' | 'counts' | 'groupChanges' | 'total' | 'leftOut' | 'warnings' | 'safety'>

/** Counts changes as they come: asking the store for it would read all of them again, with the window waiting. */
function createTally() {
  const counts = new Map<string, PlanCount>()
  return {
    add: ({ kind, warnings, resource }: ChangeContent): void => {
      const key = `${kind} ${resource} ${warnings.join(' ')}`
      const { n } = counts.get(key) ?? { n: 0 }
      counts.set(key, { kind, warnings, ofGroup: resource === 'Group', n: n + 1 })
    },
    counts: () => [...counts.values()],
  }
}

function measure(
  planned: readonly PlanCount[],
  leftOut: readonly number[],
  contentHash: string,
  connection: Connection,
  activeAccounts: number | null,
): Measured {
  const counts = noKinds()
  const warnings: Partial<Record<ChangeWarning, number>> = {}
  let total = 0
  let groupChanges = 0
  for (const row of planned) {
    counts[changeKindSchema.parse(row.kind)] += row.n
    total += row.n
    if (row.ofGroup) groupChanges += row.n
    for (const warning of changeWarningSchema.array().parse(row.warnings)) {
      warnings[warning] = (warnings[warning] ?? 0) + row.n
    }
  }
  const safety = safetyOf(counts, activeAccounts, connection.safety)
  return {
    hash: hashOf(connection.id, contentHash, leftOut),
    counts,
    total,
    leftOut: leftOut.length,
    warnings,
    safety,
    groupChanges,
  }
}

/** The hash a push has to name: over the connection, every change, and what is left out. */
function hashOf(connection: string, contentHash: string, leftOut: readonly number[]): string {
  return hash('sha256', canonicalJson([connection, contentHash, [...leftOut]]), 'hex')
}
