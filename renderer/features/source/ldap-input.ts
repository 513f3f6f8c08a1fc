import type { SourceInput } from '../../../shared/model/source-settings.ts'

/** The settings of a directory as its form holds them. */
export type LdapInput = Extract<SourceInput, { kind: 'ldap' }>

/** A form that nobody has filled in. */
export const blankLdap: LdapInput = {
  kind: 'ldap',
  host: '',
  port: 636,
  encryption: 'ldaps',
  authority: 'system',
  bindName: '',
  base: '',
  scope: 'sub',
  filter: '',
  layout: 'recognise',
  attributes: {},
  more: [],
  groups: true,
}
