import { type QuirkName, quirkNames } from '../../sandbox/quirks.ts'

/** One combination of switches that the complete flow is run on. */
export type Cell = readonly QuirkName[]

/** Pairs that meet in the same step of the flow, and what could go wrong there. */
const interacting: readonly (readonly [one: QuirkName, other: QuirkName, why: string])[] = [
  // PUT instead of PATCH: the whole account is written, so everything about reading it matters.
  ['no-patch', 'no-put', 'there is no way to change an account'],
  ['no-patch', 'etag-required', 'a PUT needs the version'],
  ['no-patch', 'no-etag', 'a PUT that nothing protects'],
  ['no-patch', 'null-attributes', 'nulls that were read are not to be written as values'],
  ['no-patch', 'string-booleans', '“True” that was read is not to be written as a text'],
  ['no-patch', 'reject-unknown', 'nothing may be written that no schema knows'],
  ['no-patch', 'visible-later', 'what is read before a PUT may be from before the last change'],
  ['no-patch', 'drop-after-store', 'a PUT that was stored and not answered'],
  ['no-patch', 'timeout-after-store', 'a PUT that was stored and answered 504'],
  ['no-patch', 'flaky-5xx', 'a PUT that was not carried out'],
  ['no-patch', 'odd-ids', 'an id with a slash in the address of a PUT'],
  ['no-patch', 'config-overstates', 'PATCH is claimed and refused'],
  ['no-patch', 'no-config', 'that PATCH is missing shows only when it is used'],
  ['no-patch', 'html-errors', 'the refusal of PATCH is a page'],
  ['no-patch', 'empty-errors', 'the refusal of PATCH is nothing but a status'],
  ['no-patch', 'no-enterprise-schema', 'a PUT must not lose what the service says it does not have'],
  // Replies that say less than they could.
  ['patch-204', 'visible-later', 'the new state is neither sent nor shown'],
  ['patch-204', 'no-etag', 'the new version is unknown and will stay so'],
  ['patch-204', 'etag-required', 'the next change needs a version that was not sent'],
  ['patch-204', 'drop-after-store', 'a PATCH whose reply says nothing, or never comes'],
  ['create-empty', 'odd-ids', 'the id is only in Location, encoded'],
  ['create-empty', 'visible-later', 'the new account is neither sent nor shown'],
  ['create-empty', 'drop-after-store', 'the id is only in Location, and sometimes that is lost'],
  ['create-empty', 'etag-required', 'undoing a create needs a version that was not sent'],
  ['create-empty', 'manager-must-exist', 'the id of a new manager is only in Location'],
  // Writes that were carried out although nobody said so.
  ['drop-after-store', 'no-filter', 'the lookup has to read the list'],
  ['drop-after-store', 'filter-refused', 'the lookup has to read the list'],
  ['drop-after-store', 'case-sensitive-user-name', 'a filter finds only the spelling that is asked for'],
  ['drop-after-store', 'visible-later', 'the lookup does not see what was stored'],
  ['drop-after-store', 'no-etag', 'nothing tells a first PATCH from a second'],
  ['drop-after-store', 'etag-required', 'the version has gone up by our own write'],
  ['drop-after-store', 'rate-limit', 'the lookup itself is asked to wait'],
  ['drop-after-store', 'flaky-5xx', 'the lookup itself fails'],
  ['drop-after-store', 'page-cap', 'the list that the lookup could read is cut off'],
  ['drop-after-store', 'odd-ids', 'the lookup reads by an id with a slash'],
  ['timeout-after-store', 'no-filter', 'the lookup has to read the list'],
  ['timeout-after-store', 'visible-later', 'the lookup does not see what was stored'],
  ['timeout-after-store', 'html-errors', 'the 504 is a page'],
  ['timeout-after-store', 'page-cap', 'the list that the lookup could read is cut off'],
  ['timeout-after-store', 'flaky-5xx', 'a 504 was stored, or was not'],
  // Trouble on trouble.
  ['rate-limit', 'flaky-5xx', 'waiting for one does not help with the other'],
  ['rate-limit', 'no-filter', 'each lookup reads the list and uses up the rate'],
  ['rate-limit-bare', 'small-pages', 'many requests to read, and no word on how long to wait'],
  ['rate-limit-date', 'flaky-5xx', 'the wait is a date'],
  ['flaky-5xx', 'no-filter', 'one page in five fails while a lookup reads the list'],
  ['flaky-5xx', 'empty-errors', 'the failure is nothing but a status'],
  ['flaky-5xx', 'visible-later', 'not carried out, or not visible yet?'],
  ['slow', 'drop-after-store', 'many are under way when one is dropped'],
  // A picture that is not complete.
  ['page-cap', 'no-filter', 'nobody can tell who has an account'],
  ['page-cap', 'filter-refused', 'nobody can tell who has an account'],
  ['page-cap', 'case-sensitive-user-name', 'a filter that finds nobody proves nothing'],
  ['page-cap', 'total-is-page', 'the cut-off list claims to be whole'],
  ['page-cap', 'config-overstates', 'everything is claimed'],
  ['page-cap-empty', 'filter-not-implemented', 'nobody can tell who has an account'],
  ['page-cap-empty', 'total-is-page', 'the cut-off list claims to be whole, and nothing follows it'],
  ['page-cap-empty', 'visible-later', 'who was just created is neither listed nor found'],
  ['small-pages', 'total-is-page', 'each page claims to be the list'],
  ['small-pages', 'no-filter', 'each lookup reads many pages'],
  ['cursor-paging', 'total-is-page', 'the cursor leads on although the total says it is over'],
  ['cursor-paging', 'no-filter', 'lookups follow cursors'],
  ['config-overstates', 'no-filter', 'a filter is claimed and ignored'],
  ['config-overstates', 'no-etag', 'versions are claimed and not sent'],
  // Conditions.
  ['etag-required', 'no-etag', 'a condition is asked for that nobody can give'],
  ['etag-required', 'visible-later', 'the version that is shown is the one before'],
  ['no-etag', 'visible-later', 'what is read may be old, and nothing says so'],
  // Deleting.
  ['no-delete', 'etag-required', 'the refusal comes before the condition'],
  ['no-delete', 'html-errors', 'the refusal of DELETE is a page'],
  ['no-delete', 'rate-limit', 'many deletions must not ask one by one'],
  ['soft-delete', 'etag-required', 'the version goes up, and the account stays'],
  ['soft-delete', 'drop-after-store', 'nothing shows that the lost DELETE was carried out'],
  ['soft-delete', 'no-patch', 'what was kept is not to be written by the undo'],
  ['soft-delete', 'visible-later', 'still there, or still shown?'],
  // Values.
  ['email-required', 'html-errors', 'the refusal of a value is a page'],
  ['email-required', 'detail-array', 'the refusal of a value is a list'],
  ['email-required', 'no-patch', 'a PUT of an account without an address'],
  ['manager-must-exist', 'visible-later', 'the manager was created a moment ago'],
  ['manager-must-exist', 'odd-ids', 'the manager’s id holds a slash'],
  ['string-booleans', 'null-attributes', 'both disguises at once'],
  ['string-booleans', 'etag-required', 'comparing and conditions'],
  ['null-attributes', 'reject-unknown', 'nulls that were read are not to be written'],
  ['case-sensitive-user-name', 'no-etag', 'accounts that match but for the case of their name'],
  ['lower-case-only', 'odd-ids', 'the address of an account'],
  ['scim-json-only', 'plain-json', 'sends one media type and takes only the other'],
  ['plain-401', 'html-errors', 'a token that ended, told by a page'],
]

/** More than two that have to meet for something to go wrong. */
const together: readonly Cell[] = [
  // A PUT over what was read before our own last change shows would undo it, and no version says so.
  ['no-patch', 'no-etag', 'visible-later'],
  ['no-patch', 'no-etag', 'visible-later', 'drop-after-store'],
  ['patch-204', 'visible-later', 'drop-after-store'],
  ['create-empty', 'visible-later', 'etag-required'],
  ['create-empty', 'no-filter', 'drop-after-store', 'odd-ids'],
  ['rate-limit', 'no-filter', 'timeout-after-store'],
  ['page-cap-empty', 'total-is-page', 'no-filter'],
]

/** No switch, every switch, and every pair that is worth it. */
export const chosenCells: readonly Cell[] = [
  [],
  ...quirkNames.map((name) => [name]),
  ...interacting.map(([one, other]) => [one, other]),
  ...together,
]

/** No switch, every switch, and every pair there is. */
export const allCells: readonly Cell[] = [
  [],
  ...quirkNames.flatMap((one, at) => [[one], ...quirkNames.slice(at + 1).map((other) => [one, other])]),
]
