import { t } from '../../shared/words/text.ts'
import { tell, tellFailure } from './tell.tsx'

/** What is said when rows have been copied, by what they are. */
const words = {
  people: (copied: number) => t('{copied, plural, one {# person} other {# people}} copied as CSV', { copied }),
  accounts: (copied: number) => t('{copied, plural, one {# account} other {# accounts}} copied as CSV', { copied }),
  changes: (copied: number) => t('{copied, plural, one {# change} other {# changes}} copied as CSV', { copied }),
  outcomes: (copied: number) => t('{copied, plural, one {# outcome} other {# outcomes}} copied as CSV', { copied }),
} as const

/** Says what has become of copying rows. @param rows what they are. */
export const tellingCopied =
  (rows: keyof typeof words) =>
  (copying: Promise<{ copied: number }>): void => {
    copying.then(({ copied }) => tell(words[rows](copied)), tellFailure)
  }
