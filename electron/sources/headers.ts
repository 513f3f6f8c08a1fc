import type { PersonAttribute } from '../../shared/model/person.ts'

/** What a column is for: an attribute of a person, or something that helps to read one. */
export type Role =
  | PersonAttribute
  /** True means disabled: the opposite of `active`. */
  | 'disabled'
  /** Bits of Active Directory’s userAccountControl; 0x2 is disabled. */
  | 'accountControl'
  /** When the account ends, as Active Directory counts time; what is over is disabled. */
  | 'accountExpires'
  /** Name by which other rows refer to this one as their manager. */
  | 'distinguishedName'
  /** What kind of object a row of a directory export is. */
  | 'objectClass'
  /** The groups the person is in. */
  | 'groups'

/**
 * Titles by role, without letter case, blanks and punctuation; the ones first named count more when a file has several.
 * English and German, Entra’s portal, Get-ADUser, csvde, and the common HR exports.
 */
const titles: Readonly<Record<Role, string>> = {
  userName:
    'userprincipalname upn username login loginname logonname signinname benutzername anmeldename benutzerprinzipalname userlogin benutzeranmeldename uid',
  externalId:
    'objectid objectguid externalid id guid userid immutableid uuid personid externeid benutzerid entryuuid objektid nsuniqueid',
  displayName: 'displayname fullname anzeigename vollstaendigername name cn commonname',
  givenName: 'givenname firstname forename vorname',
  familyName: 'surname familyname lastname sn nachname familienname zuname',
  email:
    'mail email emailaddress emailadresse mailadresse primaryemail primarysmtpaddress workemail proxyemail emailaddressprimary emails emailswork',
  title: 'jobtitle title position berufsbezeichnung stellenbezeichnung funktion employeetitle organizationtitle',
  department: 'department abteilung departmentname dept departmentnumber',
  company: 'companyname company organization organisation firma unternehmen o',
  // The last two only where nothing tells it better (columns.ts).
  organizationalUnit:
    'orgunitpath organizationalunitpath organizationalunit organisationalunit orgunit onpremisesdistinguishedname organisationseinheit canonicalname ou',
  employeeNumber:
    'employeenumber employeeid personalnummer personnelnumber mitarbeiternummer staffid employeeno persnr employeeidentifier externalidsorganization',
  manager:
    'manager managerid managerupn manageruserprincipalname vorgesetzter vorgesetzte supervisor managedby managervalue manageremail relationsmanager',
  phone:
    'telephonenumber phone phonenumber officephone workphone businessphone businessphones telefon telefonnummer telefongeschaeftlich primaryphone phoneswork phonenumberswork phones phonenumbers',
  mobile:
    'mobile mobilephone mobilenumber cellphone handy mobiltelefon mobilnummer handynummer mobil phonesmobile phonenumbersmobile',
  office: 'officelocation office physicaldeliveryofficename buero standort bueroraum location',
  street: 'streetaddress street strasse adresse strassehausnummer addressesworkstreetaddress workaddress',
  city: 'city l locality town ort stadt addressesworklocality',
  region: 'state st stateorprovince region province bundesland kanton addressesworkregion',
  postalCode: 'postalcode zip zipcode plz postleitzahl postcode addressesworkpostalcode',
  country: 'country co c countryorregion land usagelocation countrycode addressesworkcountry',
  userType: 'usertype benutzertyp type typ employeetype',
  active: 'accountenabled enabled active isactive status accountstatus aktiv aktiviert kontoaktiviert kontostatus',
  disabled:
    'disabled accountdisabled isdisabled deaktiviert gesperrt kontodeaktiviert blocked blocksignin inaktiv inactive suspended',
  accountControl: 'useraccountcontrol',
  accountExpires: 'accountexpires',
  distinguishedName: 'distinguishedname dn ldapentrydn',
  objectClass: 'objectclass objectcategory',
  groups: 'memberof groups groupmemberships groupmembership groupnames ismemberof gruppen gruppenmitgliedschaften',
}

const roles: ReadonlyMap<string, { role: Role; rank: number }> = new Map(
  Object.entries(titles).flatMap(([role, list]) =>
    // The keys of an object literal that is typed by its keys.
    list.split(' ').map((title, rank) => [title, { role: role as Role, rank }] as const),
  ),
)

/** What a column with this title is for, and how well the title says so (0 is best); null for one that is not known. */
export function roleOf(title: string): { role: Role; rank: number } | null {
  // Entra calls it by the attribute that says the opposite: `Block sign in (Yes/No) [accountEnabled] Required`.
  if (/^block sign.?in\b/i.test(title)) return { role: 'disabled', rank: 0 }
  // Entra’s bulk templates write `User name [userPrincipalName] Required`, Google’s `Department` or `Status [READ ONLY]`.
  const named = /\[(\w+)\]/.exec(title)?.[1] ?? ''
  return roles.get(plainTitle(named)) ?? roleOfPath(title.replace(/\s*\[[^\]]*\]\s*$/, ''))
}

/** Parts of a path that only say where a value was found: `profile.login`, `name.givenName`, SCIM’s extensions. */
const wrappers = /^(?:profile|attributes|user|name|organizations|work|urn:[^.]*(?:\.\d+[^.]*)*)\./i

/** {@link roleOf} for `profile.email` as for `email`. */
function roleOfPath(path: string): { role: Role; rank: number } | null {
  const known = roles.get(plainTitle(path))
  if (known !== undefined) return known
  const inner = path.replace(wrappers, '')
  return inner === path ? null : roleOfPath(inner)
}

/** A title without what people write differently: letter case, umlauts, blanks, `_`, `-`, `.`. */
export function plainTitle(title: string): string {
  const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '')
}
