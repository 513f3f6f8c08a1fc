import type { Failure } from '../../../shared/errors.ts'
import type { LdapSummary, ScimSummary } from '../../../shared/model/source-read.ts'
import type { LdapSettings, SourceKind } from '../../../shared/model/source-settings.ts'
import type { TestStep } from '../../../shared/model/source-test.ts'

/** What the kinds of sources are called. */
export const sourceKindWords: Record<SourceKind, string> = {
  file: 'A file',
  ldap: 'LDAP or Active Directory',
  scim: 'A SCIM service',
}

/** What each step of a test tries. */
export const stepWords: Record<TestStep, string> = {
  reach: 'Reach the server',
  encrypt: 'Encrypt the connection',
  'sign-in': 'Sign in',
  recognise: 'Recognise the server',
  search: 'Find people',
  attributes: 'Read their attributes',
}

/** The ways to encrypt a connection to a directory. */
export const encryptionWords: Record<LdapSettings['encryption'], string> = {
  ldaps: 'LDAPS (port 636)',
  starttls: 'StartTLS (port 389)',
  none: 'None, on this computer only',
}

/** The kinds of directories. */
export const layoutWords: Record<LdapSettings['layout'], string> = {
  recognise: 'Recognise it',
  'active-directory': 'Active Directory',
  ldap: 'LDAP (inetOrgPerson)',
}

/** What was read from a server, in one sentence. */
export function readFromWords(summary: LdapSummary | ScimSummary): string {
  const { attributes, groups } = summary
  const where = summary.kind === 'ldap' ? `${summary.software}, below ${summary.base}` : 'a SCIM 2.0 service'
  const told = groups === null ? '' : ` and ${groups} ${groups === 1 ? 'group' : 'groups'}`
  return `Read from ${where}: ${attributes.length} ${attributes.length === 1 ? 'attribute' : 'attributes'}${told}.`
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
