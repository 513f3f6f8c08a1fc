import type { ChangeWarning } from '../model/change.ts'
import type { Connection } from '../model/connection.ts'
import type { Change, PlanSummary } from '../model/plan.ts'
import type { Format } from './locale-format.ts'

/** Why a change is made, as Review's column says it. */
export function whyWords({ reason, match }: Pick<Change, 'reason' | 'match'>): string {
  switch (reason) {
    case 'no-account':
      return 'No account matches'
    case 'attributes-differ':
      return match === 'none' ? 'Attributes differ' : `Matched by ${match}`
    case 'disabled-at-source':
      return 'Disabled at the source'
    case 'active-again':
      return 'Active at the source again'
    case 'picked-for-removal':
      return 'Picked for removal'
    case 'manager':
      return 'Manager, in a second pass'
    case 'no-group':
      return 'No group has this name'
    case 'membership':
      return 'Membership, in a third pass'
    case 'undo':
      return 'Back to what it was'
  }
}

const warningTitles: Record<ChangeWarning, (count: number, format: Format) => string> = {
  'user-name-changes': (count, format) => `${format.count(count, 'sign-in name', 'sign-in names')} would change`,
  'email-on-other-account': (count, format) =>
    `${format.count(count, 'e-mail address is', 'e-mail addresses are')} on another account`,
  'members-removed': (count, format) => `People leave ${format.count(count, 'group', 'groups')}`,
  'looked-up-by-name': (count, format) =>
    `${format.count(count, 'new account was', 'new accounts were')} looked for by sign-in name only`,
}

/** How many changes carry a warning, in words: `2 sign-in names would change`. */
export const warningTitle = (warning: ChangeWarning, count: number, format: Format): string =>
  warningTitles[warning](count, format)

/** What a connection is called where mixing two up would hurt: `Contoso Production`. */
export function targetWords({ name, environment }: Connection): string {
  const said = environment === '' || name.toLowerCase().includes(environment.toLowerCase())
  return said ? name : `${name} ${environment}`
}

/** What the push would take away, against the limits: `4 of 1,071 accounts are deactivated (limit 10 or 2 %)`. */
export function safetyWords({ safety, counts }: PlanSummary, { number, percent }: Format): string {
  const { destructive, activeAccounts, limits } = safety
  const verb = counts.delete === 0 ? 'deactivated' : counts.deactivate === 0 ? 'deleted' : 'deactivated or deleted'
  const limit = `limit ${number(limits.number)} or ${percent(limits.percent / 100)}`
  if (destructive === 0) return `No account is deactivated (${limit})`
  return `${number(destructive)} of ${number(activeAccounts)} accounts are ${verb} (${limit})`
}

/** `expires in 15 minutes`, by seconds in the last minute, `expired` after it. */
export function expiryWords(expiresAt: number, now: number): string {
  const left = expiresAt - now
  if (left <= 0) return 'expired'
  if (left < 60_000) {
    const seconds = Math.ceil(left / 1000)
    return `expires in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
  }
  const minutes = Math.round(left / 60_000)
  return `expires in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}
