import type { Capabilities } from '../../shared/model/capabilities.ts'
import type { Operation } from '../../shared/scim/operation.ts'
import type { ListInput } from '../../shared/scim/operations.ts'
import type { ScimPage } from '../../shared/scim/schemas.ts'
import { t } from '../../shared/words/text.ts'
import type { ScimClient, SendHooks } from './client.ts'
import { createListing, type Listing, type ListingEnd, part, repeats, whole } from './listing.ts'
import { byIndex, type Stretches } from './paging-index.ts'

/** The most that K2 gives of a list (k2.md). */
const mostOfK2 = 100

/** How a list is read. */
export interface PagingOptions extends SendHooks {
  /** Resources to ask for at a time; 100, the most that K2 gives, when left out. */
  readonly count?: number | undefined
  /** Pages under way at once, as soon as it is known that `startIndex` works; 4 when left out. */
  readonly parallel?: number | undefined
  /** A list that does not end is given up after so many resources; 2,000,000 when left out. */
  readonly most?: number | undefined
  /** Asks for cursors (RFC 9865), where the service advertises them. */
  readonly cursor?: boolean | undefined
  /** False asks for nothing past the first page, since the service has no more to give; true when left out. */
  readonly further?: boolean | undefined
  readonly filter?: string | undefined
  /** Where the service is known to cut lists off without a word; where K2 does when left out, null for nowhere. */
  readonly cutsAt?: number | null | undefined
}

/** How lists of a service are read, by what is known about it. */
export function pagingOf(
  capabilities: Pick<Capabilities, 'paging' | 'cursor' | 'pageSize'> | null,
): Pick<PagingOptions, 'count' | 'cursor' | 'further'> {
  if (capabilities === null) return {}
  const { paging, cursor, pageSize } = capabilities
  return {
    cursor: cursor.value === 'yes',
    further: paging.value !== 'no',
    ...(pageSize.value > 0 ? { count: pageSize.value } : {}),
  }
}

/** Some resources of a list, none of which came before. */
export interface ListingPage<T> {
  readonly resources: readonly T[]
  /** Resources so far, these included. */
  readonly read: number
  /** How many the service says there are; null when it does not say, or was found to be wrong. */
  readonly total: number | null
  /** Null on every page but the last, which is empty. */
  readonly end: ListingEnd | null
}

/**
 * Reads a whole list page by page, in the service's order and each resource once. It survives page caps, totals that lie,
 * `startIndex` that is ignored, pages that are cut short, repeated or without end, and says on the last page whether the
 * list is complete.
 * @throws MusterError as {@link ScimClient.send} does; pages that came before stay good.
 */
export async function* readAll<T extends { id: string }>(
  client: ScimClient,
  operation: Operation<ListInput, ScimPage<T>>,
  options: PagingOptions = {},
): AsyncGenerator<ListingPage<T>, void> {
  const { onExchange, onRetry, filter, count = mostOfK2, parallel = 4, most = 2_000_000, cutsAt = mostOfK2 } = options
  const stop = new AbortController()
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([stop.signal, options.signal])
  const scope = filter === undefined ? {} : { filter }
  const listing = createListing<T>(async (input) => {
    const reply = await client.send(operation, { ...scope, ...input }, { signal, onExchange, onRetry })
    return reply.value
  }, count)
  const shown = (resources: readonly T[], end: ListingEnd | null): ListingPage<T> => {
    const { read, total } = listing
    return { resources, read, total: total !== null && total < read ? null : total, end }
  }
  try {
    // Some services refuse the parameters of paging as such; then there is what they give without.
    const asked = options.cursor ? { cursor: '', count } : { startIndex: 1, count }
    const first = (await listing.tryPage(asked)) ?? (await listing.page({}))
    const goesOn = first.nextCursor === null ? byIndex(listing, first, parallel) : byCursor(listing, first)
    const stretches = options.further === false ? onlyFirst(listing, first) : goesOn
    for (;;) {
      const { done, value } = await stretches.next()
      if (done) return yield shown([], judged(listing, value, first.nextCursor === null ? cutsAt : null))
      yield shown(value, null)
      if (listing.read >= most)
        return yield shown(
          [],
          part(t('The list did not end after {read, number} entries.', { read: listing.read }), true),
        )
    }
  } finally {
    // Pages under way that nobody waits for any more.
    stop.abort()
  }
}

/** What the first page says is all there is to go by: fewer than were asked for, and not fewer than there are. */
async function* onlyFirst<T>(listing: Listing<T>, first: ScimPage<T>): Stretches<T> {
  const size = first.resources.length + first.notes.length
  yield listing.take(first.resources)
  const isAll = listing.total !== null && listing.total <= size && size < listing.count && first.nextCursor === null
  if (isAll) return whole(null)
  return part(
    t('Nothing past the first {size, number} was asked for, since this service gives no further pages.', { size }),
    false,
  )
}

async function* byCursor<T>(listing: Listing<T>, first: ScimPage<T>): Stretches<T> {
  yield listing.take(first.resources)
  // A page may be empty and still have a next one (RFC 9865 section 2), but not on and on.
  let idle = 0
  let pages = 0
  for (let cursor = first.nextCursor; cursor !== null; pages++) {
    const page: ScimPage<T> = await listing.page({ cursor, count: listing.count })
    const unseen = listing.take(page.resources)
    idle = unseen.length === 0 ? idle + 1 : 0
    if (idle >= 10) return repeats()
    yield unseen
    cursor = page.nextCursor
  }
  return whole(pages > 0)
}

/**
 * A list can seem whole and still be short of entries: some without an id, or fewer than the service counts itself. One of
 * exactly as many as K2 gives may go on beyond, where a service counts only what it gives; a cursor would have said so.
 */
function judged({ read, total, unusable }: Listing<unknown>, end: ListingEnd, cutsAt: number | null): ListingEnd {
  if (!end.complete) return end
  if (unusable > 0)
    return part(
      t('{count, plural, one {# entry} other {# entries}} of the list {count, plural, one {has} other {have}} no id.', {
        count: unusable,
      }),
      end.pages,
    )
  if (total !== null && read < total)
    return part(t('The service says there are {total, number}, and gave {read, number}.', { total, read }), end.pages)
  if (read === cutsAt) {
    return part(
      t('The list ends at exactly {read, number}, where K2 cuts lists off; whether there are more can’t be told.', {
        read,
      }),
      end.pages,
    )
  }
  return end
}
