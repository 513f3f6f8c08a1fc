import type { Candidate, CandidateReason, Effect, MadeDecision } from '../../../shared/model/decision.ts'
import { blockedWords } from '../../../shared/words/blocked-words.ts'
import type { Format } from '../../../shared/words/locale-format.ts'

const reasons: Record<CandidateReason, string> = {
  link: 'Linked',
  externalId: 'Same identifier',
  userName: 'Same sign-in name',
  email: 'Same e-mail address',
}

/** Why an account could be a person's. An address alone is a hint: teams share them. */
export function candidateWords(why: Candidate['why']): string {
  if (why.length === 1 && why[0] === 'email') return 'Same e-mail address, and nothing else: a hint, not a match'
  return why.map((reason) => reasons[reason]).join(' · ')
}

/** Who else has an account: `Ben Okri, line 7, matches it too`. */
export function claimedWords({ name, line, linked }: Candidate['claimedBy'][number]): string {
  if (linked) return `You linked ${name} to it.`
  return line === null ? `${name} matches it too.` : `${name}, line ${line}, matches it too.`
}

/** What holds now: what was decided, and when. `names` are sign-in names of accounts by id. */
export function decidedWords(
  { decision, at }: MadeDecision,
  names: ReadonlyMap<string, string>,
  { date, time }: Pick<Format, 'date' | 'time'>,
): string {
  const when = `${date(at)}, ${time(at)}`
  switch (decision.kind) {
    case 'link':
      return `You linked this person to ${names.get(decision.account) ?? `account ${decision.account}`} on ${when}.`
    case 'create':
      return `You said that none of the accounts found is theirs, on ${when}.`
    case 'skip':
      return `You left this person out on ${when}. Nothing is pushed for them.`
  }
}

const does: Record<Effect['would'], string> = {
  create: 'A push would make a new account.',
  update: 'A push would update this account.',
  reactivate: 'A push would reactivate this account.',
  deactivate: 'A push would deactivate this account.',
  delete: 'A push would delete this account.',
  none: 'A push would change nothing.',
}

/** What would come of a decision: what a push would do, or all that would still stand against one. */
export function effectWords({ would, blocked }: Effect): string {
  if (blocked.length === 0) return does[would]
  return `Still blocked then: ${blocked.map((reason) => blockedWords(reason).happened).join(' ')}`
}
