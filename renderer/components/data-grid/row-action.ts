import { t, texts } from '../../../shared/words/text.ts'
import { call } from '../../api.ts'
import { tell, tellFailure } from '../tell.tsx'

/** Something that can be done with one row, from its menu. */
export interface RowAction {
  readonly title: string
  readonly act: () => void
  /** Why it can't be done now; null or left out where it can. */
  readonly whyNot?: string | null
}

/** What of a row can be copied. */
const words = texts({
  name: { title: 'Copy name', none: 'There is no name.' },
  signInName: { title: 'Copy sign-in name', none: 'There is no sign-in name.' },
  email: { title: 'Copy e-mail', none: 'There is no e-mail.' },
  id: { title: 'Copy id', none: 'There is no id.' },
  accountId: { title: 'Copy account id', none: 'There is no account id.' },
  admin: { title: 'Copy name of the admin', none: 'There is no name of the admin.' },
})

/** Copies a text of a row. @param text null where the row has none. */
export const copying = (what: keyof typeof words, text: string | null): RowAction => ({
  title: words[what].title,
  whyNot: text ? null : words[what].none,
  act: () => {
    call('app', 'copy', { text: text ?? '' }).then(() => tell(t('Copied: {text}', { text: text ?? '' })), tellFailure)
  },
})
