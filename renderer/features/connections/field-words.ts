import type { SettingsDraft, settingsFields, UnderstoodField } from '../../../shared/model/connection.ts'
import { t, texts } from '../../../shared/words/text.ts'

type Field = (typeof settingsFields)[number]

/** The fields of the Nintex document in the words of the screen. */
export const fieldLabels: Record<Field, string> = texts({
  authority: 'Identity service',
  clientId: 'Client',
  clientSecret: 'Client secret',
  redirectUri: 'Sign-in returns to',
  scope: 'Scopes',
  baseUrl: 'SCIM service',
  token: 'SCIM token',
})

/** Why a field is taken as it is, where that is not plain: what is known of K2 (docs/k2.md). */
export const fieldReasons: Partial<Record<Field, string>> = texts({
  redirectUri: 'Used letter by letter: K2 most likely accepts no other than the registered one.',
  token: 'Part of every address of the service, and therefore a secret.',
})

/** What became of a field, in a word. */
export const fieldStatusWords: Record<UnderstoodField['status'], string> = texts({
  given: 'Understood',
  completed: 'Completed',
  missing: 'Missing',
  invalid: 'Can’t be used',
})

/** The dotted form of the path token's last characters. */
export const dotted = (hint: string): string => `••••${hint.replace(/^•+/, '')}`

/** `login.onk2.com / 42705858-…`: host and path told apart, as admins compare them. Anything else as it stands. */
export function placeOf(address: string): string {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:') return address
  const path = url.pathname.replace(/^\/|\/$/g, '')
  return path ? `${url.host} / ${path}` : url.host
}

/** A secret as it is shown, and where it is kept. */
function keptValue(shown: string, kept: SettingsDraft['tokenStored']): string {
  if (!kept) return shown
  return kept === 'keychain'
    ? t('{shown} in the keychain', { shown })
    : t('{shown} in memory until Muster closes', { shown })
}

/** A field's value as the screen shows it, null where there is none. */
export function fieldValue(field: UnderstoodField, kept: SettingsDraft['tokenStored']): string | null {
  if (field.value === null) return null
  if (field.field === 'authority') return placeOf(field.value)
  if (field.field === 'clientSecret') return keptValue(field.value, kept)
  if (field.field !== 'token') return field.value
  return keptValue(dotted(field.value), kept)
}

/** One sentence about all fields, as it is announced. */
export function draftSummary(draft: SettingsDraft): string {
  const open = draft.fields.filter(({ status }) => status === 'missing' || status === 'invalid')
  if (open.length === 0) return t('Everything is there.')
  const names = open.map(({ field, status }) =>
    status === 'missing'
      ? t('{field} (missing)', { field: fieldLabels[field] })
      : t('{field} (can’t be used)', { field: fieldLabels[field] }),
  )
  return t('{count, plural, =1 {One field needs} other {# fields need}} you: {names}.', {
    count: open.length,
    names: names.join(', '),
  })
}
