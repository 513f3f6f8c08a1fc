import type { Failure } from '../../../shared/errors.ts'
import type { LdapSummary, ScimSummary } from '../../../shared/model/source-read.ts'
import type { LdapSettings, SourceKind } from '../../../shared/model/source-settings.ts'
import type { TestStep } from '../../../shared/model/source-test.ts'
import { t, texts } from '../../../shared/words/text.ts'

/** What the kinds of sources are called. */
export const sourceKindWords: Record<SourceKind, string> = texts({
  file: 'A file',
  ldap: 'LDAP or Active Directory',
  scim: 'A SCIM service',
})

/** What each step of a test tries. */
export const stepWords: Record<TestStep, string> = texts({
  reach: 'Reach the server',
  encrypt: 'Encrypt the connection',
  'sign-in': 'Sign in',
  recognise: 'Recognise the server',
  search: 'Find people',
  attributes: 'Read their attributes',
})

/** The ways to encrypt a connection to a directory. */
export const encryptionWords: Record<LdapSettings['encryption'], string> = texts({
  ldaps: 'LDAPS (port 636)',
  starttls: 'StartTLS (port 389)',
  none: 'None, on this computer only',
})

/** The kinds of directories. */
export const layoutWords: Record<LdapSettings['layout'], string> = texts({
  recognise: 'Recognise it',
  'active-directory': 'Active Directory',
  ldap: 'LDAP (inetOrgPerson)',
})

/** What was read from a server, in one sentence. */
export function readFromWords(summary: LdapSummary | ScimSummary): string {
  const { attributes, groups } = summary
  const count = attributes.length
  if (summary.kind === 'scim') {
    if (groups === null)
      return t('Read from a SCIM 2.0 service: {count, plural, one {# attribute} other {# attributes}}.', { count })
    return t(
      'Read from a SCIM 2.0 service: {count, plural, one {# attribute} other {# attributes}} and {groups, plural, one {# group} other {# groups}}.',
      { count, groups },
    )
  }
  const { software, base } = summary
  if (groups === null)
    return t('Read from {software}, below {base}: {count, plural, one {# attribute} other {# attributes}}.', {
      software,
      base,
      count,
    })
  return t(
    'Read from {software}, below {base}: {count, plural, one {# attribute} other {# attributes}} and {groups, plural, one {# group} other {# groups}}.',
    { software, base, count, groups },
  )
}

/** The field that a failure is about; null when it is about none of them. */
export function fieldOf({ code, where }: Pick<Failure, 'code' | 'where'>): string | null {
  switch (code) {
    case 'source-field':
      return where
    case 'source-credentials':
    case 'source-secret-missing':
      return 'secret'
    case 'source-base':
    case 'source-referral':
      return 'base'
    case 'source-filter':
      return 'filter'
    case 'source-attribute':
      return where === 'more' ? 'more' : 'attributes'
    case 'source-address':
      return 'baseUrl'
    case 'certificate-unknown':
    case 'certificate-file':
      return 'authority'
    case 'certificate-name':
    case 'unreachable':
      return 'host'
    case 'encryption-missing':
      return 'encryption'
    default:
      return null
  }
}

/** Words by value as the options of a select. */
export const optionsOf = <V extends string>(words: Record<V, string>) =>
  Object.entries<string>(words).map(([value, label]) => ({ value, label }))
