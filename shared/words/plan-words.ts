import type { ChangeWarning } from '../model/change.ts'
import type { Connection } from '../model/connection.ts'
import type { Change, PlanSummary } from '../model/plan.ts'
import type { Format } from './locale-format.ts'
import { t, texts } from './text.ts'

/** Why a change is made, as Review's column says it. */
export function whyWords({ reason, match }: Pick<Change, 'reason' | 'match'>): string {
  switch (reason) {
    case 'no-account':
      return t('No account matches')
    case 'attributes-differ':
      return match === 'none' ? t('Attributes differ') : t('Matched by {match}', { match })
    case 'disabled-at-source':
      return t('Disabled at the source')
    case 'active-again':
      return t('Active at the source again')
    case 'picked-for-removal':
      return t('Picked for removal')
    case 'picked-for-deletion':
      return t('Picked for deletion')
    case 'manager':
      return t('Manager, in a second pass')
    case 'no-group':
      return t('No group has this name')
    case 'membership':
      return t('Membership, in a third pass')
    case 'undo':
      return t('Back to what it was')
  }
}

/** In the order they are shown: what can't be taken back comes first. */
const warningTitles: Record<ChangeWarning, (count: number) => string> = {
  'deleted-for-good': (count) =>
    t('{count, plural, one {# account} other {# accounts}} would be deleted for good', { count }),
  'owner-active': (count) =>
    t(
      '{count, plural, one {# account to delete belongs} other {# accounts to delete belong}} to somebody who is still active',
      { count },
    ),
  'made-anew': (count) =>
    t('{count, plural, one {# account} other {# accounts}} would be made anew, with a new id', { count }),
  'user-name-changes': (count) =>
    t('{count, plural, one {# sign-in name} other {# sign-in names}} would change', { count }),
  'email-on-other-account': (count) =>
    t('{count, plural, one {# e-mail address is} other {# e-mail addresses are}} on another account', { count }),
  'members-removed': (count) => t('People leave {count, plural, one {# group} other {# groups}}', { count }),
  'looked-up-by-name': (count) =>
    t('{count, plural, one {# new account was} other {# new accounts were}} looked for by sign-in name only', {
      count,
    }),
}

const warningReasons: Record<ChangeWarning, string> = texts({
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
})

/** Why a warning is one, and what to look at. */
export const warningReason = (warning: ChangeWarning): string => warningReasons[warning]

/** Every warning, in the order they are shown. */
export const warningsInOrder = Object.keys(warningTitles) as ChangeWarning[]

/** How many changes carry a warning, in words: `2 sign-in names would change`. */
export const warningTitle = (warning: ChangeWarning, count: number): string => warningTitles[warning](count)

/** What a connection is called where mixing two up would hurt: `Contoso Production`. */
export function targetWords({ name, environment }: Connection): string {
  const said = environment === '' || name.toLowerCase().includes(environment.toLowerCase())
  return said ? name : `${name} ${environment}`
}

/** What the push would take away, against the limits: `4 of 1,071 accounts are deactivated (limit 10 or 2 %)`. */
export function safetyWords({ safety, counts }: PlanSummary, { percent }: Format): string {
  const { destructive: count, activeAccounts: active, limits } = safety
  const what = counts.delete === 0 ? 'deactivated' : counts.deactivate === 0 ? 'deleted' : 'both'
  const [limit, share] = [limits.number, percent(limits.percent / 100)]
  if (count === 0) return t('No account is deactivated (limit {limit, number} or {share})', { limit, share })
  if (active === null) {
    return t(
      '{count, plural, one {# account is} other {# accounts are}} {what, select, deactivated {deactivated} deleted {deleted} other {deactivated or deleted}} (limit {limit, number} or {share})',
      { count, what, limit, share },
    )
  }
  // What is deleted was inactive: it is no part of the active accounts that the share is taken of.
  if (counts.delete > 0) {
    return t(
      '{count, plural, one {# account is} other {# accounts are}} {what, select, deleted {deleted} other {deactivated or deleted}} (limit {limit, number} or {share} of {active, number} active)',
      { count, what, limit, share, active },
    )
  }
  return t('{count, number} of {active, number} accounts are deactivated (limit {limit, number} or {share})', {
    count,
    active,
    limit,
    share,
  })
}

/** What the typed number confirms, and why it is asked for: the label of the field and the sentences under it. */
export function confirmWords(plan: PlanSummary, { percent }: Format): { label: string; why: string } {
  const { safety, counts } = plan
  const { destructive, activeAccounts: active, limits } = safety
  const share = percent(limits.percent / 100)
  const why = [
    ...(counts.delete > 0 ? [t('A deletion is always asked for.')] : []),
    ...(destructive > limits.number ? [t('More than your limit of {limit, number}.', { limit: limits.number })] : []),
    ...(active === null
      ? [t('K2 shows only part of its accounts, so nobody can tell whether it is more than {share}.', { share })]
      : destructive * 100 > limits.percent * active
        ? [t('More than {share} of {active, number} active accounts.', { share, active })]
        : []),
  ]
  return { label: confirmLabel(plan), why: why.join(' ') }
}

function confirmLabel({ safety, counts }: PlanSummary): string {
  const { deactivate: deactivated, delete: deleted } = counts
  const typed = safety.typeToConfirm ?? ''
  if (deleted === 0) {
    return t('Type {typed} to deactivate {deactivated, plural, one {# account} other {# accounts}}', {
      typed,
      deactivated,
    })
  }
  if (deactivated === 0) {
    return t('Type {typed} to delete {deleted, plural, one {# account} other {# accounts}}', { typed, deleted })
  }
  return t('Type {typed} to deactivate {deactivated, number} and delete {deleted, number} accounts', {
    typed,
    deactivated,
    deleted,
  })
}

/** From so many milliseconds before it expires on, a plan says so aloud. */
export const expiresSoon = 2 * 60_000

/** `expires in 15 minutes`, by seconds in the last minute, `expired` after it. */
export function expiryWords(expiresAt: number, now: number): string {
  const left = expiresAt - now
  if (left <= 0) return t('expired')
  if (left < 60_000) {
    return t('expires in {seconds, plural, one {# second} other {# seconds}}', { seconds: Math.ceil(left / 1000) })
  }
  return t('expires in {minutes, plural, one {# minute} other {# minutes}}', { minutes: Math.round(left / 60_000) })
}
