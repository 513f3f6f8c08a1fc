import type { SafetyLimits } from '../../shared/model/connection.ts'
import type { KindCounts, PlanSummary } from '../../shared/model/plan.ts'

/**
 * Measures a plan's deactivations and deletions against the connection's limits. Above either limit, and for any deletion,
 * the admin has to type how many they are: a number cannot be typed without having been read.
 * @param activeAccounts null while nobody knows; then nobody knows either whether the share is too large, and it is asked.
 */
export function safetyOf(
  counts: KindCounts,
  activeAccounts: number | null,
  limits: SafetyLimits,
): PlanSummary['safety'] {
  const destructive = counts.deactivate + counts.delete
  const tooMany = destructive > limits.number
  // Compared without a division: of no active accounts, any number is more than any percentage below 100.
  const tooLarge = activeAccounts === null ? limits.percent < 100 : destructive * 100 > limits.percent * activeAccounts
  const asks = destructive > 0 && (tooMany || tooLarge || counts.delete > 0)
  return { destructive, activeAccounts, limits, typeToConfirm: asks ? String(destructive) : null }
}

/** The plan with what it asks for now: as it was reviewed, or more where the limits have been tightened since. */
export function underLimits(plan: PlanSummary, limits: SafetyLimits): PlanSummary {
  const safety = safetyOf(plan.counts, plan.safety.activeAccounts, limits)
  return safety.typeToConfirm === null ? plan : { ...plan, safety }
}
