import type { ScimPage } from '../../shared/scim/schemas.ts'
import { t } from '../../shared/words/text.ts'
import { inOrder } from './in-order.ts'
import { type Listing, type ListingEnd, part, repeats, whole } from './listing.ts'

/** Resources of a list as they come; at last, how it ended. */
export type Stretches<T> = AsyncGenerator<readonly T[], ListingEnd>

/** Entries on a page, those that could not be used included: `startIndex` counts them all. */
const sizeOf = (page: ScimPage<unknown>): number => page.resources.length + page.notes.length

/**
 * Reads on from the first page by `startIndex` (RFC 7644 section 3.4.2.4). The second page goes alone: it shows whether the
 * service heeds `startIndex`, and it is asked for even where the total says that there is none, since some services give
 * the size of the page as the total. After it, pages go in parallel as far as the total reaches, then one by one.
 */
export async function* byIndex<T>(listing: Listing<T>, first: ScimPage<T>, parallel: number): Stretches<T> {
  const stride = sizeOf(first)
  const claimed = listing.total
  yield listing.take(first.resources)
  if (stride === 0) {
    if (!claimed) return whole(null)
    return part(t('The service says there are {claimed, number}, and gave none.', { claimed }), null)
  }

  const second = await listing.tryPage({ startIndex: stride + 1, count: listing.count })
  const news = second === null ? [] : listing.take(second.resources)
  if (second === null || news.length === 0) return afterOnePage(listing, stride, claimed, second)
  yield news

  let next = 1 + stride + sizeOf(second)
  const total = listing.total
  if (total !== null && next <= total) {
    const slots = inOrder(startsUpTo(total, next, stride), parallel, (start) =>
      slot(listing, start, Math.min(stride, total - start + 1)),
    )
    for await (const resources of slots) {
      if (resources.length === 0) return whole(true)
      const unseen = listing.take(resources)
      if (unseen.length === 0) return repeats()
      yield unseen
    }
    next = total + 1
  }
  // A total that held so far needs no proof. One that was passed, or never came, is none: only an empty page ends the list.
  while (listing.total === null || listing.read > listing.total || next <= listing.total) {
    const page = await listing.tryPage({ startIndex: next, count: listing.count })
    if (page === null || sizeOf(page) === 0) break
    const unseen = listing.take(page.resources)
    if (unseen.length === 0) return repeats()
    yield unseen
    next += sizeOf(page)
  }
  return whole(true)
}

/** A list of which there was no second page, or the first one again. */
function afterOnePage(
  listing: Listing<unknown>,
  stride: number,
  claimed: number | null,
  second: ScimPage<unknown> | null,
) {
  const agrees = claimed !== null && claimed <= stride
  const repeated = second !== null && sizeOf(second) > 0
  if (second !== null && !repeated && (agrees || claimed === null)) return whole(null)
  if (agrees && stride < listing.count) return whole(repeated ? false : null)
  const did = repeated ? 'repeats' : second === null ? 'refuses' : 'nothing'
  return part(
    t(
      'The service {did, select, repeats {gives the first page again} refuses {refuses to give more} other {gives nothing}} when asked for what comes after the first {stride, number}.',
      { did, stride },
    ),
    false,
  )
}

/** Lazily, since a service can claim any total. */
function* startsUpTo(total: number, first: number, stride: number): Generator<number> {
  for (let start = first; start <= total; start += stride) yield start
}

/** A stretch of the list, asked for again from where the service cut it short. */
async function slot<T>(listing: Listing<T>, start: number, length: number): Promise<readonly T[]> {
  const resources: T[] = []
  for (let got = 0; got < length; ) {
    const page = await listing.page({ startIndex: start + got, count: length - got })
    const size = sizeOf(page)
    if (size === 0) break
    resources.push(...page.resources)
    got += size
  }
  return resources
}
