import { useState } from 'react'
import type { PlanSummary } from '../../../shared/model/plan.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { ChoicesDialog } from '../decisions/choices-dialog.tsx'
import { useResolve } from '../decisions/use-resolve.ts'
import { BlockedList, SkippedList } from './blocked-list.tsx'
import { ReviewWarnings } from './review-warnings.tsx'

interface Named {
  readonly personId: number
  readonly name: string
}

const idsOf = (people: readonly Named[]) => people.map(({ personId }) => personId)

/**
 * What of a plan wants the admin's eye: warnings, people who are blocked, people who are left out. A decision made here has
 * the same people planned anew.
 */
export function PlanDecisions(props: {
  connection: string
  plan: PlanSummary
  planning: boolean
  onLeaveOut: (changes: number[], leftOut: boolean) => void
  onDecided: () => void
}) {
  const { connection, plan, planning, onLeaveOut, onDecided } = props
  const [deciding, setDeciding] = useState<Named | null>(null)
  const { resolve, resolving, failure } = useResolve(connection, onDecided)
  const busy = resolving || planning
  return (
    <>
      {failure ? <ErrorPanel failure={failure} /> : null}
      <ReviewWarnings connection={connection} plan={plan} onLeaveOut={onLeaveOut} onDecide={setDeciding} />
      <BlockedList
        blocked={plan.blocked}
        busy={busy}
        onDecide={setDeciding}
        onSkip={(people) => resolve(idsOf(people), { kind: 'skip' })}
      />
      <SkippedList skipped={plan.skipped} busy={busy} onUndo={(people) => resolve(idsOf(people), null)} />
      {deciding === null ? null : (
        <ChoicesDialog
          connection={connection}
          person={{ id: deciding.personId, name: deciding.name }}
          onResolved={() => {
            setDeciding(null)
            onDecided()
          }}
          onClose={() => setDeciding(null)}
        />
      )}
    </>
  )
}
