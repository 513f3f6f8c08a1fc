import type { UnderstoodField } from '../model/connection.ts'
import { t } from '../words/text.ts'

/** What became of one field: what the screen says, and the value that is used when it can be. */
export interface Judgement<T> {
  readonly status: UnderstoodField['status']
  /** As it is used, or as it stood there when it can’t be; null when there is none. */
  readonly shown: string | null
  readonly note: string | null
  readonly value: T | null
}

/** Used as it stood there. */
export const given = <T>(value: T, shown: string, note: string | null = null): Judgement<T> => ({
  status: 'given',
  shown,
  note,
  value,
})

/** Something was added or put right; `note` says what and why. */
export const completed = <T>(value: T, shown: string, note: string): Judgement<T> => ({
  status: 'completed',
  shown,
  note,
  value,
})

/** It is there but can’t be used, for a reason that ends the sentence “Can’t be used: …”. */
export const invalid = (shown: string | null, reason: string): Judgement<never> => ({
  status: 'invalid',
  shown: shown !== null && shown.length > 200 ? `${shown.slice(0, 200)}…` : shown,
  note: t('Can’t be used: {reason}', { reason }),
  value: null,
})

/** It has to come from Nintex. */
export const missing = (note: string): Judgement<never> => ({ status: 'missing', shown: null, note, value: null })

/** A GUID in its usual form, in either letter case. */
export const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a template’s text stands where a value belongs: `{TENANT_GUID}`, `<your client id>`, `xxxxxxxx-…`. */
export const isPlaceholder = (text: string): boolean => /^[[{<(].*[\]}>)]$|^x{4,}|^your[ _-]|\.{3}$|…$/i.test(text)

/** An address whose `https://` got lost, with it and a note; any other text as it is. */
export function withScheme(text: string): { readonly text: string; readonly note: string | null } {
  const host = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/|$)/.test(text)
  return host ? { text: `https://${text}`, note: t('https:// was added') } : { text, note: null }
}
