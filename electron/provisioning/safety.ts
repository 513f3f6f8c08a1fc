import type { SafetyLimits } from '../../shared/model/connection.ts'
import type { KindCounts, PlanSummary } from '../../shared/model/plan.ts'

/**
 * Measures a plan's deactivations and deletions against the connection's limits. Above either limit, and for any deletion,
 * the admin has to type how many they are: a number cannot be typed without having been read.
 */
export function safetyOf(counts: KindCounts, activeAccounts: number, limits: SafetyLimits): PlanSummary['safety'] {
  const destructive = counts.deactivate + counts.delete
  const tooMany = destructive > limits.number
  // Compared without a division: of no active accounts, any number is more than any percentage below 100.
  const tooLarge = destructive * 100 > limits.percent * activeAccounts
  const asks = destructive > 0 && (tooMany || tooLarge || counts.delete > 0)
  return { destructive, activeAccounts, limits, typeToConfirm: asks ? String(destructive) : null }
}

/** Whether a plan may be pushed with what the admin typed; spaces and the separators of thousands do not count. */
export function isConfirmed({ typeToConfirm }: PlanSummary['safety'], typed: string | null): boolean {
  return typeToConfirm === null || (typed ?? '').replace(/[\s.,’'_]/g, '') === typeToConfirm
}
