/**
 * Every switch of the sandbox: its name and, in one sentence, what it changes. docs/sandbox.md lists the same table, and a
 * test keeps the two equal.
 */
export const quirkTable = {
  // Lists
  'page-cap': 'Lists stop at 100 resources and startIndex is ignored, so that every page is the first.',
  'page-cap-empty': 'Lists stop at 100 resources: a startIndex beyond them gives an empty page.',
  'small-pages': 'Lists hold at most 25 resources a page, whatever count asks for.',
  'total-is-page': 'totalResults is the number of resources on the page.',
  'cursor-paging': 'Lists are paged by cursor only (RFC 9865): startIndex is ignored, nextCursor leads on.',
  'no-filter': 'The filter is ignored: a filtered list is the whole list.',
  'filter-refused': 'Any filter answers 400 invalidFilter.',
  'filter-not-implemented': 'Any filter answers 501.',
  // Methods
  'no-patch': 'PATCH answers 501.',
  'no-put': 'PUT answers 405.',
  'no-delete': 'DELETE answers 403.',
  'soft-delete': 'DELETE answers 204 and only deactivates the account.',
  'patch-204': 'PATCH answers 204 without a body.',
  'create-empty': 'POST answers 201 with a Location header and without a body.',
  bulk: 'Bulk is supported (RFC 7644 section 3.7), up to 100 operations and 1,048,576 bytes.',
  'bulk-verbose': 'The reply to a Bulk holds resources, statuses as numbers, and bulkIds only of creates.',
  'bulk-partial': 'A Bulk stops after four operations; its reply leaves out the fourth and the rest.',
  'bulk-cap': 'A Bulk of more than five operations answers 413, whatever ServiceProviderConfig says.',
  'bulk-refused': 'ServiceProviderConfig says that Bulk is supported, and POST to Bulk answers 404.',
  // Values
  'case-sensitive-user-name': 'userName is compared with regard to case: names that differ in case are two accounts.',
  'reject-unknown': 'An attribute that no schema defines answers 400 invalidSyntax.',
  'email-required': 'An account without an e-mail address answers 400 invalidValue.',
  'manager-must-exist': 'A manager that is not the id of an account answers 400 invalidValue.',
  'string-booleans': 'active is sent as the text “True” or “False”.',
  'null-attributes': 'Attributes without a value are sent as null.',
  'odd-ids': 'New ids hold a slash and an @.',
  'lower-case-only': 'Only the paths users and groups exist; Users and Groups answer 404.',
  'visible-later': 'A created or changed resource is accepted at once and shows two seconds later.',
  // Headers
  'etag-required': 'PUT, PATCH and DELETE without If-Match answer 428.',
  'no-etag': 'There is no ETag header and no meta.version, and If-Match is ignored.',
  'plain-json': 'Replies are application/json instead of application/scim+json.',
  'scim-json-only': 'A body that is not application/scim+json answers 415.',
  // Errors
  'plain-401': 'A 401 is plain text without WWW-Authenticate.',
  'html-errors': 'Errors are HTML pages.',
  'empty-errors': 'Errors have no body.',
  'detail-array': 'The detail of an error is an array.',
  // Trouble
  slow: 'Every reply is 200 milliseconds late.',
  'rate-limit': 'More than 20 requests within a second answer 429 with Retry-After in seconds.',
  'rate-limit-date': 'More than 20 requests within a second answer 429 with Retry-After as a date.',
  'rate-limit-bare': 'More than 20 requests within a second answer 429 without Retry-After.',
  'flaky-5xx': 'Every fifth request is not carried out and answers 500, 502, 503 or 504 in turn.',
  'drop-after-store': 'Every fifth write is stored, then the connection is dropped without a reply.',
  'timeout-after-store': 'Every fifth write is stored, then answers 504.',
  // Discovery
  'no-config': 'ServiceProviderConfig, Schemas and ResourceTypes answer 404.',
  'config-overstates': 'ServiceProviderConfig claims that everything is supported, whatever other switches take away.',
  'no-enterprise-schema': 'Schemas and ResourceTypes leave the enterprise extension out, although it works.',
  'custom-schema': 'Accounts have a schema of the tenant’s own: costCenter, level, remote, and badge, read-only.',
  'required-title': 'A new account without a title answers 400 invalidValue; Schemas say that title is required.',
  // Sign-in
  'no-rotation': 'A refresh gives no new refresh token: the first one stays valid until it ends.',
  'sliding-lifetime': 'Every refresh starts the lifetime of the refresh token anew.',
} as const satisfies Record<string, string>

/** The name of a switch, see {@link quirkTable}. */
export type QuirkName = keyof typeof quirkTable

/** Every switch, in the order of the table. */
export const quirkNames = Object.keys(quirkTable) as QuirkName[]

/**
 * Names as switches.
 * @throws Error that names the unknown ones and lists those that exist.
 */
export function parseQuirks(names: readonly string[]): Set<QuirkName> {
  const isQuirk = (name: string): name is QuirkName => Object.hasOwn(quirkTable, name)
  const unknown = names.filter((name) => !isQuirk(name))
  if (unknown.length > 0) {
    throw new Error(`Unknown quirk ${unknown.join(', ')}. There are: ${quirkNames.join(', ')}.`)
  }
  return new Set(names.filter(isQuirk))
}

/** The switches that are on, changeable while the sandbox runs. */
export class Quirks {
  #on: ReadonlySet<QuirkName>

  constructor(names: readonly string[] = []) {
    this.#on = parseQuirks(names)
  }

  has(name: QuirkName): boolean {
    return this.#on.has(name)
  }

  /** Turns exactly these on and all others off; see {@link parseQuirks} for what is refused. */
  set(names: readonly string[]): void {
    this.#on = parseQuirks(names)
  }

  get on(): QuirkName[] {
    return [...this.#on]
  }
}
