import type { BlockedReason } from '../model/change.ts'
import type { PersonState } from '../model/person.ts'
import { attributeWords } from './attribute-words.ts'
import { t } from './text.ts'

/** A reason in full sentences: what is wrong, and the way out. */
export interface BlockedWords {
  readonly happened: string
  readonly todo: string
}

/** A sentence, given without its full stop, with what main knows of it; main's words may or may not end in one. */
const sentence = (text: string, detail: string | null) => `${detail ? `${text}: ${detail.replace(/\.$/, '')}` : text}.`

/** Why a person can't be pushed, or an account not be deleted, in the admin's words. */
export function blockedWords({ code, where, detail }: BlockedReason): BlockedWords {
  switch (code) {
    case 'no-user-name':
      return {
        happened: t('The source has no sign-in name for this person.'),
        todo: t('Fill it in at the source, then refresh.'),
      }
    case 'duplicate-user-name':
      return {
        happened: sentence(t('Another person of the source has the same sign-in name'), detail),
        todo: t('Say which of them is meant, leave one out, or correct one at the source and refresh.'),
      }
    case 'duplicate-external-id':
      return {
        happened: sentence(t('Another person of the source has the same identifier'), detail),
        todo: t('Say which of them is meant, leave one out, or correct one at the source and refresh.'),
      }
    case 'account-claimed-twice':
      return {
        happened: sentence(t('Another person matches the same K2 account'), detail),
        todo: t('Say whose account it is, or correct one of them at the source and refresh.'),
      }
    case 'two-accounts':
      return {
        happened: sentence(t('More than one account in K2 could be theirs'), detail),
        todo: t('Say which of them is theirs, or correct one in K2 and refresh.'),
      }
    case 'user-name-taken':
      return {
        happened: sentence(t('K2 would refuse the sign-in name, since an account has it already'), detail),
        todo: t('Link the person to that account, or change the sign-in name at the source or in K2 and refresh.'),
      }
    case 'linked-account-gone':
      return {
        happened: sentence(t('The account you linked this person to is no longer in K2'), detail),
        todo: t('Undo the decision, or decide anew.'),
      }
    case 'accounts-incomplete':
      return {
        happened: t('K2 shows only part of its accounts, so nobody can tell whether this person has one.'),
        todo: t('See Settings, What the service supports.'),
      }
    case 'missing-required':
      return {
        happened: where
          ? t('K2 asks for {attribute}, and this person has none.', { attribute: attributeWords(where) })
          : t('K2 asks for a value, and this person has none.'),
        todo: t('Fill it in at the source, or in the mapping, then refresh. See Settings, What the service supports.'),
      }
    case 'invalid-value':
      return {
        happened: sentence(
          where ? t('K2 would refuse the value of {attribute}', { attribute: where }) : t('K2 would refuse a value'),
          detail,
        ),
        todo: t('Correct it at the source, then refresh.'),
      }
    case 'account-active':
      return {
        happened: t('The account is still active, and Muster deletes only what is inactive.'),
        todo: t('Deactivate it first; once that is pushed, it can be deleted.'),
      }
    case 'deletes-nothing':
      return {
        happened: sentence(t('This service does not delete accounts'), detail),
        todo: t('Leave it inactive, or ask Nintex to delete it.'),
      }
  }
}

/** Why somebody can't be ticked or reviewed, by where they stand; null where they can. */
export function whyNotPicked(state: PersonState): string | null {
  if (state === 'blocked') return t('Blocked: the side panel says why, and the way out')
  return state === 'left-out' ? t('Left out by your decision: the side panel takes it back') : null
}
