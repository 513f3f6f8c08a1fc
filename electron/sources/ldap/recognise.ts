import { MusterError } from '../../../shared/errors.ts'
import type { LdapSummary } from '../../../shared/model/source-read.ts'
import type { LdapSettings } from '../../../shared/model/source-settings.ts'
import { t } from '../../../shared/words/text.ts'
import type { Directory, LdapEntry, Search } from './directory.ts'
import { isBelow } from './dn.ts'
import { filterOf, ownName } from './layout.ts'

/** What a directory says of itself. */
export interface Recognised {
  readonly product: LdapSummary['product']
  readonly software: string
  /** Its naming contexts, its own default first. */
  readonly bases: readonly string[]
  /** Whether its schema has an attribute; null where it does not show its schema. */
  readonly knows: (attribute: string) => boolean | null
}

/** Says “this is Active Directory” in `supportedCapabilities` ([MS-ADTS] 3.1.1.3.4.3.1); AD LDS has one of its own. */
const activeDirectory: ReadonlySet<string> = new Set(['1.2.840.113556.1.4.800', '1.2.840.113556.1.4.1851'])

/** Reads what a directory says of itself (rootDSE, RFC 4512 section 5.1) and its schema, where it shows them. */
export async function recognise(directory: Directory, layout: LdapSettings['layout']): Promise<Recognised> {
  const root = await directory.read('', [
    'namingContexts',
    'defaultNamingContext',
    'supportedCapabilities',
    'subschemaSubentry',
    'vendorName',
    'structuralObjectClass',
  ])
  const known = await attributeTypes(directory, textsOf(root, 'subschemasubentry')[0])
  const says = textsOf(root, 'supportedcapabilities').some((capability) => activeDirectory.has(capability))
  // A directory with the same schema, such as Samba or a copy in OpenLDAP, is read in the same way.
  const fits = known !== null && ['objectguid', 'useraccountcontrol', 'samaccountname'].every((name) => known.has(name))
  const product = layout === 'recognise' ? (says || fits ? 'active-directory' : 'ldap') : layout
  const bases = [...textsOf(root, 'defaultnamingcontext'), ...textsOf(root, 'namingcontexts')]
  return {
    product,
    software: softwareOf(root, says, product),
    bases: [...new Set(bases)].filter((base) => base !== '' && !/^cn=(?:schema|configuration|changelog),?/i.test(base)),
    knows: (attribute) => known?.has(attribute.toLowerCase()) ?? null,
  }
}

function softwareOf(root: LdapEntry | null, says: boolean, product: LdapSummary['product']): string {
  if (says) return 'Active Directory'
  const [vendor] = textsOf(root, 'vendorname')
  if (vendor) return vendor.slice(0, 80)
  const openLdap = textsOf(root, 'structuralobjectclass').some((name) => /^OpenLDAProotDSE$/i.test(name))
  if (product === 'active-directory') {
    return openLdap ? t('OpenLDAP with Active Directory’s schema') : t('LDAP directory with Active Directory’s schema')
  }
  return openLdap ? 'OpenLDAP' : t('LDAP directory')
}

/** Names of attributes that the schema has (RFC 4512 section 4.1.2), in lower case. */
async function attributeTypes(directory: Directory, subschema: string | undefined): Promise<Set<string> | null> {
  if (subschema === undefined) return null
  const entry = await directory.read(subschema, ['attributeTypes'], '(objectClass=subschema)')
  const types = textsOf(entry, 'attributetypes')
  if (types.length === 0) return null
  const names = types.flatMap((type) => {
    const named = /\sNAME\s+(?:'([^']*)'|\(([^)]*)\))/i.exec(type)
    return named?.[1] === undefined ? (named?.[2]?.match(/[^\s']+/g) ?? []) : [named[1]]
  })
  return new Set(names.map((name) => name.toLowerCase()))
}

/** The texts of an attribute, named in lower case. */
function textsOf(entry: LdapEntry | null, attribute: string): string[] {
  return (entry?.values.get(attribute) ?? []).filter((value) => typeof value === 'string')
}

/**
 * The base to search: the admin’s, else the directory’s own.
 * @throws MusterError `source-base` when there is neither.
 */
function baseOf(base: string, { bases }: Recognised): string {
  const chosen = base || bases[0]
  if (chosen === undefined) {
    throw new MusterError('source-base', {
      where: 'base',
      detail: t('The directory does not say where its entries begin.'),
    })
  }
  return chosen
}

/** What the settings look for. @throws MusterError `source-base` when nobody says where. */
export const searchOf = (
  { base, scope, filter }: LdapSettings,
  recognised: Recognised,
  attributes: readonly string[],
): Search => ({
  base: baseOf(base, recognised),
  scope,
  filter: filterOf(recognised.product, filter),
  attributes,
})

/** The naming context that a base lies in: where groups of its people may be. */
export const contextOf = (base: string, { bases }: Recognised): string =>
  bases.find((context) => isBelow(base, context)) ?? base

/**
 * Looks whether the directory has the attributes that the admin chose.
 * @throws MusterError `source-attribute`
 */
export function checkAttributes({ attributes, more }: LdapSettings, { knows }: Recognised): void {
  for (const name of [...Object.values(attributes), ...more]) {
    // A number is as good as a name, and the schema was read for names alone; nor is the name of the entry in it.
    if (/^\d/.test(name) || name === ownName) continue
    // A language or another option is no part of the schema: `cn;lang-de`.
    if (name !== '' && knows(name.replace(/;.*$/s, '')) === false) {
      throw new MusterError('source-attribute', {
        where: more.includes(name) ? 'more' : 'attributes',
        detail: t('Its schema has no “{name}”.', { name }),
      })
    }
  }
}
