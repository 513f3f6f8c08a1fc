import type { SettingsDraft, settingsFields, UnderstoodField } from '../../../shared/model/connection.ts'

type Field = (typeof settingsFields)[number]

/** The fields of the Nintex document in the words of the screen. */
export const fieldLabels: Record<Field, string> = {
  authority: 'Identity service',
  clientId: 'Client',
  clientSecret: 'Client secret',
  redirectUri: 'Sign-in returns to',
  scope: 'Scopes',
  baseUrl: 'SCIM service',
  token: 'SCIM token',
}

/** What became of a field, in a word. */
export const fieldStatusWords: Record<UnderstoodField['status'], string> = {
  given: 'Understood',
  completed: 'Completed',
  missing: 'Missing',
  invalid: 'Can’t be used',
}

/** The dotted form of the path token's last characters. */
export const dotted = (hint: string): string => `••••${hint.replace(/^•+/, '')}`

/** `login.onk2.com / 42705858-…`: host and path told apart, as admins compare them. Anything else as it stands. */
export function placeOf(address: string): string {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:') return address
  const path = url.pathname.replace(/^\/|\/$/g, '')
  return path ? `${url.host} / ${path}` : url.host
}

const keptWords = { keychain: 'in the keychain', memory: 'in memory until Muster closes' }

/** A field's value as the screen shows it, null where there is none. */
export function fieldValue(field: UnderstoodField, kept: SettingsDraft['tokenStored']): string | null {
  if (field.value === null) return null
  if (field.field === 'authority') return placeOf(field.value)
  if (field.field === 'clientSecret') return [field.value, kept && keptWords[kept]].filter(Boolean).join(' ')
  if (field.field !== 'token') return field.value
  return [dotted(field.value), kept && keptWords[kept]].filter(Boolean).join(' ')
}

/** One sentence about all fields, as it is announced. */
export function draftSummary(draft: SettingsDraft): string {
  const open = draft.fields.filter(({ status }) => status === 'missing' || status === 'invalid')
  if (open.length === 0) return 'Everything is there.'
  const names = open.map(({ field, status }) => `${fieldLabels[field]} (${fieldStatusWords[status].toLowerCase()})`)
  return `${open.length === 1 ? 'One field needs' : `${open.length} fields need`} you: ${names.join(', ')}.`
}
