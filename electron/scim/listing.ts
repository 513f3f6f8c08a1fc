import { MusterError } from '../../shared/errors.ts'
import type { ListInput } from '../../shared/scim/operations.ts'
import type { ScimPage } from '../../shared/scim/schemas.ts'
import { t } from '../../shared/words/text.ts'

/** How the reading of a list ended. */
export interface ListingEnd {
  /** Whether every resource was read, as far as anyone can tell. */
  readonly complete: boolean
  /** Why it is not complete, one sentence; null when it is. */
  readonly reason: string | null
  /** Whether the service gave anything past the first page; null when there was nothing to give. */
  readonly pages: boolean | null
}

/** Everything was read. */
export const whole = (pages: boolean | null): ListingEnd => ({ complete: true, reason: null, pages })
/** Something is missing, or may be. */
export const part = (reason: string, pages: boolean | null): ListingEnd => ({ complete: false, reason, pages })
/** The service gives again what it gave before, so nobody can tell what comes after it. */
export const repeats = (): ListingEnd => part(t('The service gave the same page again.'), true)

/** A list while it is being read: asks for pages and remembers what came. */
export interface Listing<T> {
  /** Resources to ask for at a time. */
  readonly count: number
  /** Resources that came, each counted once. */
  readonly read: number
  /** What the service said last about the size of the list; null when it never did. */
  readonly total: number | null
  /** Entries that could not be used. */
  readonly unusable: number
  /** Asks for a page. */
  page(input: ListInput): Promise<ScimPage<T>>
  /** Asks for a page that the service may refuse to give at all; then null. */
  tryPage(input: ListInput): Promise<ScimPage<T> | null>
  /** Those that did not come before; from now on they did. */
  take(resources: readonly T[]): readonly T[]
}

/** A {@link Listing} of which nothing has been read. */
export function createListing<T extends { id: string }>(
  get: (input: ListInput) => Promise<ScimPage<T>>,
  count: number,
): Listing<T> {
  const seen = new Set<string>()
  let total: number | null = null
  let unusable = 0

  const page = async (input: ListInput): Promise<ScimPage<T>> => {
    const read = await get(input)
    unusable += read.notes.length
    total = read.totalResults ?? total
    return read
  }
  return {
    count,
    page,
    get read() {
      return seen.size
    },
    get total() {
      return total
    },
    get unusable() {
      return unusable
    },
    tryPage: async (input) => {
      try {
        return await page(input)
      } catch (error) {
        if (isRefusal(error)) return null
        throw error
      }
    },
    take: (resources) =>
      resources.filter(({ id }) => {
        if (seen.has(id)) return false
        seen.add(id)
        return true
      }),
  }
}

/** Whether the service understood the request and will not answer it, as against being unable to. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof MusterError)) return false
  return ['scim-invalid', 'scim-unsupported', 'scim-not-found', 'scim-address', 'scim-forbidden'].includes(error.code)
}
