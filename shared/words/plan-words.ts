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
    case 'picked-for-deletion':
      return 'Picked for deletion'
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

/** In the order they are shown: what can't be taken back comes first. */
const warningTitles: Record<ChangeWarning, (count: number, format: Format) => string> = {
  'deleted-for-good': (count, format) => `${format.count(count, 'account', 'accounts')} would be deleted for good`,
  'owner-active': (count, format) =>
    `${format.count(count, 'account to delete belongs', 'accounts to delete belong')} to somebody who is still active`,
  'made-anew': (count, format) => `${format.count(count, 'account', 'accounts')} would be made anew, with a new id`,
  'user-name-changes': (count, format) => `${format.count(count, 'sign-in name', 'sign-in names')} would change`,
  'email-on-other-account': (count, format) =>
    `${format.count(count, 'e-mail address is', 'e-mail addresses are')} on another account`,
  'members-removed': (count, format) => `People leave ${format.count(count, 'group', 'groups')}`,
  'looked-up-by-name': (count, format) =>
    `${format.count(count, 'new account was', 'new accounts were')} looked for by sign-in name only`,
}

const warningReasons: Record<ChangeWarning, string> = {
  'deleted-for-good':
    'A deleted account does not come back. Undoing the push makes another one from what Muster has kept: it gets a new id, is in no group, and K2 may take it for somebody new. An inactive account can stay as it is.',
  'owner-active': 'The source still has them as active, so their next push would make them another account.',
  'made-anew':
    'What was deleted does not come back: K2 gives each account a new id and may take it for somebody new, and groups have to be given again.',
  'user-name-changes':
    'Someone who has signed in to K2 before can be locked out by a new sign-in name until Nintex support clears a cache (known issue 126098).',
  'email-on-other-account':
    'It may be the same person under another sign-in name. Muster never matches by e-mail alone.',
  'members-removed': 'They lose what the group gives them in K2, such as tasks and forms.',
  'looked-up-by-name':
    'K2 shows only part of its accounts and can’t be asked by identifier: somebody who was renamed may have an account under the old name.',
}

/** Why a warning is one, and what to look at. */
export const warningReason = (warning: ChangeWarning): string => warningReasons[warning]

/** Every warning, in the order they are shown. */
export const warningsInOrder = Object.keys(warningTitles) as ChangeWarning[]

/** How many changes carry a warning, in words: `2 sign-in names would change`. */
export const warningTitle = (warning: ChangeWarning, count: number, format: Format): string =>
  warningTitles[warning](count, format)

/** What a connection is called where mixing two up would hurt: `Contoso Production`. */
export function targetWords({ name, environment }: Connection): string {
  const said = environment === '' || name.toLowerCase().includes(environment.toLowerCase())
  return said ? name : `${name} ${environment}`
}

/** What the push would take away, against the limits: `4 of 1,071 accounts are deactivated (limit 10 or 2 %)`. */
export function safetyWords({ safety, counts }: PlanSummary, { number, percent, count }: Format): string {
  const { destructive, activeAccounts, limits } = safety
  const verb = counts.delete === 0 ? 'deactivated' : counts.deactivate === 0 ? 'deleted' : 'deactivated or deleted'
  const share = percent(limits.percent / 100)
  const limit = `limit ${number(limits.number)} or ${share}`
  if (destructive === 0) return `No account is deactivated (${limit})`
  if (activeAccounts === null) return `${count(destructive, 'account is', 'accounts are')} ${verb} (${limit})`
  // What is deleted was inactive: it is no part of the active accounts that the share is taken of.
  if (counts.delete > 0) {
    return `${count(destructive, 'account is', 'accounts are')} ${verb} (${limit} of ${number(activeAccounts)} active)`
  }
  return `${number(destructive)} of ${number(activeAccounts)} accounts are ${verb} (${limit})`
}

/** What the typed number confirms, and why it is asked for: the label of the field and the sentence under it. */
export function confirmWords(
  { safety, counts }: PlanSummary,
  { number, percent, count }: Format,
): { label: string; why: string } {
  const { destructive, activeAccounts, limits, typeToConfirm } = safety
  const parts = [
    ...(counts.deactivate > 0 ? [`deactivate ${number(counts.deactivate)}`] : []),
    ...(counts.delete > 0 ? [`delete ${number(counts.delete)}`] : []),
  ]
  const accounts = count(destructive, 'account', 'accounts').replace(/^\S+\s/, '')
  const why = [
    ...(counts.delete > 0 ? ['A deletion is always asked for.'] : []),
    ...(destructive > limits.number ? [`More than your limit of ${number(limits.number)}.`] : []),
    ...(activeAccounts === null
      ? [
          `K2 shows only part of its accounts, so nobody can tell whether it is more than ${percent(limits.percent / 100)}.`,
        ]
      : destructive * 100 > limits.percent * activeAccounts
        ? [`More than ${percent(limits.percent / 100)} of ${number(activeAccounts)} active accounts.`]
        : []),
  ]
  return { label: `Type ${typeToConfirm} to ${parts.join(' and ')} ${accounts}`, why: why.join(' ') }
}

/** From so many milliseconds before it expires on, a plan says so aloud. */
export const expiresSoon = 2 * 60_000

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
