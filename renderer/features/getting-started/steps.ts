import type { Screen } from '../../navigation.tsx'

/** The way to a first push, in order. */
export const steps = ['people', 'pick', 'review', 'push'] as const
/** See {@link steps}. */
export type Step = (typeof steps)[number]

/** What has really happened at a connection: nothing of it is kept for the steps alone. */
export interface Happened {
  /** People were read. */
  readonly read: boolean
  /** Somebody is ticked. */
  readonly ticked: boolean
  /** The plan that was made last; null before the first. Every plan is shown in Review as it is made. */
  readonly plan: string | null
  /** The run that was begun last; null before the first. */
  readonly run: string | null
}

/** How many steps are behind the admin. A later one that has happened has the ones before it done too: a tick may be gone again. */
export function stepsDone({ read, ticked, plan, run }: Happened): number {
  if (run !== null) return 4
  if (plan !== null) return 3
  if (!read) return 0
  return ticked ? 2 : 1
}

/** The screen where a step is done, or where it can be looked at again. */
export function screenOf(step: Step, { plan, run }: Happened): Exclude<Screen, { at: 'welcome' }> {
  if (step === 'push' && run !== null) return { at: 'run', run }
  if ((step === 'push' || step === 'review') && plan !== null) return { at: 'review', plan }
  return { at: 'people' }
}
