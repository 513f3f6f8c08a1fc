import { keepPreviousData, type QueryKey, queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** How many rows are asked for at once. Main answers a stretch of this size within a frame. */
const stretchSize = 100

/** How long the view must rest, in milliseconds, before rows far from the last ones are asked for. */
const settleTime = 60

/** A part of a list that stays in main. */
export interface Stretch<Row> {
  readonly total: number
  readonly rows: readonly Row[]
}

/** Where a grid's rows come from. The key names the list with its search and sort; a new key is a new list. */
export interface RowSource<Row, S extends Stretch<Row> = Stretch<Row>> {
  readonly key: QueryKey
  /** Names the list alone, where the key also says what is shown of each row; the key itself when left out. */
  readonly list?: QueryKey
  readonly fetch: (offset: number, limit: number) => Promise<S>
}

/** The query for one stretch; screens use stretch 0 for totals and counts and share it with the grid. */
const stretchQuery = <Row, S extends Stretch<Row>>(source: RowSource<Row, S>, page: number) =>
  queryOptions({
    queryKey: [...source.key, 'stretch', page],
    queryFn: () => source.fetch(page * stretchSize, stretchSize),
    gcTime: 60_000,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The query for the first stretch, to ask for it before a grid does. */
export const firstStretch = <Row, S extends Stretch<Row>>(source: RowSource<Row, S>) => stretchQuery(source, 0)

/** The first stretch of a list, the last list's until the new one's has come. */
export const useFirstStretch = <Row, S extends Stretch<Row>>(source: RowSource<Row, S>) =>
  useQuery({ ...firstStretch(source), placeholderData: keepPreviousData })

/** Rows by index, as far as they have come. */
export interface Rows<Row> {
  readonly at: (index: number) => Row | undefined
  /** A stretch in view could not be read. */
  readonly failure: Error | null
  readonly retry: () => void
}

const pagesOf = (first: number, last: number, total: number) => {
  const end = Math.min(Math.floor(last / stretchSize), Math.max(Math.ceil(total / stretchSize) - 1, 0))
  const start = Math.min(Math.floor(first / stretchSize), end)
  return Array.from({ length: end - start + 1 }, (_, index) => start + index)
}

/** Follows `page` at once for a neighbour and after a rest for a leap, so that a dragged scroll bar asks for nothing it passes. */
function useSettled(page: number): number {
  const [settled, setSettled] = useState(page)
  const near = Math.abs(page - settled) <= 1
  useEffect(() => {
    if (near) return setSettled(page)
    const timer = setTimeout(() => setSettled(page), settleTime)
    return () => clearTimeout(timer)
  }, [page, near])
  return near ? page : settled
}

/**
 * The rows in view and half a stretch around them, out of a list of any length. `head` is the list's first stretch,
 * perhaps still the last list's.
 */
export function useStretches<Row>(
  source: RowSource<Row>,
  head: Stretch<Row> | undefined,
  first: number,
  last: number,
): Rows<Row> {
  const seen = pagesOf(Math.max(first - stretchSize / 2, 0), last + stretchSize / 2, head?.total ?? 0)
  const start = seen[0] ?? 0
  const settled = useSettled(start)
  const awake = Math.abs(start - settled) <= 1
  const queries = useQueries({
    queries: seen.map((page) => ({ ...stretchQuery(source, page), enabled: awake || page === 0 })),
  })
  const broken = queries.filter((query) => query.isError)
  return {
    at: (index) => {
      const page = Math.floor(index / stretchSize)
      const rows = queries[page - start]?.data?.rows ?? (page === 0 ? head?.rows : undefined)
      return rows?.[index % stretchSize]
    },
    failure: broken[0]?.error ?? null,
    retry: () => {
      for (const query of broken) void query.refetch()
    },
  }
}
