import type { Mapping, MappingRule } from '../../shared/model/mapping.ts'
import type { SourceSummary } from '../../shared/model/source.ts'
import { enterpriseUserUrn } from '../../shared/scim/urn.ts'

/** A rule that always gives what an expression says. */
const rule = (to: string, from: string): MappingRule => ({
  to,
  from,
  otherwise: null,
  when: 'always',
  whenEmpty: 'leave',
})

/** What every source's default mapping ends with. */
const shared: readonly MappingRule[] = [
  rule('displayName', 'displayName'),
  rule('name.givenName', 'givenName'),
  rule('name.familyName', 'familyName'),
  rule('emails[type eq "work"].value', 'email'),
  // Some services ask for a primary address on create; an account's own choice of it is left alone afterwards.
  { ...rule('emails[type eq "work"].primary', '"true"'), when: 'create' },
  rule('title', 'title'),
  rule('phoneNumbers[type eq "work"].value', 'phone'),
  rule('phoneNumbers[type eq "mobile"].value', 'mobile'),
  rule(`${enterpriseUserUrn}:employeeNumber`, 'employeeNumber'),
  rule(`${enterpriseUserUrn}:department`, 'department'),
  rule(`${enterpriseUserUrn}:organization`, 'company'),
  rule(`${enterpriseUserUrn}:manager.value`, 'manager'),
  rule('active', 'active'),
]

/** Of a directory, which gives everybody an id of its own. */
const directory: Mapping = { rules: [rule('userName', 'userName'), rule('externalId', 'externalId'), ...shared] }

const defaults: Readonly<Record<SourceSummary['product'], Mapping>> = {
  entra: directory,
  'active-directory': directory,
  okta: directory,
  'google-workspace': directory,
  jumpcloud: directory,
  keycloak: directory,
  ldap: directory,
  scim: directory,
  // A list from HR has no directory id; the number under which the employer knows the person is what stays the same.
  generic: {
    rules: [rule('userName', 'userName'), rule('externalId', 'first(externalId, employeeNumber)'), ...shared],
  },
}

/** The mapping that a source starts with, by the product its columns were recognised as. */
export function defaultMappingOf(product: SourceSummary['product']): Mapping {
  return defaults[product]
}
