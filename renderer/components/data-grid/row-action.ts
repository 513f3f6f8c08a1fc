import { call, failureOf } from '../../api.ts'
import { tell } from '../tell.tsx'

/** Something that can be done with one row, from its menu. */
export interface RowAction {
  readonly title: string
  readonly act: () => void
  /** Why it can't be done now; null or left out where it can. */
  readonly whyNot?: string | null
}

/** Copies a text of a row. @param what what it is called: `name`. @param text null where the row has none. */
export const copying = (what: string, text: string | null): RowAction => ({
  title: `Copy ${what}`,
  whyNot: text ? null : `There is no ${what}.`,
  act: () => {
    call('app', 'copy', { text: text ?? '' }).then(
      () => tell(`Copied: ${text}`),
      (error: Error) => tell(failureOf(error).happened),
    )
  },
})
