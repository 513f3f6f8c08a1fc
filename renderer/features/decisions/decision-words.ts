import type { Candidate, CandidateReason, Effect, MadeDecision } from '../../../shared/model/decision.ts'
import { blockedWords } from '../../../shared/words/blocked-words.ts'
import type { Format } from '../../../shared/words/locale-format.ts'
import { t, texts } from '../../../shared/words/text.ts'

const reasons: Record<CandidateReason, string> = texts({
  link: 'Linked',
  externalId: 'Same identifier',
  userName: 'Same sign-in name',
  email: 'Same e-mail address',
})

/** Why an account could be a person's. An address alone is a hint: teams share them. */
export function candidateWords(why: Candidate['why']): string {
  if (why.length === 1 && why[0] === 'email') return t('Same e-mail address, and nothing else: a hint, not a match')
  return why.map((reason) => reasons[reason]).join(' · ')
}

/** Who else has an account: `Ben Okri, line 7, matches it too.` */
export function claimedWords({ name, line, linked }: Candidate['claimedBy'][number]): string {
  if (linked) return t('You linked {name} to it.', { name })
  return line === null
    ? t('{name} matches it too.', { name })
    : t('{name}, line {line}, matches it too.', { name, line })
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
      return t('You linked this person to {account} on {when}.', {
        account: names.get(decision.account) ?? t('account {id}', { id: decision.account }),
        when,
      })
    case 'create':
      return t('You said that none of the accounts found is theirs, on {when}.', { when })
    case 'skip':
      return t('You left this person out on {when}. Nothing is pushed for them.', { when })
  }
}

const does: Record<Effect['would'], string> = texts({
  create: 'A push would make a new account.',
  update: 'A push would update this account.',
  reactivate: 'A push would reactivate this account.',
  deactivate: 'A push would deactivate this account.',
  delete: 'A push would delete this account.',
  none: 'A push would change nothing.',
})

/** What would come of a decision: what a push would do, or all that would still stand against one. */
export function effectWords({ would, blocked }: Effect): string {
  if (blocked.length === 0) return does[would]
  return t('Still blocked then: {reasons}', {
    reasons: blocked.map((reason) => blockedWords(reason).happened).join(' '),
  })
}
