import type { BlockedReason } from '../model/change.ts'
import { attributeWords } from './attribute-words.ts'

/** A reason in full sentences: what is wrong, and the way out. */
export interface BlockedWords {
  readonly happened: string
  readonly todo: string
}

/** A sentence with what main knows of it; main's words may or may not end in a full stop. */
const sentence = (text: string, detail: string | null) => `${detail ? `${text}: ${detail.replace(/\.$/, '')}` : text}.`

/** Why a person can't be pushed, or an account not be deleted, in the admin's words. */
export function blockedWords({ code, where, detail }: BlockedReason): BlockedWords {
  switch (code) {
    case 'no-user-name':
      return {
        happened: 'The source has no sign-in name for this person.',
        todo: 'Fill it in at the source, then refresh.',
      }
    case 'duplicate-user-name':
      return {
        happened: sentence('Another person of the source has the same sign-in name', detail),
        todo: 'Correct one of them at the source, then refresh.',
      }
    case 'duplicate-external-id':
      return {
        happened: sentence('Another person of the source has the same identifier', detail),
        todo: 'Correct one of them at the source, then refresh.',
      }
    case 'account-claimed-twice':
      return {
        happened: sentence('Another person matches the same K2 account', detail),
        todo: 'Correct the identifier or the sign-in name of one of them at the source, then refresh.',
      }
    case 'two-accounts':
      return {
        happened: sentence('The identifier matches one K2 account and the sign-in name another', detail),
        todo: 'Correct one of the two accounts in K2, or the person at the source, then refresh.',
      }
    case 'accounts-incomplete':
      return {
        happened: 'K2 shows only part of its accounts, so nobody can tell whether this person has one.',
        todo: 'See Settings, What the service supports.',
      }
    case 'missing-required':
      return {
        happened: `K2 asks for ${where ? attributeWords(where) : 'a value'}, and this person has none.`,
        todo: 'Fill it in at the source, or in the mapping, then refresh. See Settings, What the service supports.',
      }
    case 'invalid-value':
      return {
        happened: sentence(where ? `K2 would refuse the value of ${where}` : 'K2 would refuse a value', detail),
        todo: 'Correct it at the source, then refresh.',
      }
    case 'account-active':
      return {
        happened: 'The account is still active, and Muster deletes only what is inactive.',
        todo: 'Deactivate it first; once that is pushed, it can be deleted.',
      }
    case 'deletes-nothing':
      return {
        happened: sentence('This service does not delete accounts', detail),
        todo: 'Leave it inactive, or ask Nintex to delete it.',
      }
  }
}

/** Why a blocked person's checkbox is off. */
export const blockedHint = 'Blocked: the side panel says why, and the way out'
