import type { ChangeKind, Diff } from '../../shared/model/change.ts'
import type { Json, JsonObject } from '../../shared/model/json.ts'
import { sameJson } from '../../shared/scim/diffs.ts'
import { attributeOf, fits, isJsonObject, parsePath, readPath } from '../../shared/scim/path.ts'
import { elementPath, elementsAt, primariesBeside } from './elements.ts'
import { foldUserName } from './fold.ts'
import type { Desired } from './mapping.ts'

/** What a new account gets. */
export function diffOfCreate(desired: readonly Desired[]): Diff[] {
  return desired.flatMap(({ path, value }) => (value === null ? [] : [{ path, before: null, after: value }]))
}

/** The attributes of an account that are not as the mapping wants them. What the mapping does not name is not looked at. */
export function diffOfUpdate(desired: readonly Desired[], account: JsonObject): Diff[] {
  const diffs: Diff[] = []
  for (const { path, value, when } of desired) {
    if (when === 'create' || isAsWanted(account, path, value) || marksNothing(account, path, diffs)) continue
    if (value === null) diffs.push(...removalOf(account, path))
    else {
      const moved = movedPrimaries(account, path, value, diffs)
      if (moved !== null) diffs.push(...moved, { path, before: readPath(account, path), after: value })
    }
  }
  return diffs
}

/** Whether a path is about the primary mark of an element that is neither there nor about to be: it would be an element without a value. */
function marksNothing(account: JsonObject, path: string, diffs: readonly Diff[]): boolean {
  const { filter, sub, ...parsed } = parsePath(path)
  if (filter === null || sub !== 'primary') return false
  const isThere = elementsAt(account, { ...parsed, filter, sub }).some((element) => fits(element, filter))
  return !isThere && !diffs.some((diff) => diff.path === path.replace(/\.primary$/, '.value') && diff.after !== null)
}

/** An element goes as a whole, with all that it says: its value alone would not bring it back. */
function removalOf(account: JsonObject, path: string): Diff[] {
  const parsed = parsePath(path)
  const { filter, sub } = parsed
  if (filter === null || sub !== 'value') return [{ path, before: readPath(account, path), after: null }]
  const elements = elementsAt(account, parsed)
  const paths = elements.filter((element) => fits(element, filter)).map((one) => elementPath(parsed, one, elements))
  return [...new Set(paths)].map((of) => ({ path: of, before: readPath(account, of), after: null }))
}

/**
 * At most one element may be the primary one (RFC 7643 section 2.4): who becomes it takes the mark from who has it, but for an
 * element that goes anyway. Null where the mark stays, since giving it back would be a guess: the path of who has it names another
 * element too, the same address once with a type and once without.
 */
function movedPrimaries(account: JsonObject, path: string, value: Json, diffs: readonly Diff[]): Diff[] | null {
  const parsed = parsePath(path)
  if (parsed.sub !== 'primary' || value !== true) return []
  const others = primariesBeside(account, parsed)
  const elements = elementsAt(account, parsed)
  const namesSeveral = (other: string) =>
    elements.filter((element) => fits(element, parsePath(other).filter ?? [])).length > 1
  if (others.some(namesSeveral)) return null
  return others
    .filter((other) => !diffs.some((diff) => diff.path === other))
    .map((other) => ({ path: `${other}.primary`, before: true, after: false }))
}

/**
 * Whether an attribute says what is wanted; null wants it absent. Elements of a multi-valued attribute are compared by
 * value and type; one that the service keeps without any type counts for every type, since adding it again would only
 * double it. What a service adds of its own to an element or a complex value is no difference.
 */
export function isAsWanted(account: JsonObject, path: string, wanted: Json): boolean {
  const actual = readPath(account, path)
  if (sameValue(actual, wanted)) return true
  // userName is not case-exact (RFC 7643 section 4.1.1), and changing one can lock the person out of K2: letter case alone
  // is no reason for that.
  if (/^userName$/i.test(path) && typeof actual === 'string' && typeof wanted === 'string')
    return foldUserName(actual) === foldUserName(wanted)
  const parsed = parsePath(path)
  const { filter, sub } = parsed
  if (sub === 'primary') return sameValue(actual ?? false, wanted ?? false)
  if (wanted === null || filter === null || sub !== 'value') return false
  return elementsAt(account, parsed).some(
    (element) =>
      sameValue(attributeOf(element, 'value'), wanted) &&
      (fits(element, filter) || (actual === null && attributeOf(element, 'type') === null)),
  )
}

/** Whether two values say the same: a number kept as text, or an accent composed differently, is no difference to push. */
function sameValue(actual: Json, wanted: Json): boolean {
  if (sameJson(actual, wanted)) return true
  if (Array.isArray(actual) && Array.isArray(wanted)) {
    return actual.length === wanted.length && wanted.every((one) => actual.some((other) => sameValue(other, one)))
  }
  if (isJsonObject(actual) && isJsonObject(wanted)) {
    return Object.entries(wanted).every(([name, one]) => sameValue(attributeOf(actual, name) ?? absent(one), one))
  }
  if (actual === null || wanted === null || typeof actual === 'object' || typeof wanted === 'object') return false
  return String(actual).normalize('NFC') === String(wanted).normalize('NFC')
}

/** What is not said of an element is not so: an absent `primary` is false (RFC 7643 section 2.4). */
const absent = (wanted: Json): Json => (wanted === false ? false : null)

/** What a change with these diffs does to an existing account. */
export function kindOf(diffs: readonly Diff[]): ChangeKind {
  if (diffs.length === 0) return 'none'
  const active = diffs.find(({ path }) => path === 'active')
  if (active === undefined) return 'update'
  return active.after === false ? 'deactivate' : 'reactivate'
}
