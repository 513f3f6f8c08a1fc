import type { FileFacts } from '../../shared/model/source.ts'
import type { Role } from './headers.ts'

/** A product whose exports are known by their columns. */
interface Product {
  readonly name: FileFacts['product']
  /** Whether a file with these titles comes from it; titles are plain (headers.ts). */
  readonly wrote: (has: (...anyOf: string[]) => boolean) => boolean
  /** What titles mean in this product and in no other, by plain title; null for nothing. */
  readonly titles?: Readonly<Record<string, Role | null>>
  /** The sign-in name is the address, and has no column of its own. */
  readonly signsInByEmail?: true
}

/** In the order in which they are asked; the first that says yes is it. */
const products: readonly Product[] = [
  {
    // The admin console’s “Download users”, the Directory API, GAM.
    name: 'google-workspace',
    wrote: (has) =>
      has('emailaddressrequired') || (has('primaryemail') && has('orgunitpath', 'suspended', 'namegivenname')),
    signsInByEmail: true,
    titles: { emails: null, archived: null },
  },
  {
    // The console’s and PowerShell’s exports, and the API. `organization` is an id there, `state` where a user stands.
    name: 'jumpcloud',
    wrote: (has) =>
      has('username') && has('accountlocked', 'employeeidentifier', 'jumpcloudgo', 'totpenabled', 'activated'),
    titles: { state: 'active', organization: null, activated: null },
  },
  {
    // The admin API, kcadm, and a realm’s export.
    name: 'keycloak',
    wrote: (has) => has('username') && has('emailverified', 'createdtimestamp', 'disableablecredentialtypes'),
  },
  {
    // The Users API, and tables with the names of its profile.
    name: 'okta',
    wrote: (has) => has('profilelogin') || (has('login', 'userlogin') && has('firstname', 'userfirstname')),
    titles: { typeid: null },
  },
  {
    name: 'active-directory',
    wrote: (has) =>
      has('samaccountname', 'objectguid', 'useraccountcontrol') ||
      // Other directories write a `dn` too.
      (has('distinguishedname', 'dn') && !has('uid', 'entryuuid', 'nsuniqueid', 'ldapentrydn')),
    // The code of the country is a number, 0 where nobody has set it. Of the two numbers, the one that is read over LDAP too.
    titles: { countrycode: null, employeeid: 'employeeNumber' },
  },
  {
    // The portal’s download and its bulk templates, Microsoft Graph, `az ad user list`.
    name: 'entra',
    wrote: (has) =>
      has('usernameuserprincipalnamerequired') ||
      (has('userprincipalname') && has('accountenabled', 'directorysynced', 'usertype', 'objectid', 'businessphones')),
  },
]

const generic: Product = { name: 'generic', wrote: () => true }

/** The product that wrote a file with these plain titles. */
export function productOf(titles: readonly string[]): Product {
  const all = new Set(titles)
  return products.find(({ wrote }) => wrote((...anyOf) => anyOf.some((title) => all.has(title)))) ?? generic
}
